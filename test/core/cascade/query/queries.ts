import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complexities, type QueryComplexity } from '../../../../core/cascade/query/complexity';

/** A query labelled by hand, before the vocabulary was written. */
export interface LabelledQuery {
  readonly language: string;
  readonly domain: string;
  readonly complexity: QueryComplexity;
  readonly query: string;
  /** Every third one was left aside while words and weights were chosen. */
  readonly isBlind: boolean;
}

const FOLDER = join(__dirname, 'queries');

/** One file a language; in each line domain, complexity and query, `\n` for a line break. */
export const labelledQueries: readonly LabelledQuery[] = readdirSync(FOLDER).flatMap((file) =>
  readFileSync(join(FOLDER, file), 'utf8')
    .trim()
    .split('\n')
    .map((line, index) => {
      const [domain = '', level = '', query = ''] = line.split('\t');
      const complexity = complexities.find((name) => name === level);
      if (!complexity) throw new Error(`${file}, line ${String(index + 1)}: "${level}" is no complexity`);
      return {
        language: file.replace('.tsv', ''),
        domain,
        complexity,
        query: query.replaceAll('\\n', '\n'),
        isBlind: index % 3 === 2,
      };
    }),
);

/** Written when the vocabulary was there, on subjects that it had not been thought of for: domain, language, query. */
export const laterQueries = readFileSync(join(__dirname, 'laterQueries.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [domain = '', language = '', query = ''] = line.split('\t');
    return { domain, language, query: query.replaceAll('\\n', '\n') };
  });

export function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length;
}
