import { labelIn } from '../../stores/redactions/placeholders';
import { readText } from '../text/readText';
import { BUILT_IN_LABELS } from './label';
import { mentionsIn } from './mentions';
import { splice } from './splice';

/** The values by the names of their placeholders: a `RedactionMap`, or what a store gives. */
export interface HiddenValues {
  get(name: string): string | undefined;
  keys(): Iterable<string>;
}

export interface Restoration {
  readonly text: string;
  /** The names of the placeholders whose values were put back, each once. */
  readonly restored: readonly string[];
  /** Names that look like those of placeholders and stand for nothing: models make some up. They stay. */
  readonly unknown: readonly string[];
}

/**
 * Puts the originals back in place of their placeholders. What models make of placeholders is understood: another
 * case, brackets gone, doubled or escaped, hyphens or spaces for underscores.
 *
 * @throws {InvalidParameterError}
 */
export function restore(text: string, values: HiddenValues): string {
  return restoreDetailed(text, values).text;
}

/**
 * As `restore`, and tells what was put back.
 *
 * @throws {InvalidParameterError}
 */
export function restoreDetailed(given: string, values: HiddenValues): Restoration {
  const text = readText(given);
  const labels = new Set([...BUILT_IN_LABELS, ...[...values.keys()].map(labelIn)]);
  const mentions = [...mentionsIn(text, labels)];
  const known = mentions.filter(({ name }) => values.get(name) !== undefined);
  const unknown = mentions.filter(({ name }) => values.get(name) === undefined);
  return {
    text: splice(text, known, ({ name }) => values.get(name) ?? ''),
    restored: [...new Set(known.map(({ name }) => name))],
    unknown: [...new Set(unknown.map(({ name }) => name))],
  };
}
