import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import {
  errorOfGuardrails,
  guardrailsOf,
  outputsOfGuardrails,
  runGuardrails,
  type GuardrailsCase,
} from './support/guardrailsWorkflow';
import { SavedWorkflow } from './support/savedWorkflow';
import { hintsOf } from './support/tenantWorkflow';

const ANN = 'ann.lee@corp-mail.com';
const BOB = 'bob.ray@corp-mail.com';
const CARD = '4111 1111 1111 1111';
const KEY = 'a hash key of some length';

const TEXT: INodeParameters = { textSource: 'define', text: '={{ $json.text }}' };

async function itemsOf(
  operation: 'check' | 'redact' | 'restore',
  { parameters, ...given }: GuardrailsCase,
): Promise<INodeExecutionData[]> {
  const outputs = await outputsOfGuardrails({ ...given, parameters: { operation, ...TEXT, ...parameters } });
  return outputs[0] ?? [];
}

const redact = (given: GuardrailsCase) => itemsOf('redact', given);
const restore = (given: GuardrailsCase) => itemsOf('restore', given);

const textsOf = (items: readonly INodeExecutionData[]) => items.map(({ json }) => json['text']);
const entriesOf = (item: INodeExecutionData | undefined) =>
  (guardrailsOf(item)['map'] as IDataObject | undefined)?.['entries'];

