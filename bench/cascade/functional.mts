import { loadCore } from '../engineOverhead/workload.mts';
import { NAME } from '../guardrails/peers/cascadeflow.mts';
import { percent } from '../support/percent.mts';
import type { Table } from '../support/table.mts';

interface Line {
  readonly name: string;
  readonly drafts: number;
  readonly right: number;
}

/** Our own cases, the same as in the tests: fine drafts accepted, faulty ones rejected, by the default preset. */
export async function functional(): Promise<Table> {
  const { FINE } = await import('../../test/core/cascade/quality/functional/fine.ts');
  const { FAULTY } = await import('../../test/core/cascade/quality/functional/faulty.ts');
  const core = await loadCore();
  const lines = [
    ...FINE.map((group) => ({ group, accepted: true })),
    ...FAULTY.map((group) => ({ group, accepted: false })),
  ].map(({ group: { name, cases }, accepted }): Line => ({
    name: `${accepted ? 'accepted' : 'rejected'}: ${name}`,
    drafts: cases.length,
    right: cases.filter(([, query, draft]) => core.assessDraft({ query, draft }).accept === accepted).length,
  }));
  const total = lines.reduce((sum, { drafts }) => sum + drafts, 0);
  const right = lines.reduce((sum, line) => sum + line.right, 0);
  return {
    title: 'Cascade: drafts of our own that are decided rightly',
    columns: ['', 'drafts', NAME, 'accept all'],
    rows: lines.map((line) => [
      line.name,
      String(line.drafts),
      percent(line.right / line.drafts),
      percent(Number(line.name.startsWith('accepted'))),
    ]),
    remark: `${String(right)} of ${String(total)} are decided rightly. The signals were written beside these cases.`,
  };
}
