import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Behaviour } from '../../scripts/modelServer/behaviour.mts';
import { lastTextOf } from '../../scripts/modelServer/request.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import { AGENT, runCascade, type CascadeCase } from './support/cascadeWorkflow';
import { queryOf, reply } from './support/modelScripts';
import { outputsOf } from './support/runWorkflow';
import type { ModelScript } from './support/testNodes';

const DRAFTER = 'gpt-4o-mini';
const VERIFIER = 'gpt-4o';
const FAULTY = 'What is the capital of France?';
const FINE = 'What is the capital of Japan?';
const usage = { inputTokens: 1000, outputTokens: 100 };

type How = 'fails' | 'answers';

interface Fault {
  readonly name: string;
  readonly behaviour: Behaviour;
  /** What a connected model does in the same case. */
  readonly connected: ModelScript;
  /** What the attempt is said to have failed with. */
  readonly error: RegExp;
  /** How often each model is asked with one retry. */
  readonly asked: number;
  /** US dollars for one answer of the drafter's, however useless it was; null = an estimate. */
  readonly draftUsd: number | null;
  /** What becomes of the query when all models have the fault. */
  readonly onAll: How;
}

const refusing = (status: number, headers: Readonly<Record<string, string>> = {}): Fault => ({
  name: `status ${String(status)}${'retry-after' in headers ? ' with Retry-After' : ''}`,
  behaviour: { kind: 'error', status, message: 'Not now', headers },
  connected: () =>
    Promise.reject(Object.assign(new Error('Not now'), { status, headers: new Headers(headers) })),
  error: new RegExp(`status ${String(status)}: Not now`),
  asked: status === 429 || status >= 500 ? 2 : 1,
  draftUsd: 0,
  onAll: 'fails',
});

const answering = (text: string, finishReason: 'stop' | 'length' | 'content_filter') => ({
  behaviour: { kind: 'reply', text, usage, finishReason } as const,
  connected: () => Promise.resolve(reply(text, { response_metadata: { finish_reason: finishReason } })),
  draftUsd: 0.00021,
});

const faults: readonly Fault[] = [
  refusing(401),
  refusing(403),
  refusing(404),
  refusing(429),
  // The wait is longer than any that pays, and than the query has.
  { ...refusing(429, { 'retry-after': '7' }), asked: 1 },
  refusing(500),
  refusing(503),
  {
    name: 'a hang',
    behaviour: { kind: 'hang' },
    connected: () => new Promise(() => undefined),
    error: /^The model gave no answer within 0\.2 s$/,
    asked: 2,
    draftUsd: null,
    onAll: 'fails',
  },
  {
    name: 'a connection that is reset',
    behaviour: { kind: 'reset' },
    connected: () => Promise.reject(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })),
    error: /could not be reached|socket hang up|without a message/,
    asked: 2,
    draftUsd: 0,
    onAll: 'fails',
  },
  {
    name: 'JSON that breaks off',
    behaviour: { kind: 'malformed' },
    connected: () => Promise.reject(new SyntaxError('Unexpected end of JSON input')),
    error: /something that is not a (chat completion|message)/,
    asked: 2,
    draftUsd: 0,
    onAll: 'fails',
  },
  {
    name: 'no choice',
    behaviour: { kind: 'empty', missing: 'choices' },
    connected: () => Promise.reject(new TypeError("Cannot read properties of undefined (reading 'message')")),
    error: /something that is not a (chat completion|message)/,
    asked: 2,
    draftUsd: 0,
    onAll: 'fails',
  },
  {
    name: 'an empty answer',
    ...answering('', 'stop'),
    error: /^The model returned an empty answer$/,
    asked: 2,
    onAll: 'fails',
  },
  {
    name: 'a content filter',
    ...answering('', 'content_filter'),
    error: /^The content filter of the model left nothing of its answer$/,
    asked: 1,
    onAll: 'fails',
  },
  {
    name: 'an answer that is cut off',
    ...answering('The capital of France is the city of', 'length'),
    error: /^$/,
    asked: 1,
    // The last model's word stands as far as it goes.
    onAll: 'answers',
  },
];

const good: Fault = {
  ...refusing(200),
  ...answering('Paris is the capital.', 'stop'),
};

const prices = [
  { model: DRAFTER, inputPerMillion: 0.15, outputPerMillion: 0.6 },
  { model: VERIFIER, inputPerMillion: 2.5, outputPerMillion: 10 },
];

const options: INodeParameters = {
  retries: 1,
  timeoutSeconds: 0.2,
  totalTimeoutSeconds: 5,
  modelPrices: { prices },
  itemsAtOnce: 1,
};

let server: ModelServer;
/** What each model does with the faulty query; it answers the other one. */
let behaviours: ReadonlyMap<string, Fault>;
let asked: string[] = [];