describe('Redact Text in the n8n engine', () => {
  it('takes no placeholder that one text brings along for that of another', async () => {
    const given = { question: 'What is [PASSWORD_1] for?', note: 'His password: hunter2Horse!' };
    const fields = { textSource: 'fields', fields: 'question, note' };
    const redacted = await redact({ items: [given], parameters: fields });
    expect(redacted[0]?.json).toMatchObject({
      question: 'What is [LITERAL_1] for?',
      note: 'His password: [PASSWORD_1]',
    });
    const [restored] = await restore({ items: redacted.map(({ json }) => json), parameters: fields });
    expect(restored?.json).toMatchObject(given);
  });

  it('puts placeholders in place of what it finds, and keeps the values in the item', async () => {
    const [item] = await redact({
      items: [{ text: `Mail ${ANN} or ${BOB}, not ${ANN}. Card ${CARD}.`, id: 7 }],
    });
    const redacted = 'Mail [EMAIL_1] or [EMAIL_2], not [EMAIL_1]. Card [CREDIT_CARD_1].';
    expect(item).toMatchObject({
      json: {
        id: 7,
        text: redacted,
        guardrails: {
          text: redacted,
          found: [
            { type: 'email', value: 'a***@***', start: 5, end: 26, confidence: expect.any(Number) },
            { type: 'email', value: 'b***@***' },
            { type: 'email', value: 'a***@***' },
            { type: 'credit_card', value: '****1111' },
          ],
          map: {
            version: 1,
            entries: [
              ['EMAIL_1', ANN],
              ['EMAIL_2', BOB],
              ['CREDIT_CARD_1', CARD],
            ],
          },
        },
      },
      pairedItem: { item: 0 },
    });
    expect(Object.keys(item?.json ?? {})).toEqual(['guardrails', 'text', 'id']);
  });

  it.each<[INodeParameters, string]>([
    [{ style: 'label' }, 'Mail [EMAIL], card [CREDIT_CARD], mail [EMAIL]'],
    [{ style: 'numbered' }, 'Mail [EMAIL_1], card [CREDIT_CARD_1], mail [EMAIL_1]'],
    [{ style: 'mask' }, 'Mail a***@***, card ****1111, mail a***@***'],
    [{ style: 'remove' }, 'Mail , card , mail '],
  ])('leaves nothing of the values with %j', async (parameters, text) => {
    const items = await redact({ items: [{ text: `Mail ${ANN}, card ${CARD}, mail ${ANN}` }], parameters });
    expect(textsOf(items)).toEqual([text]);
    expect(guardrailsOf(items[0])).not.toHaveProperty('map');
    for (const raw of [ANN, CARD, '4111']) expect(JSON.stringify(items)).not.toContain(raw);
  });

  it('hashes with the key: the same for the same value, another with another key', async () => {
    const hashed = async (hashKey: string) =>
      textsOf(
        await redact({
          items: [{ text: ANN }, { text: ANN }, { text: BOB }],
          parameters: { style: 'hash', hashKey },
        }),
      );
    const [one, again, other] = await hashed(KEY);
    expect(one).toMatch(/^\[EMAIL_[\w-]+\]$/);
    expect(again).toBe(one);
    expect(other).not.toBe(one);
    expect((await hashed(`${KEY}!`))[0]).not.toBe(one);
  });

  it('replaces the text wherever the item has it, and nothing else', async () => {
    const message = `I am ${ANN}`;
    const [item] = await redact({
      items: [{ body: { message, log: [message, 1, `${message}!`] }, other: ANN }],
      parameters: { text: '={{ $json.body.message }}' },
    });
    expect(item?.json).toMatchObject({
      body: { message: 'I am [EMAIL_1]', log: ['I am [EMAIL_1]', 1, `I am ${ANN}!`] },
      other: ANN,
    });
  });

  it('redacts fields under one map, each in its place', async () => {
    const [item] = await redact({
      items: [{ subject: `From ${ANN}`, messages: [{ text: `To ${BOB} cc ${ANN}`, at: 1 }], note: BOB }],
      parameters: { textSource: 'fields', fields: 'messages, subject' },
    });
    expect(item?.json).toMatchObject({
      subject: 'From [EMAIL_2]',
      messages: [{ text: 'To [EMAIL_1] cc [EMAIL_2]', at: 1 }],
      note: BOB,
    });
    expect(guardrailsOf(item)).not.toHaveProperty('text');
    expect(guardrailsOf(item)['found']).toMatchObject([
      { field: 'messages' },
      { field: 'messages' },
      { field: 'subject' },
    ]);
  });

  it('redacts the whole item, whatever its fields are called', async () => {
    const items = JSON.parse(
      `[{"__proto__":{"mail":"${ANN}"},"constructor":"${BOB}","list":["${ANN}"],"n":1}]`,
    ) as unknown[];
    const [item] = await redact({ items, parameters: { textSource: 'fields', fields: '' } });
    expect(JSON.stringify({ ...item?.json, guardrails: undefined })).toBe(
      '{"__proto__":{"mail":"[EMAIL_1]"},"constructor":"[EMAIL_2]","list":["[EMAIL_1]"],"n":1}',
    );
  });

  it('redacts secrets, keywords, URLs and patterns of one’s own', async () => {
    const [item] = await redact({
      items: [{ text: 'Order CU-123456 at https://evil.example/x, competitor, https://good.example' }],
      parameters: {
        style: 'label',
        guardrails: {
          customRegex: { regex: [{ name: 'customer', value: 'CU-\\d{6}' }] },
          keywords: 'competitor',
          urls: { value: { allowedUrls: 'good.example' } },
        },
      },
    });
    expect(item?.json['text']).toMatch(
      /^Order \[CUSTOMER\] at \[[A-Z_]+\], \[[A-Z_]+\], https:\/\/good\.example$/,
    );
  });

  it('goes on with the numbers of the redaction before it, and keeps its values', async () => {
    const [first] = await redact({ items: [{ text: `Mail ${ANN}`, more: `Mail ${BOB} and ${ANN}` }] });
    const [second] = await redact({ items: [first?.json], parameters: { text: '={{ $json.more }}' } });
    expect(second?.json).toMatchObject({ text: 'Mail [EMAIL_1]', more: 'Mail [EMAIL_2] and [EMAIL_1]' });
    expect(entriesOf(second)).toEqual([
      ['EMAIL_1', ANN],
      ['EMAIL_2', BOB],
    ]);
    const forGood = { text: '={{ $json.more }}', style: 'label' };
    const [third] = await redact({ items: [first?.json], parameters: forGood });
    expect(entriesOf(third)).toEqual([['EMAIL_1', ANN]]);
  });

  it('takes nothing of another item', async () => {
    const items = await redact({ items: [{ text: ANN }, { text: BOB }] });
    expect(items.map(entriesOf)).toEqual([[['EMAIL_1', ANN]], [['EMAIL_1', BOB]]]);
  });

  it('fails an item as a whole: nothing of it goes on redacted in part', async () => {
    const [items = [], failed = []] = await outputsOfGuardrails({
      items: [
        { a: ANN, b: `${'a'.repeat(50)}!` },
        { a: BOB, b: 'b' },
      ],
      parameters: {
        operation: 'redact',
        textSource: 'fields',
        fields: 'a, b',
        guardrails: { pii: { value: {} }, customRegex: { regex: [{ name: 'slow', value: '(a+)+$' }] } },
      },
      onError: 'continueErrorOutput',
    });
    expect(items.map(({ json }) => json['a'])).toEqual(['[EMAIL_1]']);
    expect(failed.map(({ json }) => json['error'])).toEqual([
      'The pattern of the entity "slow" did not come to an end in time',
    ]);
  });

  it('redacts a text of 1 MB', async () => {
    const prose = 'The committee met on Tuesday to discuss the new library building. '.repeat(16_000);
    const [item] = await redact({ items: [{ text: `${prose}${ANN}` }] });
    expect(item?.json['text']).toBe(`${prose}[EMAIL_1]`);
  });

  it('leaves the input fields out when told to', async () => {
    const [item] = await redact({
      items: [{ text: ANN }],
      parameters: { options: { includeInputFields: false } },
    });
    expect(Object.keys(item?.json ?? {})).toEqual(['guardrails']);
    expect(guardrailsOf(item)['text']).toBe('[EMAIL_1]');
  });
});

