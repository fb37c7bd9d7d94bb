import { RECORDED_DRAFTS_FILES, recordedDrafts } from '../../scripts/fit/data/recordedDrafts.mts';
import type * as Core from '../../core/index.ts';
import { loadCore } from '../engineOverhead/workload.mts';
import { type Conditions, dataWith } from '../support/conditions.mts';
import { quantile } from '../support/statistics.mts';
import type { Table } from '../support/table.mts';
import { prose } from '../guardrails/texts/prose.mts';

const TARGET_MS = { median: 1, long: 20 };
const LENGTH = 50_000;
const ROUNDS = 5;
const TYPICAL_LENGTH = 600;
const TYPICAL_DRAFTS = 300;

const LONG: ReadonlyMap<string, string> = new Map([
  ['prose', prose(LENGTH)],
  ['one word', 'a'.repeat(LENGTH)],
  ['digits', '1'.repeat(LENGTH)],
  ['open brackets', '{['.repeat(LENGTH / 2)],
  ['spaces', `${' '.repeat(LENGTH - 1)}x`],
  ['sums', '12 + 30 = 42, '.repeat(LENGTH / 14)],
  ['empty list items', '\n- '.repeat(LENGTH / 3)],
  ['code', `\`\`\`js\n${'const a = [1, 2].map((n) => n * 2);\n'.repeat(LENGTH / 36)}\`\`\``],
]);

/** What a decision on a draft takes, with the draft of ordinary length and with long ones. */
export async function speed(conditions: Conditions): Promise<Table> {
  const core = await loadCore();
  const ordinary = draftsOf(conditions).map(({ prompt, draft }) => fastest(core, prompt, draft));
  const long = [...LONG].map(([name, text]) => [name, fastest(core, 'Summarise the text.', text)] as const);
  const slowest = Math.max(...long.map(([, ms]) => ms));
  return {
    title: 'Cascade: time of a decision on a draft, the fastest of five each',
    columns: ['', 'ms'],
    rows: [
      ['drafts of ordinary length, median', quantile(ordinary, 0.5).toFixed(3)],
      ['drafts of ordinary length, 99 of 100 below', quantile(ordinary, 0.99).toFixed(3)],
      ...long.map(([name, ms]) => [`50,000 characters: ${name}`, ms.toFixed(1)]),
    ],
    remark:
      `Median ${quantile(ordinary, 0.5).toFixed(3)} ms (target: below ${String(TARGET_MS.median)}); ` +
      `slowest long draft ${slowest.toFixed(1)} ms (below ${String(TARGET_MS.long)}).`,
  };
}

/** The recorded drafts of GSM8K, else prose of their length. */
function draftsOf(conditions: Conditions): readonly { readonly prompt: string; readonly draft: string }[] {
  const data = dataWith(conditions, ...RECORDED_DRAFTS_FILES);
  const [recorded] = data === undefined ? [] : recordedDrafts(data);
  if (recorded) return recorded.drafts;
  return Array.from({ length: TYPICAL_DRAFTS }, (_, seed) => ({
    prompt: 'How does a lighthouse work?',
    draft: prose(TYPICAL_LENGTH, seed),
  }));
}

function fastest(core: typeof Core, query: string, draft: string): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    core.assessDraft({ query, draft });
    return performance.now() - start;
  });
  return Math.min(...times);
}
