import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import type { N8nApi } from '../../scripts/n8n/api.mts';
import type { Execution } from '../../scripts/n8n/execution.mts';
import { lastTextOf } from '../../scripts/modelServer/request.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import { chatModelResponder } from './support/chatModelResponder';
import {
  CASCADE,
  modelNode,
  publishChatModel,
  ROOT,
  type ChatModelWorkflow,
  type RootNode,
} from './support/chatModelWorkflow';
import { sharedN8n } from './support/sharedN8n';

jest.setTimeout(120_000);

const QUESTION = 'What is the capital of France?';
const SUM = 'Use the calculator: what is 6 times 7?';

let api: N8nApi;
let server: ModelServer;
let credentialId: string;
let apiCredentialId: string;

beforeAll(async () => {
  server = await ModelServer.start(chatModelResponder);
  api = sharedN8n();
  const openAi = { apiKey: 'sk-test', url: server.url };
  const own = { apiType: 'openAiCompatible', apiKey: 'sk-test', baseUrl: server.url };
  [{ id: credentialId }, { id: apiCredentialId }] = await Promise.all([
    api.createCredential({ name: 'Test models', type: 'openAiApi', data: openAi }),
    api.createCredential({ name: 'Test API', type: 'cascadeLlmApi', data: own }),
  ]);
});

afterAll(() => server.stop());

interface Answered {
  readonly status: number;
  readonly body: unknown;
  /** What the models were asked, in order. */
  readonly asked: readonly string[];
  readonly execution: Execution;
}

/** Calls a new workflow once. */
async function ask(
  text: string,
  given: Omit<ChatModelWorkflow, 'credentialId'>,
  body: object = {},
): Promise<Answered> {
  const { id, path } = await publishChatModel(api, { ...given, credentialId });
  server.forgetRequests();
  const answer = await api.callWebhook(path, { text, ...body });
  const [newest] = await api.executions(id);
  if (!newest) throw new Error('n8n kept no execution');
  const execution = await api.execution(newest.id);
  return { ...answer, asked: server.requests.map((request) => request.body.model), execution };
}

/** What the logs panel shows of the runs of a sub-node. */
function runsOf({ data }: Execution, node: string) {
  return (data.resultData.runData[node] ?? []).map((run) => ({
    source: run.source?.[0],
    error: run.error?.message,
    json: run.data?.['ai_languageModel']?.[0]?.[0]?.json,
  }));
}

const chain: RootNode = {
  type: 'chainLlm',
  typeVersion: 1.7,
  parameters: { promptType: 'define', text: '={{ $json.body.text }}' },
};

const agent = (options: INodeParameters = {}): RootNode => ({
  type: 'agent',
  typeVersion: 3,
  parameters: { promptType: 'define', text: '={{ $json.body.text }}', options },
});

/** The agent of n8n before 2.0, which runs the tools itself. */
const olderAgent = (options: INodeParameters = {}): RootNode => ({ ...agent(options), typeVersion: 2.2 });