describe('Restore Text in the n8n engine', () => {
  const values = {
    version: 1,
    entries: [
      ['EMAIL_1', ANN],
      ['CREDIT_CARD_1', CARD],
    ],
  };

  it('puts the values back into the answer of an agent', async () => {
    const [item] = await outputsOfGuardrails({
      items: [
        { output: 'I wrote to [EMAIL_1] and email_1 about [CREDIT_CARD_1].', guardrails: { map: values } },
      ],
      parameters: { operation: 'restore' },
    });
    expect(item?.[0]?.json).toEqual({
      guardrails: {
        text: `I wrote to ${ANN} and ${ANN} about ${CARD}.`,
        restored: ['EMAIL_1', 'CREDIT_CARD_1'],
        unknown: [],
      },
      output: `I wrote to ${ANN} and ${ANN} about ${CARD}.`,
    });
  });

  it.each(['as it is', 'as JSON text'])('takes the values from another node, %s', async (how) => {
    const kept = how === 'as it is' ? values : JSON.stringify(values);
    const [item] = await restore({
      items: [{ text: '[EMAIL_1]', kept }],
      parameters: { map: '={{ $json.kept }}' },
    });
    expect(item?.json['text']).toBe(ANN);
  });

  it('says which placeholders stand for nothing, and leaves them', async () => {
    const run = await runGuardrails({
      items: [{ text: 'To [EMAIL_1] and [EMAIL_9]', guardrails: { map: values } }],
      parameters: { operation: 'restore', ...TEXT },
    });
    const [item] = await restore({
      items: [{ text: 'To [EMAIL_1] and [EMAIL_9]', guardrails: { map: values } }],
    });
    expect(guardrailsOf(item)).toMatchObject({ restored: ['EMAIL_1'], unknown: ['EMAIL_9'] });
    expect(item?.json['text']).toBe(`To ${ANN} and [EMAIL_9]`);
    expect(hintsOf(run)).toEqual([
      expect.objectContaining({
        type: 'warning',
        message: expect.stringContaining('Texts with placeholders that stand for nothing: 1.'),
      }),
    ]);
  });

  it('puts them back into fields, and into the whole item', async () => {
    const item = { a: { b: ['[EMAIL_1]'] }, c: '[CREDIT_CARD_1]', guardrails: { map: values } };
    const [fields] = await restore({ items: [item], parameters: { textSource: 'fields', fields: 'a' } });
    expect(fields?.json).toMatchObject({ a: { b: [ANN] }, c: '[CREDIT_CARD_1]' });
    const [whole] = await restore({ items: [item], parameters: { textSource: 'fields', fields: '' } });
    expect(whole?.json).toMatchObject({ a: { b: [ANN] }, c: CARD });
    expect(guardrailsOf(whole)).toEqual({ restored: ['EMAIL_1', 'CREDIT_CARD_1'], unknown: [] });
  });

  it('undoes whatever Redact did, through a check in between', async () => {
    const text = `A text with [EMAIL_1] in it, ${ANN}, [[${BOB}]] and ${CARD}`;
    const [redacted] = await redact({ items: [{ text }] });
    const [checked] = await itemsOf('check', { items: [redacted?.json] });
    const [restored] = await restore({ items: [checked?.json] });
    expect(restored?.json['text']).toBe(text);
    expect(guardrailsOf(restored)).not.toHaveProperty('map');
  });

  it.each<[string, unknown]>([
    ['no values', {}],
    ['what is no map', { guardrails: { map: { EMAIL_1: ANN } } }],
    ['what is no JSON', { guardrails: { map: `{"version":1,"entries":[["EMAIL_1","${ANN}"` } }],
    ['a map of a later version', { guardrails: { map: { version: 2, entries: [] } } }],
    [
      'a map with a value twice',
      {
        guardrails: {
          map: {
            version: 1,
            entries: [
              ['EMAIL_1', ANN],
              ['EMAIL_1', BOB],
            ],
          },
        },
      },
    ],
    ['a map with a name that is none', { guardrails: { map: { version: 1, entries: [[ANN, BOB]] } } }],
  ])('refuses %s without quoting a value', async (_what, given) => {
    const error = await errorOfGuardrails({
      items: [{ text: '[EMAIL_1]', ...Object(given) } as object],
      parameters: { operation: 'restore', ...TEXT },
    });
    expect(error.message).toMatch(/^Parameter "Values" is (missing|an object|"…"), but must be what/);
    for (const raw of [ANN, BOB]) expect(JSON.stringify(error)).not.toContain(raw);
  });
});

