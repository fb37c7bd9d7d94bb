import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { supplyingNode } from './support/agentPortNodes';
import {
  AGENT,
  answersIn,
  answersOf,
  errorOf,
  hintsOf,
  runCascade,
  type CascadeCase,
} from './support/cascadeWorkflow';
import { compiledNode } from './support/compiledNode';
import { failing, QUESTION, recorded, REFUSAL, saying } from './support/modelScripts';
import { outputsOf } from './support/runWorkflow';
import { SavedWorkflow } from './support/savedWorkflow';
import { NODE, runTenantNode } from './support/tenantWorkflow';
import type { ModelScript } from './support/testNodes';

const PRICED = ['gpt-4o-mini', 'gpt-4o'];
/** What a query costs that the drafter answers, and one that is escalated. */
const DRAFT_USD = 0.00021;
const ESCALATED_USD = DRAFT_USD + 0.0035;

const answering = saying({ 'gpt-4o-mini': 'Paris.', 'gpt-4o': 'Paris.' });
const escalating = saying({ 'gpt-4o-mini': REFUSAL, 'gpt-4o': 'Paris.' });

let saved: SavedWorkflow;

beforeEach(() => {
  saved = new SavedWorkflow();
});

const forUser: INodeParameters = { profileFrom: 'stored', userId: '={{ $json.user }}' };

const asking = (given: Partial<CascadeCase> = {}): CascadeCase => ({
  items: [{ query: QUESTION, user: 'ann' }],
  models: PRICED,
  script: answering,
  saved,
  ...given,
  parameters: { ...forUser, ...given.parameters },
});

async function createUser(user: string, parameters: INodeParameters): Promise<void> {
  const run = await runTenantNode('UserProfile', {
    items: [{ user }],
    saved,
    parameters: { operation: 'upsert', userId: '={{ $json.user }}', ...parameters },
  });
  if (run.data.resultData.error) throw run.data.resultData.error;
}

/** A user with so many requests an hour. */
const createLimited = (user: string, requestsPerHour: number) =>
  createUser(user, { tier: 'PRO', limits: { requestsPerHour } });

async function usageOf(user: string): Promise<IDataObject> {
  const run = await runTenantNode('RateLimitCheck', {
    items: [{ user }],
    saved,
    parameters: { operation: 'getUsage', userId: '={{ $json.user }}', profileFrom: 'stored' },
  });
  const rateLimit = outputsOf(run, NODE)[0]?.[0]?.json['rateLimit'] as IDataObject;
  return rateLimit['usage'] as IDataObject;
}

const bookingOf = (item: INodeExecutionData | undefined) => item?.json['rateLimit'] as IDataObject;

