import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import type { ChatModel, ChatStreamPart } from '../../core';
import { apiModels } from '../../nodes/shared/apiModels/apiModels';
import type { Behaviour } from '../../scripts/modelServer/behaviour.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import { collected } from '../support/collected';
import { runWorkflow } from './support/runWorkflow';

const messages = [{ role: 'user', content: 'What is the capital of Japan?' }] as const;
const KEY = 'my-own-secret';

let server: ModelServer;
let behaviour: Behaviour;

beforeAll(async () => {
  server = await ModelServer.start(() => behaviour);
});
afterAll(() => server.stop());
afterEach(() => {
  server.forgetRequests();
});

/** Asks a model through n8n's own request helper, as a node with a credential does. */
async function ask<Result>(behaves: Behaviour, work: (model: ChatModel) => Promise<Result>): Promise<Result> {
  behaviour = behaves;
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
      if (model) asked = work(model.chat);
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
    credential: { apiType: 'openAiCompatible', baseUrl: server.url, apiKey: KEY },
  });
  return await asked;
}

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