function faultOf(model: string, query: string): Fault {
  if (query !== FAULTY) return good;
  asked.push(model);
  return behaviours.get(model) ?? good;
}

beforeAll(async () => {
  server = await ModelServer.start(({ body }) => faultOf(body.model, lastTextOf('user', body)).behaviour);
});
afterAll(() => server.stop());
afterEach(() => {
  asked = [];
});

const connected = (): Partial<CascadeCase> => ({ models: [DRAFTER, VERIFIER] });
const overApi = (): Partial<CascadeCase> => ({
  models: [null, null],
  parameters: { modelSource: 'api', models: [DRAFTER, VERIFIER] },
  credential: { apiType: 'openAiCompatible', baseUrl: server.url, apiKey: 'my-own-secret' },
});

/** Asks a query with which the models have these faults, and one with which they have none. */
async function ask(
  source: () => Partial<CascadeCase>,
  faultsOf: readonly (readonly [model: string, fault: Fault])[],
): Promise<{ answered: INodeExecutionData[]; failed: INodeExecutionData[] }> {
  behaviours = new Map(faultsOf);
  const { parameters = {}, ...given } = source();
  const run = await runCascade({
    items: [
      { query: FAULTY, id: 1 },
      { query: FINE, id: 2 },
    ],
    script: (call) => faultOf(call.model, queryOf(call)).connected(call),
    onError: 'continueErrorOutput',
    ...given,
    parameters: { ...parameters, options },
  });
  if (run.data.resultData.error) throw run.data.resultData.error;
  const [answered = [], failed = []] = outputsOf(run, AGENT);
  return { answered, failed };
}

const timesOf = (model: string) => asked.filter((name) => name === model).length;
const idsOf = (items: readonly INodeExecutionData[]) => items.map(({ json }) => json['id']);

describe.each([
  ['connected models', connected],
  ['models of an API', overApi],
])('%s', (_, source) => {
  describe.each(faults.map((fault): [string, Fault] => [fault.name, fault]))('with %s', (_name, fault) => {
    it('of the drafter: the verifier answers, and every attempt is told', async () => {
      const { answered, failed } = await ask(source, [[DRAFTER, fault]]);
      expect(failed).toEqual([]);
      expect(idsOf(answered)).toEqual([1, 2]);
      expect(timesOf(DRAFTER)).toBe(fault.asked);
      const { attempts, ...cascade } = answered[0]?.json['cascade'] as IDataObject & {
        attempts: { error: string | null }[];
      };
      expect(cascade).toMatchObject({ modelUsed: VERIFIER, escalated: true });
      expect(attempts).toHaveLength(fault.asked + 1);
      for (const { error } of attempts.slice(0, -1)) expect(error ?? '').toMatch(fault.error);
      expect(JSON.stringify(answered)).not.toContain('my-own-secret');
    });

    it('of all models: the query fails alone with what it cost, or has what there is', async () => {
      const { answered, failed } = await ask(source, [
        [DRAFTER, fault],
        [VERIFIER, fault],
      ]);
      expect(idsOf(answered)).toEqual(fault.onAll === 'answers' ? [1, 2] : [2]);
      if (fault.onAll === 'answers') return;
      const [item] = failed;
      expect(item?.json).toMatchObject({ id: 1, error: 'No model of the cascade gave an answer' });
      const details = item?.json['details'] as IDataObject;
      expect(details['description']).toContain(`${DRAFTER}: `);
      expect(details['description']).toContain(`; ${VERIFIER}: `);
      expect(details['attempts']).toHaveLength(2 * fault.asked);
      const { draftUsd } = fault;
      if (draftUsd === null) expect(details['costUsd']).toBeGreaterThan(0);
      else expect(details['costUsd']).toBeCloseTo(fault.asked * draftUsd * (1 + 0.0035 / 0.00021), 9);
    });
  });

  it('are hung up on when the user stops the execution, and nobody else is asked', async () => {
    const hang = faults.find(({ name }) => name === 'a hang') ?? good;
    behaviours = new Map([[DRAFTER, hang]]);
    let pressStop: (() => void) | undefined;
    const stop = new Promise<void>((resolve) => {
      pressStop = resolve;
    });
    const { parameters = {}, ...given } = source();
    const run = runCascade({
      items: [{ query: FAULTY }, { query: FINE }],
      script: (call) => faultOf(call.model, queryOf(call)).connected(call),
      stop,
      onError: 'continueErrorOutput',
      ...given,
      parameters: { ...parameters, options: { ...options, timeoutSeconds: 60 } },
    });
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    pressStop?.();
    const ended = await run;
    expect(ended.status).toBe('canceled');
    expect(outputsOf(ended, AGENT).flat()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).toEqual([DRAFTER]);
  });
});
