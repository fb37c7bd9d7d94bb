import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import type { CascadeModel, ChatModel, ChatStreamPart } from '../../core';
import { CascadeLlmApi } from '../../credentials/CascadeLlmApi.credentials';
import { apiModels } from '../../nodes/shared/apiModels/apiModels';
import type { Behaviour } from '../../scripts/modelServer/behaviour.mts';
import type { JobRules } from '../../scripts/modelServer/jobs/jobRules.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import { LocalServer } from '../../scripts/support/localServer.mts';
import { collected } from '../support/collected';
import { runWorkflow } from './support/runWorkflow';

const messages = [{ role: 'user', content: 'What is the capital of Japan?' }] as const;
const KEY = 'my-own-secret';

let server: ModelServer;
let behaviour: Behaviour;
let rules: JobRules = {};

beforeAll(async () => {
  server = await ModelServer.start(() => behaviour, [], { jobs: () => rules, apiKey: KEY });
});
afterAll(() => server.stop());
afterEach(() => {
  server.forgetRequests();
  rules = {};
});

/** Asks a model through n8n's own request helper, as a node with a credential does. */
async function ask<Result>(behaves: Behaviour, work: (model: ChatModel) => Promise<Result>): Promise<Result> {
  behaviour = behaves;
  return await withModel(({ chat }) => work(chat));
}

async function withModel<Result>(
  work: (model: CascadeModel) => Promise<Result>,
  api: { apiType: string; baseUrl: string } = { apiType: 'openAiCompatible', baseUrl: server.url },
): Promise<Result> {
  let asked: Promise<Result> = Promise.reject(new Error('The node did not run'));
  // Looked at once the workflow has run.
  asked.catch(() => undefined);
  class Asking implements INodeType {
    description: INodeTypeDescription = {
      displayName: 'Asking',
      name: 'asking',
      group: ['transform'],
      version: 1,
      description: '',
      defaults: { name: 'Asking' },
      inputs: [NodeConnectionTypes.Main],
      outputs: [NodeConnectionTypes.Main],
      credentials: [{ name: 'cascadeLlmApi' }],
      properties: [],
    };

    async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
      const [model] = await apiModels(this, { itemIndex: 0, names: ['local-1'], prices: new Map() });
      if (model) asked = work(model);
      await asked.catch(() => undefined);
      return [[]];
    }
  }
  await runWorkflow({
    nodes: [
      {
        id: '1',
        name: 'Asking',
        type: 'asking',
        typeVersion: 1,
        position: [0, 0],
        parameters: {},
        credentials: { cascadeLlmApi: { id: '1', name: 'Mine' } },
      },
    ],
    connections: {},
    nodeTypes: new Map([['asking', new Asking()]]),
    startNode: 'Asking',
    credential: { ...api, apiKey: KEY },
    sign: new CascadeLlmApi().authenticate,
  });
  return await asked;
}

type ChatJobs = NonNullable<CascadeModel['jobs']>;

function streamOf(model: ChatModel, signal?: AbortSignal): AsyncIterable<ChatStreamPart> {
  if (!model.stream) throw new TypeError('The model does not stream');
  return model.stream({ messages, ...(signal ? { signal } : {}) });
}

describe("n8n's request helper", () => {
  it('brings the pieces of a stream while they are written', async () => {
    const times = await ask({ kind: 'reply', text: 'One two three', chunkDelayMs: 80 }, async (model) => {
      const arrived: number[] = [];
      for await (const part of streamOf(model)) if (part.type === 'text') arrived.push(Date.now());
      return arrived;
    });
    expect(times).toHaveLength(3);
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(100);
  });

  it('hangs up on a stream when the signal says so', async () => {
    const reason = new Error('enough');
    const caller = new AbortController();
    const reading = ask({ kind: 'break', text: 'One two', how: 'hang' }, async (model) => {
      for await (const part of streamOf(model, caller.signal)) if (part.type === 'text') caller.abort(reason);
    });
    await expect(reading).rejects.toBe(reason);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.requests[0]?.aborted).toBe(true);
  });

  it('hangs up on a stream that nobody reads on', async () => {
    await ask({ kind: 'break', text: 'One two', how: 'hang' }, async (model) => {
      for await (const part of streamOf(model)) if (part.type === 'text') break;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.requests[0]?.aborted).toBe(true);
  });

  it('hangs up on an answer that does not come when the signal says so', async () => {
    const reason = new Error('enough');
    const caller = new AbortController();
    setTimeout(() => {
      caller.abort(reason);
    }, 100);
    const { signal } = caller;
    await expect(ask({ kind: 'hang' }, (model) => model.complete({ messages, signal }))).rejects.toBe(reason);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.requests[0]?.aborted).toBe(true);
  });

  it.each(['complete', 'stream'])(
    'tells status, wait and words of a refusal (%s), but not the key',
    async (how) => {
      const refusing: Behaviour = {
        kind: 'error',
        status: 429,
        message: `Too many requests for the key ${KEY}`,
        headers: { 'retry-after': '7' },
      };
      const asking = ask(refusing, async (model) =>
        how === 'complete' ? await model.complete({ messages }) : await collected(streamOf(model)),
      );
      await expect(asking).rejects.toMatchObject({
        fault: 'rate_limit',
        status: 429,
        retryAfterMs: 7000,
        message: 'The model answered with status 429: Too many requests for the key …',
      });
    },
  );

  it.each([
    ['reset', 'network'],
    ['end', 'network'],
    ['error', 'server'],
    ['garble', 'bad_reply'],
  ] as const)('passes on that a stream goes wrong: %s', async (how, fault) => {
    const asking = ask({ kind: 'break', text: 'One two', how }, (model) => collected(streamOf(model)));
    await expect(asking).rejects.toMatchObject({ name: 'ChatModelError', fault });
  });
});

