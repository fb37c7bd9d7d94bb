/** The text of a weights file, put into the bundle as it is. */
declare module '*.b64' {
  const text: string;
  export default text;
}
