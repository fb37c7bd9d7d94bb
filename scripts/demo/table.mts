import type { Cascade, Outcome } from './ask.mts';

const HEADER = ['query', 'answered by', 'escalated', 'confidence', 'cost', 'saved', 'why'];
/** Amounts stand on the right of these columns. */
const AMOUNTS = new Set(['confidence', 'cost', 'saved']);
const LONGEST_QUERY = 40;
const LONGEST_REASON = 90;

/** The outcomes as a table for a terminal, with a line of totals. Unknown prices show as "unknown". */
export function tableOf(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(rowOf);
  const total = totalOf(
    outcomes.flatMap((outcome) => (outcome.kind === 'answered' ? [outcome.cascade] : [])),
  );
  const widths = HEADER.map((_, column) =>
    Math.max(...[HEADER, ...rows, total].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    HEADER.map((title, column) => pad(cells[column] ?? '', widths[column] ?? 0, AMOUNTS.has(title)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(HEADER), rule, ...rows.map(line), rule, line(total)].join('\n');
}

function rowOf(outcome: Outcome): readonly string[] {
  const query = shorten(outcome.query, LONGEST_QUERY);
  if (outcome.kind === 'failed') {
    return [query, 'nobody', '', '', '', '', `failed: ${shorten(outcome.message, LONGEST_REASON)}`];
  }
  const { cascade } = outcome;
  const { modelUsed, confidence, costUsd } = cascade;
  const numbers = [confidence?.toFixed(2) ?? 'none', dollars(costUsd), saving(cascade)];
  return [query, modelUsed, routeOf(cascade), ...numbers, whyOf(cascade)];
}

function totalOf(cascades: readonly Cascade[]): readonly string[] {
  const escalated = cascades.filter((cascade) => cascade.escalated).length;
  const costUsd = sum(cascades.map((cascade) => cascade.costUsd));
  const baselineCostUsd = sum(cascades.map((cascade) => cascade.baselineCostUsd));
  const savedUsd = sum(cascades.map((cascade) => cascade.savedUsd));
  const counted = `${String(escalated)} of ${String(cascades.length)}`;
  return ['total', '', counted, '', dollars(costUsd), saving({ savedUsd, baselineCostUsd }), ''];
}

function routeOf({ escalated, direct }: Cascade): string {
  if (escalated) return 'yes';
  return direct ? 'direct' : 'no';
}

/** The reason without the word that stands in the column "escalated" already. */
function whyOf({ reason }: Cascade): string {
  return shorten(reason.replace(/^(?:escalated|direct): /, ''), LONGEST_REASON);
}

function saving({ savedUsd, baselineCostUsd }: Pick<Cascade, 'savedUsd' | 'baselineCostUsd'>): string {
  if (savedUsd === null || baselineCostUsd === null || baselineCostUsd === 0) return dollars(savedUsd);
  return `${dollars(savedUsd)} (${((savedUsd / baselineCostUsd) * 100).toFixed(0)} %)`;
}

function dollars(amount: number | null): string {
  if (amount === null) return 'unknown';
  return `${amount < 0 ? '-' : ''}$${Math.abs(amount).toFixed(6)}`;
}

/** Null as soon as one part is unknown. */
function sum(amounts: readonly (number | null)[]): number | null {
  return amounts.reduce<number | null>(
    (total, amount) => (total === null || amount === null ? null : total + amount),
    0,
  );
}

function shorten(text: string, length: number): string {
  const oneLine = text.replaceAll(/\s+/g, ' ');
  return oneLine.length <= length ? oneLine : `${oneLine.slice(0, length - 3)}...`;
}

function pad(cell: string, width: number, toTheRight: boolean): string {
  return toTheRight ? cell.padStart(width) : cell.padEnd(width);
}
