import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { publishExample, saveCredentials } from '../../scripts/examples/importExample.mts';
import { APPLICATION_KEY, tenantCredentials } from '../../scripts/examples/tenantCredentials.mts';
import type { ModelServer } from '../../scripts/modelServer/server.mts';
import type { Credential, N8nApi } from '../../scripts/n8n/api.mts';
import { RedisServer } from '../../scripts/servers/redisServer.mts';
import { LOOPBACK } from '../../scripts/support/ports.mts';
import { post } from '../../scripts/support/post.mts';
import { publishChat, type PublishedChat } from './support/guardrails/chat';
import { seenBy, startExampleModels, UNANSWERABLE } from './support/guardrails/exampleModels';
import { CARD, EMAIL, SECRET_KEY } from './support/guardrails/texts';
import { having, type Change } from './support/profiles/changes';
import { n8nUrl, sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

let api: N8nApi;
let models: ModelServer;
let credentials: ReadonlyMap<string, Credential>;

beforeAll(async () => {
  api = sharedN8n();
  models = await startExampleModels();
  credentials = await saveCredentials(api, tenantCredentials(models));
});

beforeEach(() => {
  models.forgetRequests();
});

afterAll(() => models.stop());

/** Each is of another kind. */
const VALUES = [
  EMAIL,
  '+1 415-555-2671',
  CARD,
  'DE89 3704 0044 0532 0130 00',
  '536-90-4399',
  '203.0.113.42',
  SECRET_KEY,
];

describe('redact-and-restore', () => {
  beforeAll(async () => {
    await publishExample(api, 'guardrails/redact-and-restore.json', credentials);
  });

  const ask = (message: unknown) => post(`${n8nUrl()}/webhook/ask-private`, { message }, APPLICATION_KEY);

  it('lets no model see a value, and gives all of them back', async () => {
    const [email = '', phone = '', card = '', iban = '', ssn = '', address = '', key = ''] = VALUES;
    const message = `Mail ${email}, call ${phone}. Card ${card}, IBAN ${iban}, SSN ${ssn}, IP ${address}, key ${key}.`;
    const { status, body } = await ask(message);
    expect([status, body]).toEqual([200, { answer: `I wrote it down: ${VALUES.join(' and ')}.` }]);
    for (const value of VALUES) expect(seenBy(models)).not.toContain(value);
    expect(seenBy(models)).toContain('Mail [EMAIL_1], call [PHONE_1].');
  });

  it('takes a placeholder that the text has of its own for what it is', async () => {
    const { body } = await ask("[EMAIL_1] is no address, o'brien@corp-mail.com is: $& {{ 1 }}");
    expect(body).toEqual({ answer: "I wrote it down: [EMAIL_1] and o'brien@corp-mail.com." });
    expect(seenBy(models)).not.toContain('corp-mail');
  });

  it('tells a redaction that cannot be made from an answer that does not come', async () => {
    const [unread, unanswered] = [await ask({ text: 'jane@corp-mail.com' }), await ask(UNANSWERABLE)];
    expect([unread.status, unread.body]).toEqual([
      400,
      { error: expect.stringMatching(/^Parameter "Text"/) },
    ]);
    expect(JSON.stringify(unread.body)).not.toContain('corp-mail');
    expect([unanswered.status, unanswered.body]).toEqual([
      502,
      { error: 'No model of the cascade gave an answer' },
    ]);
  });
});

describe.each(['staticData', 'redis'])('private-conversation, with the values in %s', (storage) => {
  let redis: RedisServer | undefined;
  let chat: PublishedChat;

  beforeAll(async () => {
    if (storage === 'redis') redis = await RedisServer.start();
    const saved = await saveCredentials(api, redis ? [redisCredential(redis)] : []);
    const there: Change = (node) => ({
      ...having({ storage })(node),
      ...(redis ? { credentials: { cascadeRedisApi: { id: null, name: 'Cascade Redis account' } } } : {}),
    });
    chat = await publishChat(
      api,
      'guardrails/private-conversation.json',
      new Map([...credentials, ...saved]),
      {
        Redact: there,
        Restore: there,
      },
    );
  });

  afterAll(() => redis?.stop());

  it('calls a value the same through all of a conversation, and nothing across conversations', async () => {
    const first = await chat.say('Write to jane.doe@corp-mail.com, please.', 'first');
    expect(first.body).toEqual({ output: 'I wrote it down: jane.doe@corp-mail.com.' });
    const other = await chat.say('Write to max.muster@corp-mail.com, please.', 'other');
    expect(other.body).toEqual({ output: 'I wrote it down: max.muster@corp-mail.com.' });

    models.forgetRequests();
    const second = await chat.say('Copy bo.li@corp-mail.com and jane.doe@corp-mail.com.', 'first');
    expect(second.body).toEqual({
      output: 'I wrote it down: bo.li@corp-mail.com and jane.doe@corp-mail.com.',
    });
    // The memory of the agent, too, has placeholders only.
    expect(models.requests.map(({ body }) => body.messages.slice(1))).toMatchObject([
      [
        { role: 'user', content: 'Write to [EMAIL_1], please.' },
        { role: 'assistant', content: 'I wrote it down: [EMAIL_1].' },
        { role: 'user', content: 'Copy [EMAIL_2] and [EMAIL_1].' },
      ],
    ]);
    expect(seenBy(models)).not.toContain('corp-mail');
  });
});

function redisCredential({ port }: RedisServer) {
  return { name: 'Cascade Redis account', type: 'cascadeRedisApi', data: { host: LOOPBACK, port } };
}
