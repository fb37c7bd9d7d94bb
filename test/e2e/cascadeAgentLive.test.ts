import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Behaviour } from '../../scripts/modelServer/behaviour.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import type { Credential, N8nApi } from '../../scripts/n8n/api.mts';
import { post } from '../../scripts/support/post.mts';
import { waitFor } from '../../scripts/support/time.mts';
import { behaviourByModelName } from '../support/behaviourByModelName';
import { collected } from '../support/collected';
import { publishAgent, type AgentWorkflow } from './support/cascade/agentWorkflow';
import { reply } from './support/cascade/exampleModels';
import { liveAnswer, textsOf, type Chunk } from './support/cascade/liveAnswer';
import { sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

const QUESTION = 'What is the capital of France?';
/** Written for a second or so. */
const LONG = 'Paris, on the river Seine, which flows through the middle of the city and on to the sea.';

let api: N8nApi;
let server: ModelServer;
let credential: Credential;

const slow = new Map<string, Behaviour>([['writing', reply(LONG, { chunkDelayMs: 50 })]]);

beforeAll(async () => {
  server = await ModelServer.start(
    (request) => slow.get(request.body.model) ?? behaviourByModelName(request),
  );
  api = sharedN8n();
  credential = await api.createCredential({
    name: 'Test models',
    type: 'openAiApi',
    data: { apiKey: 'sk-test', url: server.url },
  });
});

beforeEach(() => {
  server.forgetRequests();
});

afterAll(() => server.stop());

type Given = Omit<AgentWorkflow, 'credential'>;

const publish = (given: Given) => publishAgent(api, { ...given, credential });

async function chunksOf(given: Given, body: object = { text: QUESTION }): Promise<Chunk[]> {
  const { url } = await publish({ ...given, streams: true });
  return await collected(liveAnswer(url, body));
}

describe('Cascade Agent behind a webhook that streams', () => {
  it('sends the words of the verifier while they are written, and nothing of the rejected draft', async () => {
    const { url } = await publish({ models: ['refusing', 'writing'], streams: true });
    const pieces: string[] = [];
    let wasUnderWay = false;
    for await (const chunk of liveAnswer(url, { text: QUESTION })) {
      pieces.push(...textsOf([chunk]));
      const [, verifier] = server.requests;
      if (pieces.length === 1) wasUnderWay = verifier !== undefined && !pieces.join('').includes('sea');
    }
    expect(wasUnderWay).toBe(true);
    expect(pieces.length).toBeGreaterThan(10);
    expect(pieces.join('')).toBe(LONG);
  });

  it('sends an accepted draft in one piece', async () => {
    expect(textsOf(await chunksOf({ models: ['good', 'strong'] }))).toEqual(['Paris.']);
  });

  it('sends nothing when the panel says so, and the whole item at the end of the execution', async () => {
    const parameters = { options: { enableStreaming: false } };
    expect(textsOf(await chunksOf({ models: ['good', 'strong'], parameters }))).toEqual([]);
  });

  it('sends the answers of several items so that they can be told apart', async () => {
    const texts = [QUESTION, 'What is the capital of Spain?', 'What is the capital of Italy?'];
    const given = { models: ['refusing', 'writing'], hasManyItems: true };
    const chunks = await chunksOf(given, { texts });
    for (const [index] of texts.entries()) {
      const own = chunks.filter(({ metadata }) => metadata.itemIndex === index);
      expect(textsOf(own).join('')).toBe(LONG);
      const ofAgent = own.filter(({ metadata }) => metadata.nodeName === 'Cascade Agent');
      expect(ofAgent.map(({ type }) => type).filter((type) => type !== 'item')).toEqual(['begin', 'end']);
    }
  });

  it('fails when the verifier breaks off, rather than goes on in the words of a draft', async () => {
    const chunks = await chunksOf({ models: ['refusing', 'breaking'] });
    expect('The capital of France is Paris.').toContain(textsOf(chunks).join('').trim());
    expect(chunks.at(-1)?.type).toBe('error');
  });

  it('sends an error and no text when no model answers', async () => {
    const chunks = await chunksOf({ models: ['broken', 'unauthorized'] });
    expect(textsOf(chunks)).toEqual([]);
    expect(chunks).toContainEqual(expect.objectContaining({ type: 'error' }));
  });
});

describe('an execution that is stopped', () => {
  it.each([
    ['the draft', ['hanging', 'strong']],
    ['the verifier', ['refusing', 'hanging']],
  ])('hangs up on the model that writes %s, and asks no other', async (_, models) => {
    const { id, url } = await publish({ models });
    const answer = post(url, { text: QUESTION });
    const hangs = () => Promise.resolve(server.requests.find(({ body }) => body.model === 'hanging'));
    const call = await waitFor(hangs, { what: 'the model to be asked', timeoutMs: 10_000 });
    const asked = server.requests.length;

    const [running] = await api.executions(id);
    await api.stopExecution(running?.id ?? '');
    await waitFor(() => Promise.resolve(call.aborted ? true : undefined), {
      what: 'n8n to hang up',
      timeoutMs: 5000,
    });
    expect((await answer).status).toBe(500);
    expect((await api.execution(running?.id ?? '')).status).toBe('canceled');
    expect(server.requests).toHaveLength(asked);
  });
});

describe('an image that comes with a request', () => {
  const PIXEL =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

  async function send(url: string): Promise<unknown> {
    const form = new FormData();
    form.append('text', 'What is in the picture?');
    form.append('picture', new Blob([Buffer.from(PIXEL, 'base64')], { type: 'image/png' }), 'pixel.png');
    const response = await fetch(url, { method: 'POST', body: form });
    expect(response.status).toBe(200);
    return await response.json();
  }

  it('is seen by drafter and verifier', async () => {
    const { url } = await publish({ models: ['refusing', 'strong'] });
    expect(await send(url)).toMatchObject([{ output: 'Paris, on the Seine.' }]);
    expect(server.requests).toHaveLength(2);
    for (const { body } of server.requests) {
      expect(body.messages.at(-1)).toMatchObject({
        content: [
          { type: 'text', text: 'What is in the picture?' },
          { type: 'image_url', image_url: { url: `data:image/png;base64,${PIXEL}` } },
        ],
      });
    }
  });

  it('is kept from the models when the panel says so', async () => {
    const { url } = await publish({
      models: ['good', 'strong'],
      parameters: { options: { passImages: false } },
    });
    await send(url);
    expect(JSON.stringify(server.requests.map(({ body }) => body))).not.toContain('image');
  });
});
