import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { saveCredentials } from '../../scripts/examples/importExample.mts';
import { tenantCredentials } from '../../scripts/examples/tenantCredentials.mts';
import type { ModelServer } from '../../scripts/modelServer/server.mts';
import { collected } from '../support/collected';
import { drafted, escalated, modelsAsked, reply, startScriptedModels } from './support/cascade/exampleModels';
import { liveAnswer, textsOf, type Chunk } from './support/cascade/liveAnswer';
import { chatMessage, publishChat, type PublishedChat } from './support/guardrails/chat';
import { EMAIL, INJECTION, INSULT, QUESTION } from './support/guardrails/texts';
import { outputOf } from './support/outputOf';
import { sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

const STORY = 'Write a story of a lighthouse.';
const STORY_TOLD = [
  'Far out at sea, where the ships pass at night, stood a lighthouse that was painted red and white.',
  'Its keeper was an old woman who counted the waves and wrote each evening how many there had been.',
  'One night the lamp went out, and the ships could no longer see where the rocks began.',
  'A gull flew up with a burning twig and lit it again, and nobody ever knew how.',
].join(' ');
const LEAKING = 'Who keeps the lighthouse?';
const HARMFUL = 'What did the keeper say?';
const DECLINED = 'I cannot help with that. Please ask something else.';

let models: ModelServer;
let chat: PublishedChat;

beforeAll(async () => {
  models = await startScriptedModels(
    new Map([
      [QUESTION, drafted('Paris.')],
      [STORY, escalated(reply(STORY_TOLD, { chunkDelayMs: 20 }))],
      [LEAKING, escalated(reply(`It is kept by Jane Doe, write to ${EMAIL} any time.`))],
      [HARMFUL, escalated(reply(`He came down the stairs. ${INSULT} Then he left.`))],
    ]),
  );
  const credentials = await saveCredentials(sharedN8n(), tenantCredentials(models));
  chat = await publishChat(sharedN8n(), 'cascade/streaming-chat.json', credentials);
});

beforeEach(() => {
  models.forgetRequests();
});

afterAll(() => models.stop());

async function say(text: string): Promise<Chunk[]> {
  return await collected(liveAnswer(chat.url, chatMessage(text)));
}

it('shows an accepted draft when it is accepted', async () => {
  const chunks = await say(QUESTION);
  expect(textsOf(chunks)).toEqual(['Paris.']);
  expect(modelsAsked(models)).toEqual(['gpt-4o-mini']);
});

it('shows nothing of a rejected draft, and the answer of the verifier while it is written', async () => {
  const at: number[] = [];
  let text = '';
  for await (const chunk of liveAnswer(chat.url, chatMessage(STORY))) {
    const [piece] = textsOf([chunk]);
    if (piece === undefined) continue;
    at.push(performance.now());
    text += piece;
  }
  expect(text).toBe(STORY_TOLD);
  expect(at.length).toBeGreaterThan(2);
  expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThan(500);
});

it('shows a label in place of personal data', async () => {
  const text = textsOf(await say(LEAKING)).join('');
  expect(text).toBe('It is kept by Jane Doe, write to [EMAIL] any time.');
});

it('stops an answer where it gets harmful, and says so politely', async () => {
  const text = textsOf(await say(HARMFUL)).join('');
  expect(text).toBe(`He came down the stairs.\n\n${DECLINED}`);
});

it('answers a question that is refused with polite words, and asks no model', async () => {
  const chunks = await say(INJECTION);
  expect(textsOf(chunks)).toEqual([DECLINED]);
  expect(models.requests).toEqual([]);
  const [last] = await sharedN8n().executions(chat.id, 1);
  const execution = await sharedN8n().execution(last?.id ?? '');
  expect(outputOf(execution, 'Cascade Agent')).toMatchObject([
    { output: DECLINED, refusal: { reason: 'blocked' } },
  ]);
});
