import { describe, expect, it } from '@jest/globals';
import {
  redactStored,
  restoreStored,
  type StoredRedactionOptions,
} from '../../../../core/guardrails/redaction/storedRedaction';
import { MemoryStore } from '../../../../core/stores/memory/memoryStore';
import { FakeClock } from '../../../support/fakeClock';
import { found } from './support/found';

const DAY_MS = 86_400_000;

function conversation(id = 'ann', options: Partial<StoredRedactionOptions> = {}) {
  const clock = new FakeClock();
  const where = { store: new MemoryStore({ clock }), conversationId: id, ...options };
  const redact = async (text: string, emails: readonly string[] = []) =>
    (await redactStored(text, found(text, { email: emails }), where)).text;
  const restore = (text: string) => restoreStored(text, where);
  return { clock, where, redact, restore };
}

describe('a redaction that rests in the store', () => {
  it('is undone as long as the conversation is kept', async () => {
    const { clock, redact, restore } = conversation();
    expect(await redact('To a@b.co', ['a@b.co'])).toBe('To [EMAIL_1]');
    await clock.advance(DAY_MS - 1);
    expect(await redact('To c@d.co, a@b.co', ['a@b.co', 'c@d.co'])).toBe('To [EMAIL_2], [EMAIL_1]');
    await clock.advance(DAY_MS - 1);
    const restored = { text: 'c@d.co and a@b.co', restored: ['EMAIL_2', 'EMAIL_1'], unknown: [] };
    expect(await restore('[email_2] and EMAIL_1')).toEqual(restored);
    await clock.advance(DAY_MS);
    expect(await restore('[EMAIL_1]')).toEqual({ text: '[EMAIL_1]', restored: [], unknown: ['EMAIL_1'] });
  });

  it('gives one value one placeholder when all come at once', async () => {
    const { redact, restore } = conversation();
    const texts = Array.from({ length: 50 }, (_, index) => `e${String(index % 10)}@x.co is in EMAIL_1`);
    const redacted = await Promise.all(texts.map((text) => redact(text, [text.slice(0, 7)])));
    expect(new Set(redacted).size).toBe(10);
    expect(await Promise.all(redacted.map(async (text) => (await restore(text)).text))).toEqual(texts);
  });

  it('knows the placeholders of a type of one’s own in later texts', async () => {
    const { where, redact, restore } = conversation();
    const options = { ...where, customTypes: ['order'] };
    const finding = { type: 'order', start: 0, end: 4, confidence: 1 };
    expect((await redactStored('A-77', [finding], options)).text).toBe('[ORDER_1]');
    expect(await redact('What is [ORDER_1]?')).toBe('What is [LITERAL_1]?');
    expect((await restore('[LITERAL_1] is not [ORDER_1]')).text).toBe('[ORDER_1] is not A-77');
  });

  it('keeps nothing of a text that cannot be redacted', async () => {
    const { where } = conversation();
    const long = 'x'.repeat(10_002);
    const findings = [
      { type: 'a', start: 0, end: 1, confidence: 1 },
      { type: 'b', start: 1, end: 10_002, confidence: 1 },
    ];
    await expect(redactStored(long, findings, where)).rejects.toMatchObject({ code: 'VALUE_TOO_LONG' });
    expect(where.store.placeholdersOf('ann')).toEqual(new Map());
  });

  it.each([
    ['conversationId', { conversationId: '' }],
    ['conversationId', { conversationId: '  ' }],
    ['conversationId', { conversationId: 'x'.repeat(257) }],
    ['conversationId', { conversationId: '\ud800' }],
    ['ttlMs', { ttlMs: 999 }],
    ['ttlMs', { ttlMs: 2_592_000_001 }],
    ['ttlMs', { ttlMs: 1_000.5 }],
    ['ttlMs', { ttlMs: Number.NaN }],
  ])('wants a %s that is allowed: %j', async (parameter, options) => {
    const { redact } = conversation('ann', options);
    await expect(redact('a')).rejects.toMatchObject({ code: 'INVALID_PARAMETER', parameter });
  });
});
