import { CascadeError } from '../../errors/cascadeError';
import type { HiddenValue } from '../../stores/redactionStore';
import type { Finding } from '../spans/finding';
import { withBrackets, type Span } from './brackets';
import { BUILT_IN_LABELS, labelOf, LITERAL } from './label';
import { mentionsIn } from './mentions';
import { splice } from './splice';

/** What a text has to have hidden so that it can be restored, before the values have names. */
export interface Plan {
  /** In the order of the text. */
  readonly values: readonly HiddenValue[];
  /** The redacted text. @param names those of the values, in their order */
  write(names: readonly string[]): string;
}

interface Hidden extends Span {
  readonly label: string;
}

/** UTF-16 units. A private key has up to 8,000. */
export const LONGEST_VALUE = 10_000;

/**
 * Hides the findings, and with them whatever would be restored wrongly: what looks like a placeholder, which gets one
 * itself, and brackets right around a finding, which go with it, because doubled ones are taken for a placeholder's.
 *
 * @param findings as `readFindings` gives them
 * @param labels all that placeholders of the conversation have or may come to have, besides the built-in ones
 * @throws {ValueTooLongError}
 */
export function planRedaction(text: string, findings: readonly Finding[], labels: Iterable<string>): Plan {
  const found = findings.map(({ type, start, end }) => ({ label: labelOf(type), start, end }));
  const known = new Set([...BUILT_IN_LABELS, ...labels, ...found.map(({ label }) => label)]);
  const rest = splice(text, found, ({ start, end }) => '\u0000'.repeat(end - start));
  const literals = [...mentionsIn(rest, known)].map(({ start, end }) => ({ label: LITERAL, start, end }));
  const hidden = [...found, ...literals]
    .sort((one, other) => one.start - other.start)
    .map((place) => withLonePair(rest, place));
  return {
    values: hidden.map(({ label, start, end }) => ({ label, value: readValue(text.slice(start, end)) })),
    write: (names) => splice(text, hidden, (_, index) => `[${names[index] ?? ''}]`),
  };
}

function withLonePair(text: string, place: Hidden): Hidden {
  const once = withBrackets(text, place);
  return once && !withBrackets(text, once) ? { ...place, ...once } : place;
}

function readValue(value: string): string {
  if (value.length > LONGEST_VALUE) throw new ValueTooLongError(value.length);
  return value;
}

/** A finding is too long to be kept for restoring. */
class ValueTooLongError extends CascadeError {
  constructor(length: number) {
    super(
      `A finding has ${String(length)} characters, and at most ${String(LONGEST_VALUE)} can be kept to restore it`,
      {
        code: 'VALUE_TOO_LONG',
        hint: 'Choose a redaction that need not be restored, such as labels, or a narrower pattern.',
      },
    );
  }
}