describe('jobs of the provider', () => {
  const apis = ['openAiCompatible', 'anthropic'] as const;

  const jobsOf = ({ jobs }: CascadeModel): ChatJobs => {
    if (!jobs) throw new TypeError('The model has no jobs');
    return jobs;
  };

  it.each(apis)('are submitted, looked at and read with the credential: %s', async (apiType) => {
    behaviour = { kind: 'reply', text: 'Tokio, wörtlich 東京.' };
    rules = { endsAtLook: 2 };
    const questions = Array.from({ length: 2000 }, (_, index) => `${String(index)} ${'東京? '.repeat(100)}`);
    const requests = questions.map((content, index) => ({
      customId: `query-${String(index)}`,
      request: { messages: [{ role: 'user', content }] as const },
    }));
    const [looks, replies] = await withModel(
      async (model) => {
        const jobs = jobsOf(model);
        const { id } = await jobs.submit(requests);
        const states = [await jobs.find(id), await jobs.find(id)].map(({ state }) => state);
        return [states, await collected(jobs.replies(id))] as const;
      },
      { apiType, baseUrl: server.url },
    );
    expect(looks).toEqual(['running', 'ended']);
    expect(replies).toHaveLength(2000);
    expect(replies[1999]).toMatchObject({ customId: 'query-1999', reply: { text: 'Tokio, wörtlich 東京.' } });
    const [job] = server.jobs;
    expect(job?.requests.map(({ body }) => JSON.stringify(body))).toEqual(
      questions.map((content) => expect.stringContaining(JSON.stringify(content))),
    );
    expect(job?.headers.get(apiType === 'anthropic' ? 'x-api-key' : 'authorization')).toContain(KEY);
  });

  it.each(apis)('can be cancelled: %s', async (apiType) => {
    rules = { endsAtLook: Infinity };
    const work = async (model: CascadeModel) => {
      const jobs = jobsOf(model);
      const { id } = await jobs.submit([{ customId: 'a', request: { messages } }]);
      return await jobs.cancel(id);
    };
    const job = await withModel(work, { apiType, baseUrl: server.url });
    expect(job).toMatchObject({ state: 'cancelling' });
    expect(server.jobs).toMatchObject([{ isCancelled: true }]);
  });

  it.each(apis)('that are refused say so without the key: %s', async (apiType) => {
    rules = { refusals: [{ at: 'create', status: 429, message: `Too many for ${KEY}` }] };
    const submitting = withModel(
      (model) => jobsOf(model).submit([{ customId: 'a', request: { messages } }]),
      { apiType, baseUrl: server.url },
    );
    await expect(submitting).rejects.toMatchObject({
      fault: 'rate_limit',
      message: 'The model answered with status 429: Too many for …',
    });
  });

  it.each(apis)('are not sent after a redirect: %s', async (apiType) => {
    const asked: string[] = [];
    const elsewhere = new LocalServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(307, { location: `${server.url}/files` }).end();
    });
    await elsewhere.listen();
    const submitting = withModel(
      (model) => jobsOf(model).submit([{ customId: 'a', request: { messages } }]),
      { apiType, baseUrl: elsewhere.origin },
    );
    await expect(submitting).rejects.toMatchObject({ fault: 'not_found', status: 307 });
    await elsewhere.stop();
    expect(asked).toHaveLength(1);
    expect(server.jobs).toHaveLength(0);
  });

  it('hang up on an upload when the signal says so', async () => {
    const reason = new Error('enough');
    const caller = new AbortController();
    let tell: (isCut: boolean) => void = () => undefined;
    const isCut = new Promise<boolean>((resolve) => {
      tell = resolve;
    });
    const slow = new LocalServer((request) => {
      request.once('data', () => {
        caller.abort(reason);
      });
      request.once('close', () => {
        tell(!request.complete);
      });
    });
    await slow.listen();
    const content = 'x'.repeat(20_000_000);
    const submitting = withModel(
      (model) =>
        jobsOf(model).submit(
          [{ customId: 'a', request: { messages: [{ role: 'user', content }] } }],
          caller.signal,
        ),
      { apiType: 'openAiCompatible', baseUrl: slow.origin },
    );
    await expect(submitting).rejects.toBe(reason);
    // Before the end of the server, which cuts it as well.
    expect(await isCut).toBe(true);
    await slow.stop();
  });
});
