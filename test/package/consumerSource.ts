/**
 * What a user of the library writes in a plain Node project: two models of their own in a cascade, and the calls of
 * the contract. Compiled both as CommonJS and as an ES module; prints one line of JSON.
 */
export const consumerSource = `
import {
  AllModelsFailedError,
  assessDraft,
  CascadeAgent,
  CascadeError,
  ChatModelError,
  costOf,
  findPrice,
  InvalidParameterError,
  OpenAiCompatibleModel,
  PRESETS,
  routeQuery,
  systemClock,
  type AttemptReport,
  type CascadeReport,
  type CascadeResult,
  type ChatModel,
  type Clock,
  type Http,
  type ModelPrice,
  type PresetName,
  type QueryComplexity,
} from 'n8n-nodes-cascadeflow';

const saying = (id: string, text: string): ChatModel => ({
  id,
  complete: () =>
    Promise.resolve({
      text,
      toolCalls: [],
      finishReason: 'stop',
      usage: { inputTokens: 1_000_000, outputTokens: 1_000_000 },
    }),
});

const failing: ChatModel = {
  complete: () => Promise.reject(new ChatModelError('Down for today', { fault: 'server', status: 503 })),
};

const price: ModelPrice = { inputPerMillion: 1, outputPerMillion: 2 };
const preset: PresetName = 'balanced';
const clock: Clock = systemClock;

function cascadeOf(drafter: ChatModel, verifier: ChatModel): CascadeAgent {
  return new CascadeAgent({
    models: [
      { name: 'small', chat: drafter, price },
      { name: 'large', chat: verifier },
    ],
    preset,
    clock,
  });
}

async function codeOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return CascadeError.is(error) ? error.code : 'not an error of this package';
  }
}

async function main(): Promise<void> {
  const query = 'What is the capital of Australia?';
  const good = saying('gpt-4o-mini', 'The capital of Australia is Canberra.');
  const refusal = saying('gpt-4o-mini', "I'm sorry, but I can't help with that.");
  const strong = saying('gpt-4o', 'Canberra.');

  const accepted: CascadeResult = await cascadeOf(good, strong).run(query);
  const escalated: CascadeReport = (await cascadeOf(refusal, strong).run(query)).cascade;
  const attempts: readonly AttemptReport[] = escalated.attempts;
  const complexity: QueryComplexity = routeQuery(query).complexity;

  const http: Http = () => Promise.resolve({ status: 503, header: () => undefined, body: '' });
  const down = new OpenAiCompatibleModel({ model: 'down', http });
  console.log(
    JSON.stringify({
      output: accepted.output,
      usedFirst: accepted.cascade.modelUsed,
      costUsd: accepted.cascade.costUsd,
      usedThen: escalated.modelUsed,
      attempts: attempts.length,
      complexity,
      assessed: assessDraft({ query, draft: 'Canberra.', model: 'gpt-4o-mini', preset }).accept,
      threshold: PRESETS.balanced.threshold,
      priceKnown: findPrice('gpt-4o') !== undefined,
      price: costOf({ inputTokens: 1_000_000, outputTokens: 0 }, price),
      allFailed: await codeOf(() => cascadeOf(failing, failing).run(query)),
      oneDown: (await cascadeOf(down, strong).run(query)).output,
      noQuery: await codeOf(() => cascadeOf(good, strong).run('')),
      errors: [AllModelsFailedError, InvalidParameterError].map(({ name }) => name),
    }),
  );
}

void main();
`;