describe("n8n's Basic LLM Chain on a Cascade Chat Model", () => {
  it('is answered by the draft when it will do', async () => {
    const { status, body, asked, execution } = await ask(QUESTION, {
      root: chain,
      models: ['gpt-4o-mini', 'gpt-4o'],
    });
    expect({ status, body }).toEqual({ status: 200, body: [{ text: 'Paris.' }] });
    expect(asked).toEqual(['gpt-4o-mini']);
    expect(runsOf(execution, CASCADE)).toMatchObject([
      {
        json: {
          response: {
            generations: [
              [{ text: expect.stringMatching(/^gpt-4o-mini answered · accepted: .+ · cost \$0\.00021, /) }],
              [{ text: 'Paris.' }],
            ],
          },
          cascade: {
            modelUsed: 'gpt-4o-mini',
            escalated: false,
            costUsd: 0.00021,
            baselineCostUsd: 0.0035,
            savedPercent: 94,
            attempts: [{ inputTokens: 1000, outputTokens: 100 }],
          },
        },
      },
    ]);
  });

  it('is answered by the verifier when the draft will not do, and says why', async () => {
    const { body, asked, execution } = await ask(QUESTION, { root: chain, models: ['refusing', 'strong'] });
    expect(body).toEqual([{ text: 'Paris, on the Seine.' }]);
    expect(asked).toEqual(['refusing', 'strong']);
    expect(runsOf(execution, CASCADE)).toMatchObject([
      {
        json: {
          cascade: {
            modelUsed: 'strong',
            escalated: true,
            reason: 'escalated: the draft refuses to answer',
          },
        },
      },
    ]);
  });

  it('passes the prompt on as it is', async () => {
    await ask(QUESTION, { root: chain, models: ['good', 'strong'] });
    expect(server.requests.map(({ body }) => body.messages)).toEqual([[{ role: 'user', content: QUESTION }]]);
  });

  it('passes an image on', async () => {
    const url = 'data:image/png;base64,iVBORw0KGgo=';
    const messages = {
      messageValues: [{ type: 'HumanMessagePromptTemplate', messageType: 'imageUrl', imageUrl: url }],
    };
    const root = { ...chain, parameters: { ...chain.parameters, messages } };
    const { status } = await ask(QUESTION, { root, models: ['good', 'strong'] });
    expect(status).toBe(200);
    const [request] = server.requests;
    expect(request?.body.messages).toContainEqual(
      expect.objectContaining({
        content: expect.arrayContaining([{ type: 'image_url', image_url: { url } }]),
      }),
    );
  });

  it('takes a threshold from the data of the request', async () => {
    const given = {
      root: chain,
      models: ['good', 'strong'],
      parameters: {
        options: { routing: 'draft_first', qualityThreshold: '={{ $json.body.threshold }}' },
      },
    };
    expect((await ask(QUESTION, given, { threshold: 0 })).asked).toEqual(['good']);
    const strict = await ask(QUESTION, given, { threshold: 1 });
    expect(strict.asked).toEqual(['good', 'strong']);
    expect(runsOf(strict.execution, CASCADE)).toMatchObject([{ json: { cascade: { threshold: 1 } } }]);
  });

  it('asks five models in the order of their inputs', async () => {
    const models = ['broken', 'refusing', 'unauthorized', 'cut-off', 'strong'];
    const parameters = { options: { retries: 0 } };
    const { body, asked } = await ask(QUESTION, { root: chain, models, parameters });
    expect(body).toEqual([{ text: 'Paris, on the Seine.' }]);
    expect(asked).toEqual(models);
  });

  it('moves on from a model that hangs', async () => {
    const parameters = { options: { timeoutSeconds: 1, retries: 0 } };
    const { body } = await ask(QUESTION, { root: chain, models: ['hanging', 'strong'], parameters });
    expect(body).toEqual([{ text: 'Paris, on the Seine.' }]);
  });

  it('asks models by name, and then counts all of their tokens itself', async () => {
    const given = { root: chain, models: ['refusing', 'strong'], apiCredentialId };
    const { body, execution } = await ask(QUESTION, given);
    expect(body).toEqual([{ text: 'Paris, on the Seine.' }]);
    expect(runsOf(execution, CASCADE)).toMatchObject([
      { json: { tokenUsage: { promptTokens: 2000, completionTokens: 200, totalTokens: 2200 } } },
    ]);
  });

  it('fails with what each model did when all fail', async () => {
    const parameters = { options: { retries: 0 } };
    const { status, execution } = await ask(QUESTION, {
      root: chain,
      models: ['unauthorized', 'broken'],
      parameters,
    });
    expect(status).toBe(500);
    expect(runsOf(execution, CASCADE)).toMatchObject([{ error: 'No model of the cascade gave an answer' }]);
    expect(JSON.stringify(execution.data)).toContain('Incorrect API key provided');
  });

  it('fails clearly when a parameter is wrong or a model missing', async () => {
    const parameters = { options: { qualityThreshold: 7 } };
    const wrong = await ask(QUESTION, { root: chain, models: ['good', 'strong'], parameters });
    expect(wrong.status).toBe(500);
    expect(JSON.stringify(wrong.execution.data)).toContain('Parameter \\"Quality Threshold\\" is 7');
    const missing = await ask(QUESTION, { root: chain, models: ['good', null] });
    expect(missing.status).toBe(500);
    expect(JSON.stringify(missing.execution.data)).toContain('No chat model is connected to \\"Verifier\\"');
  });
});

