import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { saveCredentials } from '../../scripts/examples/importExample.mts';
import { tenantCredentials } from '../../scripts/examples/tenantCredentials.mts';
import type { ModelServer } from '../../scripts/modelServer/server.mts';
import type { Credential, N8nApi } from '../../scripts/n8n/api.mts';
import {
  calling,
  drafted,
  FAILING,
  modelsAsked,
  REFUSING,
  startScriptedModels,
} from './support/cascade/exampleModels';
import { publishChat, type PublishedChat } from './support/guardrails/chat';
import { QUESTION } from './support/guardrails/texts';
import { sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

const PERCENT = 'What is 17.5 % of 240?';
const ORDER = 'Where is my order 4711?';
const LAMPS = 'Which of your lamps can be dimmed?';
const SECRET = 'What does the lamp of next year cost?';
const UNANSWERABLE = 'Nobody answers this.';
const CALCULATION = { id: 'call-1', name: 'Calculator', arguments: '{"input": "240 * 0.175"}' };
const LOOK_UP = { id: 'call-1', name: 'Order_Status', arguments: '{"order_number": "4711"}' };
const askExpert = (question: string) => ({
  id: 'call-1',
  name: 'Product_Expert',
  arguments: JSON.stringify({ Prompt__User_Message_: question }),
});

let api: N8nApi;
let models: ModelServer;
let credentials: ReadonlyMap<string, Credential>;

beforeAll(async () => {
  api = sharedN8n();
  models = await startScriptedModels(
    new Map([
      [QUESTION, drafted('Paris.')],
      [PERCENT, { draft: calling(CALCULATION), final: REFUSING }],
      [ORDER, { draft: calling(LOOK_UP), final: REFUSING }],
      [LAMPS, { draft: calling(askExpert('Which lamps are dimmable?')), final: REFUSING }],
      [SECRET, { draft: calling(askExpert(UNANSWERABLE)), final: REFUSING }],
      [UNANSWERABLE, { draft: FAILING, final: FAILING }],
      ['Which lamps are dimmable?', drafted('Aurora and Luna.')],
    ]),
  );
  credentials = await saveCredentials(api, tenantCredentials(models));
});

beforeEach(() => {
  models.forgetRequests();
});

afterAll(() => models.stop());

async function lastRun(workflowId: string) {
  const [last] = await api.executions(workflowId, 1);
  return await api.execution(last?.id ?? '');
}

describe('chat-with-memory-and-tools', () => {
  let chat: PublishedChat;

  beforeAll(async () => {
    chat = await publishChat(api, 'cascade/chat-with-memory-and-tools.json', credentials);
  });

  it('calculates with a tool that the draft calls', async () => {
    const { body } = await chat.say(PERCENT);
    expect(body).toMatchObject({
      output: expect.stringContaining('42'),
      cascade: { modelUsed: 'gpt-4o-mini', escalated: false },
      intermediateSteps: [
        { tool: 'Calculator', args: { input: '240 * 0.175' }, outcome: 'done', result: '42' },
      ],
    });
    expect(modelsAsked(models)).toEqual(['gpt-4o-mini', 'gpt-4o-mini']);
  });

  it('leaves what it says about an order to the verifier', async () => {
    const { body } = await chat.say(ORDER);
    expect(body).toMatchObject({
      output: expect.stringMatching(/^gpt-4o was told: shipped on 2 March/),
      intermediateSteps: [{ tool: 'Order_Status', outcome: 'done' }],
    });
    expect(modelsAsked(models)).toEqual(['gpt-4o-mini', 'gpt-4o']);
  });

  it('remembers what was said in a conversation, and nothing of another one', async () => {
    const session = randomUUID();
    await chat.say(QUESTION, session);
    models.forgetRequests();
    await chat.say('And of Spain?', session);
    await chat.say('And of Italy?');
    expect(models.requests.map(({ body }) => body.messages.slice(1))).toMatchObject([
      [
        { role: 'user', content: QUESTION },
        { role: 'assistant', content: 'Paris.' },
        { role: 'user', content: 'And of Spain?' },
      ],
      [{ role: 'user', content: 'And of Italy?' }],
    ]);
  });
});

describe('ai-agent-on-cascade-chat-model', () => {
  const EXAMPLE = 'cascade/ai-agent-on-cascade-chat-model.json';
  let chat: PublishedChat;

  beforeAll(async () => {
    chat = await publishChat(api, EXAMPLE, credentials);
  });

  it('answers from a draft', async () => {
    const { body } = await chat.say(QUESTION);
    expect(body).toMatchObject({ output: 'Paris.' });
    const { data } = await lastRun(chat.id);
    expect(
      data.resultData.runData['Cascade Chat Model']?.[0]?.data?.['ai_languageModel']?.[0]?.[0],
    ).toMatchObject({
      json: { cascade: { modelUsed: 'gpt-4o-mini', escalated: false, costUsd: 0.00021 } },
    });
  });

  it.each([3.1, 2.2])(
    'in version %d hands questions to a cascade of its own, whose run n8n shows',
    async (version) => {
      const versioned = await publishChat(api, EXAMPLE, credentials, {
        'AI Agent': (node) => ({ ...node, typeVersion: version }),
      });
      const { body } = await versioned.say(LAMPS);
      expect(body).toMatchObject({ output: expect.stringContaining('Aurora and Luna.') });
      const { data } = await lastRun(versioned.id);
      // The versions say it at other places.
      const run = JSON.stringify(data.resultData.runData['Product Expert']?.[0]?.data?.['ai_tool']);
      expect(run).toContain('"output":"Aurora and Luna."');
      expect(run).toContain('"modelUsed":"gpt-4o-mini"');
      expect(models.requests[1]?.body.messages).toMatchObject([
        { role: 'system', content: expect.stringContaining('Aurora: floor lamp') },
        { role: 'user', content: 'Which lamps are dimmable?' },
      ]);
    },
  );

  it('goes on when that cascade has no answer', async () => {
    const { status, body } = await chat.say(SECRET);
    expect(status).toBe(200);
    expect(body).toMatchObject({ output: expect.stringContaining('No model of the cascade gave an answer') });
  });
});
