import type { TextLine } from '../../http/textLines';
import { jsonOrText } from '../../http/wholeBody';

/** A row of the results of a job. */
export interface ResultRow {
  readonly customId: string;
  /** Undefined when the row cannot be read any further. */
  readonly row: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The rows of the results that say which request they belong to, of several for the same request the first. A row
 * without that is left out: nobody can tell whose it is, and its request is then one that has no reply.
 *
 * @param seen the requests that have had their row; is added to
 */
export async function* resultRows(
  lines: AsyncIterable<TextLine>,
  seen: Set<string>,
): AsyncGenerator<ResultRow> {
  for await (const line of lines) {
    const row = line.isCut ? undefined : objectIn(line.text);
    const customId = row ? row['custom_id'] : customIdIn(line.text);
    if (typeof customId !== 'string' || seen.has(customId)) continue;
    seen.add(customId);
    yield { customId, row };
  }
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  const json = jsonOrText(text);
  return isRecord(json) ? json : undefined;
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** As far into a row as its custom id may stand. In characters. */
const HEAD = 1024;

/** In a text within the row the quotes would be escaped. */
const CUSTOM_ID = /"custom_id"\s{0,9}:\s{0,9}"([\w-]{1,64})"/;

function customIdIn(brokenRow: string): string | undefined {
  return CUSTOM_ID.exec(brokenRow.slice(0, HEAD))?.[1];
}
