import { describe, expect, it } from '@jest/globals';
import { createUserProfile, GuardrailViolation, RedactionMap } from '../../core';
import { askPrivately } from '../../examples/library/askPrivately';
import { guardedAnswer } from '../../examples/library/guardedAnswer';
import { guardedStream } from '../../examples/library/guardedStream';

const EMAIL = 'jane.doe@corp-mail.com';
const INSULT = 'You are a worthless piece of shit and I will beat you to death, you idiot.';

describe('guardedAnswer', () => {
  const profile = createUserProfile('PRO', 'u', { enableContentModeration: true, enablePiiDetection: true });
  const asked: string[] = [];
  const answering = (answer: string) => (question: string) => {
    asked.push(question);
    return Promise.resolve(answer);
  };

  it('lets what is harmless through', async () => {
    expect(await guardedAnswer(profile, 'The capital of France?', answering('Paris.'))).toBe('Paris.');
  });

  it('stops a question before anybody is asked, and an answer before anybody reads it', async () => {
    asked.length = 0;
    const stopped = guardedAnswer(profile, `Who is ${EMAIL}?`, answering('Jane.'));
    await expect(stopped).rejects.toThrow(GuardrailViolation);
    expect(asked).toEqual([]);
    await expect(guardedAnswer(profile, 'Who is it?', answering(`${EMAIL} is.`))).rejects.toMatchObject({
      message: 'The text was stopped by a guardrail: pii (email)',
      violations: [{ guardrail: 'pii', category: 'email', value: 'j***@***' }],
    });
  });

  it('leaves alone what the profile has switched off', async () => {
    const { guardrails, ...others } = profile;
    const lenient = { ...others, guardrails: { ...guardrails, enablePiiDetection: false } };
    expect(await guardedAnswer(lenient, `Who is ${EMAIL}?`, answering('Jane.'))).toBe('Jane.');
    await expect(guardedAnswer(lenient, INSULT, answering('Well.'))).rejects.toThrow('moderation');
  });
});

describe('askPrivately', () => {
  it('shows a model placeholders only, the same ones through a conversation', async () => {
    const seen: string[] = [];
    const echo = (question: string) => {
      seen.push(question);
      return Promise.resolve(`You said: ${question}`);
    };
    const map = new RedactionMap();
    expect(await askPrivately(`I am ${EMAIL}.`, echo, map)).toBe(`You said: I am ${EMAIL}.`);
    const stored = RedactionMap.from(JSON.parse(JSON.stringify(map)));
    expect(await askPrivately(`Not x@y.org but ${EMAIL}.`, echo, stored)).toBe(
      `You said: Not x@y.org but ${EMAIL}.`,
    );
    expect(seen).toEqual(['I am [EMAIL_1].', 'Not [EMAIL_2] but [EMAIL_1].']);
  });
});

describe('guardedStream', () => {
  const inChunks = async function* (text: string, size: number) {
    for (let start = 0; start < text.length; start += size)
      yield await Promise.resolve(text.slice(start, start + size));
  };

  it.each([1, 7, 1000])('redacts what comes in chunks of %d characters', async (size) => {
    let given = '';
    for await (const chunk of guardedStream(inChunks(`Write to ${EMAIL} today. It is urgent.`, size)))
      given += chunk;
    expect(given).toBe('Write to [EMAIL] today. It is urgent.');
  });

  it('gives nothing of a sentence that is not allowed, and stops there', async () => {
    let given = '';
    const reading = (async () => {
      for await (const chunk of guardedStream(inChunks(`Fine so far. ${INSULT} And more.`, 5)))
        given += chunk;
    })();
    await expect(reading).rejects.toThrow(GuardrailViolation);
    expect(given.trim()).toBe('Fine so far.');
  });
});