describe('Cascade Agent for users with a stored profile', () => {
  it('counts each query, and books what it cost', async () => {
    await createLimited('ann', 10);
    const items = await answersOf(
      asking({
        items: [
          { query: QUESTION, user: 'ann' },
          { query: QUESTION, user: 'ann' },
        ],
        script: escalating,
      }),
    );
    expect(items.map(bookingOf)).toMatchObject([
      { status: 'settled', costUsd: ESCALATED_USD, isEstimate: false },
      { status: 'settled', costUsd: ESCALATED_USD, isEstimate: false },
    ]);
    expect(await usageOf('ann')).toMatchObject({
      hourly: { used: 2, limit: 10 },
      budget: { used: 2 * ESCALATED_USD },
      concurrent: { used: 0 },
    });
  });

  it('counts the estimate while the query runs, and keeps it when the price is unknown', async () => {
    await createLimited('ann', 10);
    const options = { estimatedCost: 0.5 };
    let during: IDataObject = {};
    const [item] = await answersOf(
      asking({
        models: ['small', 'large'],
        parameters: { options },
        script: async (call) => {
          during = await usageOf('ann');
          return await saying({ small: 'Paris.' })(call);
        },
      }),
    );
    expect(during).toMatchObject({ budget: { used: 0.5 }, concurrent: { used: 1 } });
    expect(bookingOf(item)).toMatchObject({ status: 'settled', costUsd: 0.5, isEstimate: true });
    expect(await usageOf('ann')).toMatchObject({ budget: { used: 0.5 }, concurrent: { used: 0 } });
  });

  it('refuses what is over a limit, with the time to wait, and asks no model', async () => {
    await createLimited('ann', 1);
    const { script, calls } = recorded(answering);
    await answersOf(asking({ script }));
    const run = await runCascade(asking({ script, onError: 'continueErrorOutput' }));
    expect(outputsOf(run, AGENT)[0]).toEqual([]);
    const [limited] = outputsOf(run, AGENT)[1] ?? [];
    expect(limited?.json).toMatchObject({
      user: 'ann',
      error: 'The limit of requests per hour is reached',
      details: { limitType: 'hourly', description: expect.stringMatching(/^Try again in \d+ s\.$/) },
    });
    const { retryAfterSeconds } = limited?.json['details'] as { retryAfterSeconds: number };
    expect(retryAfterSeconds).toBeGreaterThan(3590);
    expect(retryAfterSeconds).toBeLessThanOrEqual(3600);
    expect(calls).toHaveLength(1);
  });

  it('admits no more than the limit of items that are answered at once', async () => {
    await createLimited('ann', 3);
    const items = Array.from({ length: 8 }, (_, id) => ({
      query: `${QUESTION} ${String(id)}`,
      user: 'ann',
      id,
    }));
    const parameters = { options: { itemsAtOnce: 8 } };
    const run = await runCascade(asking({ items, parameters, onError: 'continueErrorOutput' }));
    const [answered = [], failed = []] = outputsOf(run, AGENT);
    expect([answered.length, failed.length]).toEqual([3, 5]);
    expect(await usageOf('ann')).toMatchObject({ hourly: { used: 3 }, concurrent: { used: 0 } });
  });

  it('takes back a query that no model answered, and books one that cost something', async () => {
    await createLimited('ann', 10);
    const onError = 'continueRegularOutput';
    const options = { retries: 0 };
    await runCascade(asking({ script: failing, onError, parameters: { options } }));
    expect(await usageOf('ann')).toMatchObject({ hourly: { used: 0 }, budget: { used: 0 } });
    await runCascade(
      asking({
        parameters: { preset: 'qualityFirst', options },
        script: (call) => (call.model === 'gpt-4o' ? failing(call) : escalating(call)),
        onError,
      }),
    );
    expect(await usageOf('ann')).toMatchObject({
      hourly: { used: 1 },
      budget: { used: DRAFT_USD },
      concurrent: { used: 0 },
    });
  });

  it('books what was spent, and holds nothing, when the user stops the execution', async () => {
    await createLimited('ann', 10);
    let pressStop: (() => void) | undefined;
    const stop = new Promise<void>((resolve) => {
      pressStop = resolve;
    });
    const script: ModelScript = (call) => {
      if (call.model === 'gpt-4o-mini') return escalating(call);
      pressStop?.();
      return new Promise(() => undefined);
    };
    const run = await runCascade(asking({ script, stop }));
    expect(run.status).toBe('canceled');
    const { hourly, budget, concurrent } = (await usageOf('ann')) as Record<string, { used: number }>;
    expect([hourly?.used, concurrent?.used]).toEqual([1, 0]);
    // The verifier had read the query by then.
    expect(budget?.used).toBeGreaterThan(DRAFT_USD);
  });

  it('holds nothing for the items that are ended because another one failed', async () => {
    await createLimited('ann', 10);
    const hanging: ModelScript = ({ signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          reject(new Error('ended'));
        });
      });
    const items = [
      { query: QUESTION, user: 'ann' },
      { query: 5, user: 'ann' },
    ];
    const error = await errorOf(asking({ items, script: hanging }));
    expect(error).toMatchObject({
      message: 'Parameter "Prompt (User Message)" is 5, but must be a text',
      context: { itemIndex: 1 },
    });
    expect(await usageOf('ann')).toMatchObject({ concurrent: { used: 0 } });
  });

  it('answers a refused user in polite words, when there are any', async () => {
    await createLimited('ann', 1);
    await answersOf(asking());
    const refusals = { texts: { limited: 'Come back in an hour.' } };
    const [item] = await answersOf(asking({ parameters: { options: { refusals } } }));
    expect(item?.json).toMatchObject({
      user: 'ann',
      output: 'Come back in an hour.',
      refusal: { reason: 'limited', limitType: 'hourly', retryAfterSeconds: expect.any(Number) },
    });
    expect(item?.json).not.toHaveProperty('cascade');
  });

  it('holds unknown users to FREE, or fails for them', async () => {
    const items = Array.from({ length: 12 }, (_, id) => ({
      query: `${QUESTION} ${String(id)}`,
      user: 'bob',
    }));
    const run = await runCascade(asking({ items, onError: 'continueErrorOutput' }));
    expect(outputsOf(run, AGENT).map(({ length }) => length)).toEqual([10, 2]);
    const error = await errorOf(asking({ parameters: { unknownUser: 'error' } }));
    expect(error.message).toBe('The user has no profile');
  });

  it('does not count where limits do not apply', async () => {
    await createLimited('ann', 1);
    const parameters = { apply: ['guardrails', 'preferences'] };
    const items = [1, 2, 3].map(() => ({ query: QUESTION, user: 'ann' }));
    const answers = await answersOf(asking({ items, parameters }));
    expect(answers.map(({ json }) => json['rateLimit'])).toEqual([undefined, undefined, undefined]);
    expect(await usageOf('ann')).toMatchObject({ hourly: { used: 0 } });
  });

  it('asks the models that the user prefers, and takes the preset from the profile', async () => {
    await createUser('ann', { tier: 'PRO', preferences: { preferredModels: 'gpt-4o', quality: 'best' } });
    const { script, calls } = recorded(answering);
    const [item] = await answersOf(
      asking({ script, parameters: { preset: 'profile', options: { returnTrace: true } } }),
    );
    expect(calls.map(({ model }) => model)).toEqual(['gpt-4o']);
    expect(item?.json['cascade']).toMatchObject({ direct: true, threshold: 0.8 });
  });

  it('says in a run by hand that nothing of it is kept', async () => {
    const run = await runCascade(asking({ mode: 'manual' }));
    expect(hintsOf(run).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The answer came from a draft\./),
      expect.stringMatching(/^This is a run by hand/),
    ]);
  });
});

