/** The text of a script, put into the bundle as it is. */
declare module '*.lua' {
  const text: string;
  export default text;
}
