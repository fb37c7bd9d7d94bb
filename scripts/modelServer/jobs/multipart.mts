/** A part of a form: a field, or a file when it has a file name. */
export interface FormPart {
  readonly filename: string | undefined;
  readonly content: string;
}

/** The parts of a `multipart/form-data` body (RFC 7578), by their names. @param contentType brings the boundary */
export function formParts(body: string, contentType: string): ReadonlyMap<string, FormPart> {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType) ?? [];
  const delimiter = `--${quoted ?? bare ?? ''}`;
  if (delimiter === '--') return new Map();
  return new Map(
    `\r\n${body}`
      .split(`\r\n${delimiter}`)
      .map(partOf)
      .filter((part) => part !== undefined),
  );
}

function partOf(text: string): [string, FormPart] | undefined {
  const end = text.indexOf('\r\n\r\n');
  const head = text.slice(0, Math.max(end, 0));
  const [, name] = /\bname="([^"]*)"/i.exec(head) ?? [];
  const [, filename] = /\bfilename="([^"]*)"/i.exec(head) ?? [];
  return name === undefined ? undefined : [name, { filename, content: text.slice(end + 4) }];
}