describe('Cascade Agent after a Rate Limit Check', () => {
  const CHECK = 'Check';

  async function checked(given: Partial<CascadeCase> = {}): Promise<CascadeCase> {
    const parameters = {
      operation: 'checkAndCount',
      userId: '={{ $json.user }}',
      profileFrom: 'stored',
      estimatedCost: 0.01,
    };
    return asking({
      ...given,
      before: { [CHECK]: { type: await compiledNode('RateLimitCheck'), parameters } },
    });
  }

  beforeEach(() => createLimited('ann', 10));

  it('settles its reservation and makes no other', async () => {
    const run = await runCascade(await checked({ script: escalating }));
    const [admitted] = outputsOf(run, CHECK)[0] ?? [];
    const [item] = answersIn(run);
    expect(bookingOf(item)).toMatchObject({
      allowed: true,
      reservationId: bookingOf(admitted)['reservationId'],
      status: 'settled',
      costUsd: ESCALATED_USD,
    });
    expect(await usageOf('ann')).toMatchObject({
      hourly: { used: 1 },
      budget: { used: ESCALATED_USD },
      concurrent: { used: 0 },
    });
  });

  it('gives it back when nothing was spent, whatever failed', async () => {
    const onError = 'continueErrorOutput';
    const memory = {
      loadMemoryVariables: () => Promise.reject(new Error('The memory is down')),
      saveContext: () => Promise.resolve(),
    };
    const subNodes = {
      memory: { type: supplyingNode('memory', 'ai_memory', memory), output: 'ai_memory' },
    } as const;
    for (const fault of [{ subNodes }, { models: ['gpt-4o', null] }, { script: failing }]) {
      const options = { retries: 0 };
      const run = await runCascade(await checked({ ...fault, onError, parameters: { options } }));
      expect(outputsOf(run, AGENT).map(({ length }) => length)).toEqual([0, 1]);
      expect(await usageOf('ann')).toMatchObject({ hourly: { used: 0 }, concurrent: { used: 0 } });
    }
  });

  it("does not book on somebody else's reservation", async () => {
    const error = await errorOf(await checked({ parameters: { userId: 'eve' } }));
    expect(error.message).toBe(
      'Parameter "Reservation ID" is "…", but must be a reservation of the same user',
    );
  });
});

describe('Cascade Agent with profiles in the items', () => {
  it('takes a row of a table, whatever its columns are called', async () => {
    const row = { customer: 'ann', plan: 'PRO', custom_requests_per_hour: 1 };
    const columns = [
      { column: 'customer', field: 'userId' },
      { column: 'plan', field: 'tier' },
    ];
    const parameters = {
      profileFrom: 'item',
      userId: '={{ $json.row.customer }}',
      profile: '={{ $json.row }}',
      options: { columnNames: { columns } },
    };
    const items = [1, 2].map(() => ({ query: QUESTION, row }));
    const run = await runCascade(asking({ items, parameters, onError: 'continueErrorOutput' }));
    expect(outputsOf(run, AGENT).map(({ length }) => length)).toEqual([1, 1]);
  });
});

describe('Cascade Agent without its store', () => {
  const down: INodeParameters = { storage: 'redis' };
  const credential = {
    host: '127.0.0.1',
    port: 9,
    password: '',
    database: 0,
    ssl: false,
    prefix: 'cascadeflow',
  };

  it('fails the item, and says why', async () => {
    const error = await errorOf(asking({ credential, parameters: down }));
    expect(error.message).toMatch(/Redis/);
  });

  it('answers uncounted when told to, under all guardrails', async () => {
    const { script, calls } = recorded(answering);
    const items = [{ query: `My address is ann@example.com. ${QUESTION}`, user: 'ann' }];
    const run = await runCascade(
      asking({ items, script, credential, parameters: { ...down, options: { whenUnavailable: 'allow' } } }),
    );
    const [item] = answersIn(run);
    expect(item?.json['output']).toBe('Paris.');
    expect(bookingOf(item)).toMatchObject({ status: 'uncounted', reservationId: null, costUsd: DRAFT_USD });
    expect(JSON.stringify(calls)).not.toContain('ann@example.com');
    expect(
      hintsOf(run)
        .filter(({ type }) => type === 'warning')
        .map(({ message }) => message),
    ).toEqual([expect.stringMatching(/^A query could not be counted\. /)]);
  });
});
