import { cases } from './engineOverhead/cases.mts';
import { loadCore, type Workload, workloadOf } from './engineOverhead/workload.mts';
import { median } from './support/statistics.mts';
import type { Table } from './support/table.mts';

const ROUNDS = 15;
const QUERIES_A_ROUND = 300;
const TARGET_MICROSECONDS = 500;

/** Microseconds a query. */
interface Round {
  readonly decision: number;
  readonly models: number;
  /** What is left of the whole without the two others. */
  readonly engine: number;
}

/**
 * What `CascadeAgent.run` of the shipped bundle adds to the decision (`routeQuery`, `assessDraft`) and to models that
 * answer at once. In each round the whole and the parts are timed one after the other on the same input. `assessDraft`
 * reads the query's complexity once more, which the engine does not: that flatters the engine by some microseconds.
 */
export async function engineOverhead(): Promise<Table> {
  const core = await loadCore();
  const workloads = await Promise.all(cases.map((given) => workloadOf(core, given)));
  for (const workload of workloads) await playRound(workload);
  const rounds = new Map<Workload, Round[]>(workloads.map((workload) => [workload, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [workload, played] of rounds) played.push(await playRound(workload));
  }
  return tableOf(rounds);
}

async function playRound({ whole, decision, models }: Workload): Promise<Round> {
  const times = {
    whole: await microsecondsOf(whole),
    decision: await microsecondsOf(decision),
    models: await microsecondsOf(models),
  };
  return { ...times, engine: times.whole - times.decision - times.models };
}

async function microsecondsOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  for (let query = 0; query < QUERIES_A_ROUND; query += 1) await work();
  return ((performance.now() - start) * 1000) / QUERIES_A_ROUND;
}

function tableOf(rounds: ReadonlyMap<Workload, readonly Round[]>): Table {
  const results = [...rounds].map(([{ name }, played]) => ({
    name,
    decision: median(played.map((round) => round.decision)),
    models: median(played.map((round) => round.models)),
    engine: median(played.map((round) => round.engine)),
  }));
  const slowest = Math.max(...results.map(({ engine }) => engine));
  return {
    title: `Engine overhead: microseconds a query, median of ${String(ROUNDS)} rounds of ${String(QUERIES_A_ROUND)}`,
    columns: ['query', 'decision', 'models', 'engine', 'engine / target'],
    rows: results.map(({ name, decision, models, engine }) => [
      name,
      decision.toFixed(1),
      models.toFixed(1),
      engine.toFixed(1),
      (engine / TARGET_MICROSECONDS).toFixed(2),
    ]),
    remark:
      `At most ${(slowest / TARGET_MICROSECONDS).toFixed(2)} of the target ` +
      `(${String(TARGET_MICROSECONDS)} microseconds without the decision's and the models' time).`,
  };
}