describe('values in the store', () => {
  const inStore = (parameters: INodeParameters = {}): INodeParameters => ({
    mapIn: 'store',
    conversationId: '={{ $json.session }}',
    ...parameters,
  });

  it('rest by conversation, under the same placeholders all along', async () => {
    const saved = new SavedWorkflow();
    const items = [
      { session: 'a', text: `Mail ${ANN}` },
      { session: 'b', text: `Mail ${BOB}` },
      { session: 'a', text: `Mail ${BOB} and ${ANN}` },
    ];
    const redacted = await redact({ items, parameters: inStore(), saved });
    expect(textsOf(redacted)).toEqual(['Mail [EMAIL_1]', 'Mail [EMAIL_1]', 'Mail [EMAIL_2] and [EMAIL_1]']);
    expect(guardrailsOf(redacted[0])).toMatchObject({ conversationId: 'a' });
    for (const raw of [ANN, BOB]) expect(JSON.stringify(redacted)).not.toContain(raw);

    const answers = ['a', 'b', 'c'].map((session) => ({ session, text: 'To [EMAIL_1]' }));
    const restored = await restore({ items: answers, parameters: inStore(), saved: saved.restarted() });
    expect(textsOf(restored)).toEqual([`To ${ANN}`, `To ${BOB}`, 'To [EMAIL_1]']);
    expect(restored.map((item) => guardrailsOf(item)['unknown'])).toEqual([[], [], ['EMAIL_1']]);
  });

  it.each(['__proto__', 'constructor', 'a:b', '{x}', 42, 'a'.repeat(256)])(
    'may be of the conversation %j',
    async (session) => {
      const saved = new SavedWorkflow();
      const items = [{ session, text: ANN }];
      const [redacted] = await redact({ items, parameters: inStore(), saved });
      expect(redacted?.json['text']).toBe('[EMAIL_1]');
      const [restored] = await restore({ items: [redacted?.json], parameters: inStore(), saved });
      expect(restored?.json['text']).toBe(ANN);
    },
  );

  it('are found again through what Redact wrote into the item', async () => {
    const saved = new SavedWorkflow();
    const [redacted] = await redact({ items: [{ session: 'a', text: ANN }], parameters: inStore(), saved });
    const [checked] = await itemsOf('check', { items: [redacted?.json], saved });
    const parameters = inStore({ conversationId: '={{ $json.guardrails.conversationId }}' });
    const [restored] = await restore({ items: [checked?.json], parameters, saved });
    expect(restored?.json['text']).toBe(ANN);
  });

  it('of a run by hand are its own, which a hint says', async () => {
    const saved = new SavedWorkflow();
    const run = await runGuardrails({
      items: [{ session: 'a', text: ANN }],
      parameters: { operation: 'redact', ...TEXT, ...inStore() },
      saved,
      mode: 'manual',
    });
    expect(hintsOf(run)).toEqual([
      expect.objectContaining({ type: 'info', message: expect.stringContaining('This is a run by hand') }),
    ]);
    const [restored] = await restore({
      items: [{ session: 'a', text: '[EMAIL_1]' }],
      parameters: inStore(),
      saved,
    });
    expect(guardrailsOf(restored)).toMatchObject({ restored: [], unknown: ['EMAIL_1'] });
  });

  it.each(['', ' ', null, {}, 'a'.repeat(257)])('need a conversation: %j', async (session) => {
    const error = await errorOfGuardrails({
      items: [{ session, text: ANN }],
      parameters: { operation: 'redact', ...TEXT, ...inStore() },
    });
    expect(error.message).toMatch(/^Parameter "Conversation ID" is/);
    expect(error).toMatchObject({ context: { itemIndex: 0 } });
  });
});
