import type * as Core from '../../core/index.ts';
import { loadCore } from '../engineOverhead/workload.mts';
import { Measurements } from '../limits/measurements.mts';
import { nanosecondsACall } from '../limits/speed/nanoseconds.mts';
import type { Effort } from '../support/effort.mts';
import { median } from '../support/statistics.mts';
import type { Table } from '../support/table.mts';
import { NAME } from './peers/cascadeflow.mts';
import { n8nGuardrails } from './peers/n8nGuardrails.mts';
import { redactPii } from './peers/redactPii.mts';
import { wordFilters } from './peers/wordFilters.mts';
import { prose } from './texts/prose.mts';

const TARGET_MICROSECONDS = 1_000;
const SHORT = 1_024;
const LONG = 1_000_000;
const TEXTS = 64;
const ALL_TOGETHER = `${NAME}, all together`;

type Check = (text: string) => unknown;

/** What a check of an ordinary text takes: 1 KB, of which many come in turn, and 1 MB at once. */
export async function speed(effort: Effort): Promise<Table> {
  const checks = await checksOf(await loadCore());
  const short = await timesOfShort(checks, effort);
  const long = await timesOfLong(checks, effort);
  const together = median(short.of(ALL_TOGETHER)) / 1_000;
  return {
    title: 'Guardrails: time of a check of ordinary text, medians of rounds in turn',
    columns: ['', 'microseconds a KB', 'ms a MB', 'MB a second'],
    rows: [...checks.keys()].map((name) => [
      name,
      (median(short.of(name)) / 1_000).toFixed(1),
      ...throughputOf(long.of(name)),
    ]),
    remark:
      `Moderation, personal data, secrets and injection together take ${together.toFixed(0)} microseconds for 1 KB ` +
      `(target: below ${String(TARGET_MICROSECONDS)}). A dash: n8n gives up on a long text.`,
  };
}

async function checksOf(core: typeof Core): Promise<ReadonlyMap<string, Check>> {
  const n8n = await n8nGuardrails();
  const moderator = new core.ContentModerator();
  const pii = new core.PiiDetector();
  const secrets = new core.SecretDetector();
  const injection = new core.InjectionDetector();
  const all = new core.Guardrails({
    rules: [
      { guardrail: 'moderation' },
      { guardrail: 'pii' },
      { guardrail: 'secrets' },
      { guardrail: 'injection' },
    ],
  });
  return new Map<string, Check>([
    [`${NAME}, moderation`, (text) => moderator.check(text)],
    ...wordFilters.map(
      (filter) => [`${filter.name}, moderation`, (text: string) => filter.isHarmful(text)] as const,
    ),
    [`${NAME}, personal data`, (text) => pii.detect(text)],
    [`${redactPii.name}, personal data`, (text) => redactPii.redact(text)],
    [`${n8n.personalData.name}, personal data`, (text) => n8n.personalData.find(text)],
    [`${NAME}, secrets`, (text) => secrets.detect(text)],
    [`${n8n.secrets.name}, secrets`, (text) => n8n.secrets.find(text)],
    [`${NAME}, injection`, (text) => injection.check(text)],
    [ALL_TOGETHER, (text) => all.check(text)],
  ]);
}

function timesOfShort(checks: ReadonlyMap<string, Check>, { quick }: Effort): Promise<Measurements> {
  const texts = Array.from({ length: TEXTS }, (_, seed) => prose(SHORT, seed));
  const subjects = [...checks].map(([name, check]) => {
    let calls = 0;
    const work = () => {
      calls += 1;
      return check(texts[calls % TEXTS] ?? '');
    };
    return [name, () => nanosecondsACall(work, quick ? 3 : 30)] as const;
  });
  return Measurements.inTurn(quick ? 3 : 11, new Map(subjects));
}

function timesOfLong(checks: ReadonlyMap<string, Check>, { quick }: Effort): Promise<Measurements> {
  const text = prose(LONG);
  const subjects = [...checks].map(
    ([name, check]) => [name, () => millisecondsOf(() => check(text))] as const,
  );
  return Measurements.inTurn(quick ? 1 : 5, new Map(subjects));
}

/** Infinity when the check fails. */
async function millisecondsOf(check: () => unknown): Promise<number> {
  const start = performance.now();
  try {
    await check();
    return performance.now() - start;
  } catch {
    return Infinity;
  }
}

function throughputOf(milliseconds: readonly number[]): readonly string[] {
  const typical = median(milliseconds);
  return Number.isFinite(typical) ? [typical.toFixed(0), (LONG / 1_000 / typical).toFixed(1)] : ['-', '-'];
}