describe("n8n's AI Agent on a Cascade Chat Model", () => {
  const withCalculator = { root: agent(), hasCalculator: true };

  it('runs the tool that a draft calls', async () => {
    const { body, asked, execution } = await ask(SUM, { ...withCalculator, models: ['calling', 'strong'] });
    expect(body).toMatchObject([{ output: 'The result is 42.' }]);
    expect(asked).toEqual(['calling', 'calling']);
    expect(runsOf(execution, CASCADE)).toMatchObject([
      { json: { cascade: { modelUsed: 'calling', escalated: false } } },
      { json: { response: { generations: [[{}], [{ text: 'The result is 42.' }]] } } },
    ]);
  });

  it('runs tools that are called side by side', async () => {
    const { body } = await ask(SUM, { ...withCalculator, models: ['calling-twice', 'strong'] });
    expect(body).toMatchObject([{ output: 'The result is 2.' }]);
    const results = server.requests.at(-1)?.body.messages.filter(({ role }) => role === 'tool');
    expect(results).toMatchObject([
      { content: expect.stringContaining('42'), tool_call_id: 'call-1' },
      { content: expect.stringContaining('2'), tool_call_id: 'call-2' },
    ]);
  });

  it.each(['calling-nothing', 'calling-badly', 'calling-wrongly'])(
    'has the call of a %s draft written again by the verifier',
    async (drafter) => {
      const { body, asked, execution } = await ask(SUM, { ...withCalculator, models: [drafter, 'calling'] });
      expect(body).toMatchObject([{ output: 'The result is 42.' }]);
      expect(asked.slice(0, 2)).toEqual([drafter, 'calling']);
      expect(runsOf(execution, CASCADE)[0]).toMatchObject({
        json: { cascade: { modelUsed: 'calling', escalated: true } },
      });
    },
  );

  it.each(['calling-badly', 'calling-wrongly'])(
    'fails rather than runs a tool for a %s verifier',
    async (verifier) => {
      const given = { ...withCalculator, models: ['refusing', verifier] };
      const { status, execution } = await ask(SUM, given);
      expect(status).toBe(500);
      expect(runsOf(execution, CASCADE)).toMatchObject([
        { error: 'The last model of the cascade called a tool in a way that does not work' },
      ]);
      expect(execution.data.resultData.runData['Calculator']).toBeUndefined();
    },
  );

  it('shows what each model did below the run that it answered', async () => {
    const models = ['calling-nothing', 'calling'];
    const { execution } = await ask(SUM, { ...withCalculator, models });
    expect(runsOf(execution, CASCADE)).toHaveLength(2);
    expect(runsOf(execution, modelNode(0)).map(({ source }) => source)).toEqual([
      { previousNode: CASCADE, previousNodeRun: 0 },
      { previousNode: CASCADE, previousNodeRun: 1 },
    ]);
    expect(runsOf(execution, modelNode(1))[0]).toMatchObject({
      source: { previousNode: CASCADE, previousNodeRun: 0 },
      json: { tokenUsage: { totalTokens: 1100 } },
    });
  });

  it('streams the answer of the verifier alone, as it comes', async () => {
    const root = agent({ enableStreaming: true });
    const { body } = await ask(QUESTION, { root, models: ['refusing', 'strong'], streams: true });
    expect(piecesIn(body)).toEqual(['Paris, ', 'on ', 'the ', 'Seine.']);
  });

  it('streams an accepted draft in one piece', async () => {
    const root = agent({ enableStreaming: true });
    const { body, execution } = await ask(QUESTION, { root, models: ['good', 'strong'], streams: true });
    expect(piecesIn(body)).toEqual(['Paris.']);
    expect(runsOf(execution, CASCADE)).toMatchObject([{ json: { cascade: { escalated: false } } }]);
  });

  it('streams the answer that follows a tool', async () => {
    const given = { root: agent({ enableStreaming: true }), hasCalculator: true, streams: true };
    const { body } = await ask(SUM, { ...given, models: ['calling-nothing', 'calling'] });
    expect(piecesIn(body).join('')).toBe('The result is 42.');
  });
});

