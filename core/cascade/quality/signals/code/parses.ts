import { parser as javascript } from '@lezer/javascript';
import type { LRParser } from '@lezer/lr';
import { parser as python } from '@lezer/python';

const typescript = javascript.configure({ dialect: 'ts' });
const tsx = javascript.configure({ dialect: 'ts jsx' });
const jsx = javascript.configure({ dialect: 'jsx' });

const parsers: ReadonlyMap<string, LRParser> = new Map([
  ['javascript', jsx],
  ['js', jsx],
  ['jsx', jsx],
  ['mjs', jsx],
  ['node', jsx],
  ['typescript', typescript],
  ['ts', typescript],
  ['tsx', tsx],
  ['python', python],
  ['py', python],
  ['python3', python],
]);

/** How many lines of the code have a place where the parser lost its way; 0 for languages that are not known here. */
export function brokenLines(language: string, code: string): number {
  const parser = parsers.get(language);
  if (!parser) return 0;
  const starts = new Set<number>();
  parser.parse(code).iterate({
    enter({ type, from }) {
      if (type.isError) starts.add(code.lastIndexOf('\n', Math.max(0, from - 1)));
    },
  });
  return starts.size;
}
