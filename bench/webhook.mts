import type { N8nApi } from '../scripts/n8n/api.mts';
import { step } from '../scripts/support/step.mts';
import { median, quantile } from './support/statistics.mts';
import type { Table } from './support/table.mts';
import { cascade, chain, type Contestant, QUERY } from './webhook/contestants.mts';
import { requestsPerSecond } from './webhook/load.mts';
import { onStage } from './webhook/stage.mts';

const ROUNDS = 20;
const LOAD = { total: 40, inFlight: 10 };
const WARM_UP = { total: 150, inFlight: 10 };
const TARGET_RATIO = 0.9;

/** Requests a second of both contestants, measured one right after the other. */
interface Round {
  readonly cascade: number;
  readonly chain: number;
}

/**
 * Webhook -> Cascade Agent -> Respond to Webhook against the same with n8n's Basic LLM Chain and one model, on one n8n
 * whose models answer at once and whose drafts are all accepted. The two take turns, so that what else the machine
 * does hits both, and the ratio is that of neighbours.
 * @throws Error when an answer is not the expected one
 */
export function webhook(): Promise<Table> {
  return onStage([cascade, chain], async (api) => {
    for (const contestant of [cascade, chain]) await measure(api, contestant, WARM_UP);
    const rounds: Round[] = [];
    await step(
      'Sending requests',
      async () => {
        while (rounds.length < ROUNDS) rounds.push(await playRound(api, rounds.length % 2 === 0));
      },
      () => `${String(rounds.length)} of ${String(ROUNDS)} rounds`,
    );
    return tableOf(rounds);
  });
}

async function playRound(api: N8nApi, cascadeFirst: boolean): Promise<Round> {
  const first = await measure(api, cascadeFirst ? cascade : chain);
  const second = await measure(api, cascadeFirst ? chain : cascade);
  return cascadeFirst ? { cascade: first, chain: second } : { cascade: second, chain: first };
}

function measure(api: N8nApi, { name, path, answer }: Contestant, load = LOAD): Promise<number> {
  return requestsPerSecond(load, async () => {
    const { status, body } = await api.callWebhook(path, { query: QUERY });
    if (status === 200 && answer.safeParse(body).success) return;
    throw new Error(`${name} answered ${String(status)}: ${JSON.stringify(body)}`);
  });
}

function tableOf(rounds: readonly Round[]): Table {
  const own = rounds.map((round) => round.cascade);
  const chains = rounds.map((round) => round.chain);
  const ratios = rounds.map((round) => round.cascade / round.chain);
  return {
    title:
      `Webhook: requests a second, ${String(LOAD.inFlight)} in flight, models that answer at once, ` +
      `${String(ROUNDS)} rounds of ${String(LOAD.total)}`,
    columns: ['', 'lower quartile', 'median', 'upper quartile'],
    rows: [
      [cascade.name, ...quartilesOf(own, 1)],
      [chain.name, ...quartilesOf(chains, 1)],
      ['ratio of each round', ...quartilesOf(ratios, 2)],
    ],
    remark: `Median ratio ${median(ratios).toFixed(2)} (target: at least ${String(TARGET_RATIO)}).`,
  };
}

function quartilesOf(values: readonly number[], digits: number): readonly string[] {
  return [0.25, 0.5, 0.75].map((share) => quantile(values, share).toFixed(digits));
}
