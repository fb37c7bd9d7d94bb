/** UTF-8 has no lone surrogates, and a quotation mark stands for a text that is written otherwise. */
const UNSAFE = /^"|[\n\p{Surrogate}]/u;

/** A text as one line that UTF-8 can hold: itself where it can be, else its JSON. */
export function lineOf(text: string): string {
  return UNSAFE.test(text) ? JSON.stringify(text) : text;
}

/** The text of a line. What `lineOf` cannot have written is taken for the text itself. */
export function textOf(line: string): string {
  const text = line.startsWith('"') ? parsed(line) : undefined;
  return typeof text === 'string' ? text : line;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