describe("an older AI Agent of n8n's on a Cascade Chat Model", () => {
  it.each([true, false])('runs tools and answers, streaming: %p', async (streams) => {
    const root = olderAgent({ enableStreaming: streams });
    const models = ['calling-nothing', 'calling'];
    const { body, execution } = await ask(SUM, { root, hasCalculator: true, streams, models });
    expect(streams ? piecesIn(body).join('') : body).toEqual(
      streams ? 'The result is 42.' : [{ output: 'The result is 42.' }],
    );
    expect(runsOf(execution, CASCADE)[0]).toMatchObject({ json: { cascade: { escalated: true } } });
  });
});

/** The texts that a streaming webhook sent: one JSON object a line. */
function piecesIn(body: unknown): string[] {
  if (typeof body !== 'string') throw new Error(`The webhook sent no stream but ${JSON.stringify(body)}`);
  const lines = body.split('\n').filter((line) => line !== '');
  const chunks = lines.map((line) => JSON.parse(line) as { type: string; content?: string });
  return chunks.flatMap(({ type, content }) => (type === 'item' && content ? [content] : []));
}

describe('other nodes of n8n on a Cascade Chat Model', () => {
  it('the Text Classifier sorts by the draft', async () => {
    const categories = { categories: [{ category: 'geography' }, { category: 'cooking' }] };
    const root = {
      type: 'textClassifier',
      typeVersion: 1.1,
      parameters: { inputText: '={{ $json.body.text }}', categories },
      outputs: 2,
    };
    const { body, asked, execution } = await ask(QUESTION, { root, models: ['classifying', 'strong'] });
    expect(body).toMatchObject([{ body: { text: QUESTION } }]);
    expect(asked).toEqual(['classifying']);
    expect(execution.data.resultData.runData[ROOT]?.[0]?.data?.['main']).toMatchObject([[{}], []]);
  });

  it('the Information Extractor reads what the draft found', async () => {
    const attributes = { attributes: [{ name: 'city', description: 'The city', required: true }] };
    const parameters = { text: '={{ $json.body.text }}', attributes };
    const root = { type: 'informationExtractor', typeVersion: 1.2, parameters };
    const { body } = await ask('I live in Paris.', { root, models: ['extracting', 'strong'] });
    expect(body).toMatchObject([{ output: { city: 'Paris' } }]);
  });

  it('Guardrails has texts judged', async () => {
    const root = {
      type: 'guardrails',
      typeVersion: 2,
      parameters: { text: '={{ $json.body.text }}', guardrails: { nsfw: { value: { threshold: 0.7 } } } },
      outputs: 2,
    };
    const { status, asked, execution } = await ask(QUESTION, { root, models: ['judging', 'strong'] });
    expect(status).toBe(200);
    expect(asked).toEqual(['judging']);
    expect(server.requests.map(({ body }) => lastTextOf('user', body))).toEqual([QUESTION]);
    expect(execution.data.resultData.runData[ROOT]?.[0]?.data?.['main']).toMatchObject([[{}], []]);
  });
});
