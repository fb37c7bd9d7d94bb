import { outsideCharacter } from '../../guardrails/stream/surrogates';

/** The text, or its beginning and an ellipsis when it is longer than `longest` UTF-16 units. */
export function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, outsideCharacter(text, longest))}…`;
}

const LONGEST_QUOTE = 60;

/** A name that a model may have made up, fit to be read in an error. */
export function quoted(name: string): string {
  return `"${shorten(name, LONGEST_QUOTE)}"`;
}
