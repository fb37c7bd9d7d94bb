import { labelIn } from '../../stores/redactions/placeholders';
import type { Finding } from '../spans/finding';
import { readText } from '../text/readText';
import { labelOf } from './label';
import { readKey, readStyle, type IrreversibleStyle } from './options';
import { planRedaction } from './plan';
import { readFindings } from './readFindings';
import { RedactionMap } from './redactionMap';
import { splice } from './splice';
import { writeHashes, writeLabels, writeMasks, writeNothing, writeNumbers, type Writer } from './writers';

export interface Redaction {
  /** The text without what was found. */
  readonly text: string;
  /** What was replaced, in its order. Positions are those of the original text. */
  readonly findings: readonly Finding[];
}

export interface ReversibleRedaction extends Redaction {
  /** For `restore`. The one that was given, extended, or a new one. */
  readonly map: RedactionMap;
}

export interface RedactionOptions {
  /** `label` when left out. */
  readonly style?: IrreversibleStyle;
  /** For the style `hash`: 16 characters or more that nobody can guess. */
  readonly hashKey?: string;
}

export interface ReversibleOptions {
  readonly style: 'reversible';
  /** That of the conversation so far. */
  readonly map?: RedactionMap;
  /** Types that later texts of the conversation may have findings of, besides those that are built in. */
  readonly customTypes?: readonly string[];
}

/**
 * Puts something else in place of what was found in a text. Findings that overlap go as one, and nothing else
 * of the text changes.
 *
 * @throws {InvalidParameterError}
 * @throws {RedactionsFullError} when a conversation has more values to restore than a map holds
 * @throws {ValueTooLongError} when one of them is longer than a map holds
 */
export function redact(
  text: string,
  findings: readonly Finding[],
  options: ReversibleOptions,
): ReversibleRedaction;
export function redact(
  text: string,
  findings: readonly Finding[],
  options?: RedactionOptions | ReversibleOptions,
): Redaction;
export function redact(
  given: string,
  givenFindings: readonly Finding[],
  options: RedactionOptions | ReversibleOptions = {},
): Redaction {
  const text = readText(given);
  const findings = readFindings(text, givenFindings);
  if (options.style === 'reversible') return redactReversibly(text, findings, options);
  const write = writerOf(readStyle(options.style ?? 'label'), text, findings, options.hashKey);
  return { text: splice(text, findings, write), findings };
}

function redactReversibly(
  text: string,
  findings: readonly Finding[],
  { map = new RedactionMap(), customTypes = [] }: ReversibleOptions,
): ReversibleRedaction {
  const labels = [...[...map.keys()].map(labelIn), ...customTypes.map(labelOf)];
  const plan = planRedaction(text, findings, labels);
  return { text: plan.write(map.assign(plan.values)), findings, map };
}

function writerOf(
  style: IrreversibleStyle,
  text: string,
  findings: readonly Finding[],
  hashKey: unknown,
): Writer {
  switch (style) {
    case 'label':
      return writeLabels();
    case 'numbered':
      return writeNumbers(text, findings);
    case 'mask':
      return writeMasks(text);
    case 'hash':
      return writeHashes(text, readKey(hashKey));
    case 'remove':
      return writeNothing();
  }
}
