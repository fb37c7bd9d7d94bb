import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { N8nApi } from '../../scripts/n8n/api.mts';
import { errorsOf, outputsOf, publishGuard, type PublishedGuard } from './support/guardrails/guardWorkflow';
import { checking, redacting } from './support/guardrails/parameters';
import { CARD, EMAIL, INJECTION, QUESTION } from './support/guardrails/texts';
import { sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

let api: N8nApi;

beforeAll(() => {
  api = sharedN8n();
});

describe('Check', () => {
  let guard: PublishedGuard;

  beforeAll(async () => {
    guard = await publishGuard(api, {
      parameters: { ...checking, options: { includeInputFields: false } },
    });
  });

  it('tells Pass from Fail, item by item', async () => {
    const texts = [QUESTION, `Mail ${EMAIL} about it.`, INJECTION, 'How do I kill a Python process?'];
    const left = await guard.guard(texts.map((text) => ({ text })));
    expect(outputsOf(left)).toEqual([0, 0, 1, 1]);
    expect(left.map(({ guardrails }) => guardrails)).toMatchObject([
      { isSafe: true, violations: [] },
      { isSafe: true, violations: [] },
      { isSafe: false, violations: [{ guardrail: 'pii', category: 'email', value: 'j***@***' }] },
      { isSafe: false, violations: [{ guardrail: 'injection', category: 'prompt_injection' }] },
    ]);
  });

  it('says what it found with masked values only', async () => {
    const left = await guard.guard([{ text: `${EMAIL} paid with ${CARD}, the password is hunter2Horse!` }]);
    expect(outputsOf(left)).toEqual([1]);
    expect(left[0]?.['guardrails']).toMatchObject({
      pii: [
        { type: 'email', value: 'j***@***', start: 0, end: 22 },
        { type: 'credit_card', value: '****1111' },
      ],
    });
    const said = JSON.stringify(left);
    for (const value of [EMAIL, CARD, CARD.replaceAll(' ', ''), 'hunter2Horse'])
      expect(said).not.toContain(value);
  });

  it.each([
    ['nothing', {}],
    ['null', { text: null }],
    ['a number', { text: 5 }],
    ['a list', { text: [EMAIL] }],
    ['an object', { text: { mail: EMAIL } }],
  ])('fails %s alone, and lets nothing of it pass', async (_, item) => {
    const left = await guard.guard([item, { text: 'Hello' }]);
    expect(outputsOf(left)).toEqual([0, 2]);
    expect(errorsOf(left)[1]).toMatch(/^Parameter "Text" is .+, but must be a text$/);
  });

  it('takes an empty text and half characters', async () => {
    const left = await guard.guard([{ text: '' }, { text: `\ud800 ${EMAIL} \udc00` }]);
    expect(outputsOf(left)).toEqual([0, 1]);
    expect(left[1]).toMatchObject({ guardrails: { pii: [{ start: 2, end: 24 }] } });
  });

  it('checks a million characters for all, and ten million for personal data', async () => {
    const forPersonalData = await publishGuard(api, {
      parameters: { ...checking, ...redacting, operation: 'check', options: { includeInputFields: false } },
    });
    const sentence = 'The bridge was opened in spring, and many people came to see it. ';
    for (const [each, times] of [
      [guard, 15_400],
      [forPersonalData, 154_000],
    ] as const) {
      const before = sentence.repeat(times);
      const left = await each.guard([{ text: `${before}${EMAIL}` }]);
      expect(left).toMatchObject([{ leftBy: 1, guardrails: { violations: [{ start: before.length }] } }]);
    }
  });
});

describe('a failed item with On Error set to continue', () => {
  it('leaves a check by Fail', async () => {
    const { guard } = await publishGuard(api, { parameters: checking, onError: 'continueRegularOutput' });
    const left = await guard([{ text: [EMAIL] }, { text: 'Hello' }]);
    expect(outputsOf(left)).toEqual([0, 1]);
    expect(Object.keys(left[1] ?? {}).sort()).toEqual(['error', 'leftBy']);
  });

  it('leaves a redaction with its error and nothing of the text', async () => {
    const parameters = {
      ...redacting,
      textSource: 'fields',
      fields: 'note, address',
      guardrails: { pii: { value: { type: 'common' } } },
    };
    const { guard } = await publishGuard(api, { parameters, onError: 'continueRegularOutput' });
    const left = await guard([{ note: EMAIL }, { note: EMAIL, address: CARD }]);
    expect(left).toMatchObject([
      { error: 'Parameter "Fields" is "address", but must be a field of the item' },
      { note: '[EMAIL_1]', address: '[CREDIT_CARD_1]' },
    ]);
    expect(JSON.stringify(left[0])).not.toContain('corp-mail');
  });
});

describe('Redact and Restore', () => {
  it.each([
    ['label', '[EMAIL] and [EMAIL]'],
    ['numbered', '[EMAIL_1] and [EMAIL_1]'],
    ['mask', 'j***@*** and j***@***'],
    ['remove', ' and '],
    ['hash', expect.stringMatching(/^(\[EMAIL_[\w-]{16}\]) and \1$/)],
  ])('replaces with the style %s', async (style, text) => {
    const parameters = {
      ...redacting,
      style,
      ...(style === 'hash' ? { hashKey: 'a key of the tests' } : {}),
    };
    const { guard } = await publishGuard(api, { parameters });
    const [left] = await guard([{ text: `${EMAIL} and ${EMAIL}`, other: 'kept' }]);
    expect(left).toMatchObject({ text, other: 'kept', guardrails: { text } });
    expect(JSON.stringify(left)).not.toContain('corp-mail');
  });

  it('redacts every text of an item, however deep, and restores it', async () => {
    const redact = await publishGuard(api, {
      parameters: { ...redacting, textSource: 'fields', fields: '', style: 'reversible', mapIn: 'item' },
    });
    const restore = await publishGuard(api, {
      parameters: {
        operation: 'restore',
        textSource: 'fields',
        fields: 'messages, deep',
        mapIn: 'item',
        map: '={{ $json.guardrails.map }}',
      },
    });
    const deep = Array.from({ length: 200 }).reduce<unknown>((inner) => ({ inner }), EMAIL);
    const item = { messages: [{ text: `I am ${EMAIL}` }, { text: `Card ${CARD}` }], deep, number: 7 };
    const [redacted] = await redact.guard([item]);
    const { guardrails, ...fields } = redacted ?? { guardrails: undefined };
    expect(fields).toMatchObject({
      messages: [{ text: 'I am [EMAIL_1]' }, { text: 'Card [CREDIT_CARD_1]' }],
    });
    expect(JSON.stringify(fields)).not.toContain('corp-mail');
    const [restored] = await restore.guard([{ ...fields, guardrails }]);
    expect(restored).toMatchObject(item);
  });
});

it('stops a pattern that takes too long, names it, and goes on with the other items', async () => {
  const { guard } = await publishGuard(api, {
    parameters: {
      ...checking,
      guardrails: { customRegex: { regex: [{ name: 'part_number', value: '(a+)+$' }] } },
    },
  });
  const left = await guard([{ text: `${'a'.repeat(40)}!` }, { text: 'Nothing here.' }]);
  expect(outputsOf(left)).toEqual([0, 2]);
  expect(errorsOf(left)[1]).toMatch(/part_number/);
});
