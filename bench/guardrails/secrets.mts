import { loadCore } from '../engineOverhead/workload.mts';
import { percent } from '../support/percent.mts';
import type { Table } from '../support/table.mts';
import { CONTEXTS, LOOK_ALIKES, type SecretCase, SECRETS } from './cases/secretCases.mts';
import { NAME, ownSecrets } from './peers/cascadeflow.mts';
import type { SecretFinder } from './peers/contestant.mts';
import { n8nGuardrails } from './peers/n8nGuardrails.mts';
import { sharedLength } from './spans/span.mts';

/** A secret is found when this much of it is covered. */
const COVERED = 0.8;

/** Cases of one kind, and how many each finder decided rightly. */
interface Line {
  readonly name: string;
  readonly cases: number;
  readonly right: ReadonlyMap<string, number>;
}

/** Secrets found and look-alikes left alone, in cases of our own. */
export async function secrets(): Promise<Table> {
  const { KEYS } = await import('../../test/core/guardrails/secrets/keys.ts');
  const finders = [ownSecrets(await loadCore()), (await n8nGuardrails()).secrets];
  const keys = KEYS.flatMap(([, key]) => CONTEXTS.map((context) => ({ text: context(key), secret: key })));
  const lines = [
    lineOf('keys of known formats, found', keys, finders),
    lineOf('other secrets, found', SECRETS, finders),
    lineOf('look-alikes, left alone', LOOK_ALIKES, finders),
  ];
  return {
    title: 'Secrets: cases of our own that are decided rightly',
    columns: ['', 'cases', ...finders.map(({ name }) => name)],
    rows: lines.map(({ name, cases, right }) => [
      name,
      String(cases),
      ...finders.map((finder) => percent((right.get(finder.name) ?? NaN) / cases)),
    ]),
    remark: `Ours decides ${lines.map(({ cases, right }) => `${String(right.get(NAME))} of ${String(cases)}`).join(', ')} rightly. Known formats are those that the tests have.`,
  };
}

function lineOf(name: string, cases: readonly SecretCase[], finders: readonly SecretFinder[]): Line {
  const right = finders.map(
    (finder) => [finder.name, cases.filter((given) => isRight(given, finder)).length] as const,
  );
  return { name, cases: cases.length, right: new Map(right) };
}

function isRight({ text, secret }: SecretCase, finder: SecretFinder): boolean {
  const found = finder.find(text);
  if (secret === undefined) return found.length === 0;
  const start = text.indexOf(secret);
  const place = { start, end: start + secret.length };
  return found.some((span) => sharedLength(span, place) >= COVERED * secret.length);
}
