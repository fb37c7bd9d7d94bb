import { outsideCharacter } from '../../../guardrails/stream/surrogates';
import { shorten } from '../shorten';

const LONGEST_ERROR = 1_000;

/** A tool's result as the model reads it: the beginning of one that would fill its context, and a note that says so. */
export function resultFor(result: string, longest: number): string {
  if (result.length <= longest) return result;
  const kept = result.slice(0, outsideCharacter(result, longest));
  return `${kept}\n[cut here: these are the first ${count(kept.length)} of ${count(result.length)} characters]`;
}

/** A failure as the model reads it. Neither stack nor cause: they are none of its business. */
export function errorFor(message: string): string {
  return `Error: ${shorten(message, LONGEST_ERROR)}`;
}

function count(characters: number): string {
  return characters.toLocaleString('en-US');
}
