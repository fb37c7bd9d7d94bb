import { join } from 'node:path';
import type { Question } from '../../scripts/fit/routing/questions.mts';
import { randomNumbers } from '../../scripts/fit/linear/random.mts';
import { auroc } from '../../scripts/fit/measure/measures.mts';
import { loadCore } from '../engineOverhead/workload.mts';
import { NAME } from '../guardrails/peers/cascadeflow.mts';
import { type Conditions, dataWith } from '../support/conditions.mts';
import type { Table } from '../support/table.mts';
import { LEFT_OUT } from './heldOut.mts';

const FILE = join('RouteLLM', 'routellm', 'evals', 'mmlu', 'responses', 'mmlu_anatomy.csv');
const TARGET_AUROC = 0.62;
const SEED = 4;

/** Questions that are too hard for a cheap model told from others before it has seen them. */
export async function routing(conditions: Conditions): Promise<Table> {
  const title = 'Cascade: hard questions told from easy ones before drafting, MMLU, development half';
  const columns = ['', 'questions', 'AUROC'];
  const data = dataWith(conditions, FILE);
  if (data === undefined) return { title, columns, rows: [], remark: LEFT_OUT };
  const { readQuestions } = await import('../../scripts/fit/routing/questions.mts');
  const questions = readQuestions(data).filter(({ set }) => set === 'MMLU');
  const core = await loadCore();
  const random = randomNumbers(SEED);
  const difficulties = new Map<string, (question: Question) => number>([
    [`${NAME}, as shipped, fitted to these`, ({ prompt }) => core.routeQuery(prompt).difficulty],
    ['the longer the harder', ({ prompt }) => prompt.length],
    ['at random', () => random()],
  ]);
  const figures = [...difficulties].map(([name, difficultyOf]) => ({
    name,
    auroc: auroc(
      questions.map(difficultyOf),
      questions.map(({ isFailed }) => isFailed),
    ),
  }));
  return {
    title,
    columns,
    rows: figures.map((figure) => [figure.name, String(questions.length), figure.auroc.toFixed(3)]),
    remark:
      `AUROC of our routing ${(figures[0]?.auroc ?? NaN).toFixed(3)} (target: at least ${String(TARGET_AUROC)}). ` +
      'The fit report of routing has the cross-validated figures.',
  };
}
