import type * as Core from '../../core/index.ts';
import { loadCore } from '../engineOverhead/workload.mts';
import type { Effort } from '../support/effort.mts';
import type { Table } from '../support/table.mts';
import { prose } from './texts/prose.mts';
import { REPEATS, repeated } from './texts/repeats.mts';

const TARGET_RATIO = 10;
/** A text that is too slow already at the first of these lengths is not tried at the second. */
const LENGTHS = [62_500, 1_000_000];
const QUICK_LENGTHS = [62_500];

type Check = (text: string) => unknown;

/** One kind of text, and by check its time as a multiple of that of prose of the same length. */
interface Line {
  readonly name: string;
  readonly ratios: readonly number[];
}

/** Texts that are made to be slow, against prose of the same length: time has to grow with the length alone. */
export async function linear(effort: Effort): Promise<Table> {
  const checks = checksOf(await loadCore());
  const lengths = effort.quick ? QUICK_LENGTHS : LENGTHS;
  const rounds = effort.quick ? 1 : 3;
  const ofProse = lengths.map((length) => {
    const text = prose(length);
    return { length, times: checks.map(({ check }) => fastest(() => check(text), rounds + 2)) };
  });
  const lines = [...REPEATS].map(([name, unit]) => ({
    name,
    ratios: checks.map(({ check }, index) => {
      let ratio = 0;
      for (const { length, times } of ofProse) {
        const text = repeated(unit, length);
        ratio = fastest(() => check(text), rounds) / (times[index] ?? NaN);
        if (ratio >= TARGET_RATIO) break;
      }
      return ratio;
    }),
  }));
  return tableOf(
    lines,
    checks.map(({ name }) => name),
    lengths.at(-1) ?? 0,
  );
}

function checksOf(core: typeof Core): readonly { readonly name: string; readonly check: Check }[] {
  const moderator = new core.ContentModerator();
  const pii = new core.PiiDetector({ types: core.PII_TYPES });
  const secrets = new core.SecretDetector();
  const injection = new core.InjectionDetector();
  return [
    { name: 'moderation', check: (text) => moderator.check(text) },
    { name: 'personal data, all types', check: (text) => pii.detect(text) },
    { name: 'redaction', check: (text) => pii.redact(text, { style: 'reversible' }) },
    { name: 'secrets', check: (text) => secrets.detect(text) },
    { name: 'injection', check: (text) => injection.check(text) },
  ];
}

function fastest(work: () => unknown, rounds: number): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

function tableOf(lines: readonly Line[], names: readonly string[], length: number): Table {
  const worst = Math.max(...lines.flatMap(({ ratios }) => ratios));
  const slow = lines.filter(({ ratios }) => ratios.some((ratio) => ratio >= TARGET_RATIO));
  return {
    title: `Linear time: ${length.toLocaleString('en')} characters of a repeated text against as much prose`,
    columns: ['', ...names],
    rows: lines.map(({ name, ratios }) => [name, ...ratios.map((ratio) => ratio.toFixed(2))]),
    remark:
      `Worst ratio ${worst.toFixed(2)} (target: below ${String(TARGET_RATIO)}); ` +
      `${slow.length === 0 ? 'none' : slow.map(({ name }) => name).join(', ')} at or above it.`,
  };
}
