import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CascadeError } from '../../../../core/errors/cascadeError';
import { InvalidParameterError } from '../../../../core/errors/invalidParameterError';
import { GuardrailViolation, type Violation } from '../../../../core/guardrails/guardrailViolation';
import { SecretDetector } from '../../../../core/guardrails/secrets/secretDetector';
import type { Finder } from '../../../../core/guardrails/spans/finder';
import { united } from '../../../../core/guardrails/spans/united';
import { guardStream, StreamGuard } from '../../../../core/guardrails/stream/streamGuard';
import type { StreamDetector, StreamGuardOptions } from '../../../../core/guardrails/stream/streamOptions';
import { jsonWebToken, KEYS, privateKey, put, random } from '../secrets/keys';

/** A finder that cannot tell what is open: it finds what a pattern does. */
const matching = (type: string, pattern: RegExp, confidence = 0.9): StreamDetector => ({
  guardrail: 'custom',
  finder: {
    find: (text) =>
      [...text.matchAll(pattern)].map(({ index, 0: value }) => ({
        type,
        start: index,
        end: index + value.length,
        confidence,
      })),
  },
});

const secrets: StreamDetector = { guardrail: 'secrets', finder: new SecretDetector() };
const mails = matching('email', /[a-z]{1,64}@[a-z]{1,64}\.test/g);
/** What stands around it decides: only between two words, up to 250 characters before it and after it. */
const orders = matching('order', /(?<=call[^]{0,250})<order [a-z 😀]{1,504}>(?=[^]{0,250}now)/gu);
const numbers = matching('number', /(?<=call[^]{0,250})\d{4}(?=[^]{0,250}now)/g, 0.5);
const all = [secrets, mails, orders, numbers];

function atOnce(text: string, detectors: readonly StreamDetector[]): string {
  let redacted = '';
  let done = 0;
  for (const { type, start, end } of united(detectors.flatMap(({ finder }) => finder.find(text)))) {
    redacted += `${text.slice(done, start)}[${type.toUpperCase()}]`;
    done = end;
  }
  return redacted + text.slice(done);
}

function through(guard: StreamGuard, chunks: readonly string[]): string[] {
  return [...chunks.map((chunk) => guard.push(chunk)), guard.end()];
}

/** Cuts a text at the given shares of its length. */
function cut(text: string, lengths: readonly number[]): string[] {
  const chunks: string[] = [];
  let rest = text;
  for (let index = 0; rest !== ''; index += 1) {
    const length = lengths[index % lengths.length] ?? 1;
    chunks.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return chunks;
}

const words = fc.constantFrom(
  'call',
  'now',
  'hello',
  'the password is',
  'token:',
  '4711',
  '😀',
  'naïve',
  '-----BEGIN',
  '/a/b',
);
const blanks = fc.constantFrom(' ', '\n', '  ', '. ', '\u00a0', '');
const found = fc.oneof(
  fc.constantFrom(...KEYS.map(([, key]) => key)).filter((key) => key.length <= 512),
  fc.constantFrom('ann@example.test', 'blue7Lantern', random(32)),
);
const gap = fc.constantFrom(0, 1, 120, 249, 250, 251).map((length) => '.'.repeat(length));
const surrounded = fc
  .tuple(gap, fc.constantFrom('4711', `<order ${'z'.repeat(504)}>`, `<order ${'😀'.repeat(252)}>`), gap)
  .map(([before, value, after]) => `call${before}${value}${after}now`);
const filling = fc.integer({ min: 1, max: 900 }).map((length) => 'lorem ipsum '.repeat(80).slice(0, length));
const texts = fc
  .array(fc.tuple(fc.oneof(words, found, surrounded, filling), blanks), { maxLength: 14 })
  .map((parts) => parts.flat().join(''));
const lengths = fc.array(fc.integer({ min: 1, max: 1_200 }), { minLength: 1, maxLength: 6 });
const small = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 });

describe('a text in chunks', () => {
  it('is redacted as it would be at once, in whatever chunks it comes', () => {
    fc.assert(
      fc.property(texts, fc.oneof(lengths, small), (text, sizes) => {
        const guard = new StreamGuard({ detectors: all });
        expect(through(guard, cut(text, sizes)).join('')).toBe(atOnce(text, all));
      }),
      { numRuns: 400 },
    );
  });

  it('is redacted the same character by character, halves of characters included', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const guard = new StreamGuard({ detectors: all });
        expect(through(guard, text.split('')).join('')).toBe(atOnce(text, all));
      }),
      { numRuns: 100 },
    );
  });

  it('is never given out with half a character at its end', () => {
    for (const detectors of [[], [secrets], [mails]]) {
      const given = through(new StreamGuard({ detectors }), 'a 😀😀'.repeat(400).split(''));
      for (const text of given) expect(text).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it('comes out unchanged without detectors, at once', () => {
    const guard = new StreamGuard();
    expect(through(guard, ['One ', 'two', '.'])).toEqual(['One ', 'two', '.', '']);
  });

  it('finds what stands at its very end', () => {
    const guard = new StreamGuard({ detectors: [secrets] });
    expect(through(guard, ['It is ', put('gh', 'p_'), random(36)]).join('')).toBe('It is [GITHUB_TOKEN]');
  });

  it('is given out up to the word under way when the finder can tell', () => {
    const guard = new StreamGuard({ detectors: [secrets] });
    expect(through(guard, ['Nothing here ', 'is secr', 'et at all'])).toEqual([
      'Nothing here ',
      'is ',
      'secret at ',
      'all',
    ]);
  });

  it('is held back for what a longest finding reaches when it cannot', () => {
    const guard = new StreamGuard({ detectors: [mails] });
    expect(guard.push('a'.repeat(768))).toBe('');
    expect(guard.push('b'.repeat(100))).toBe('a'.repeat(100));
  });

  it('is not held back by a word that is too long for a finding', () => {
    const guard = new StreamGuard({ detectors: [secrets] });
    expect(guard.push('ab/'.repeat(1_000)).length).toBe(3_000 - 768);
  });

  it('has what was found replaced as one likes, in order', () => {
    const seen: string[] = [];
    const replace = (value: string, type: string) => `{${type} ${String(seen.push(value))}}`;
    const guard = new StreamGuard({ detectors: [mails], replace });
    const given = through(guard, ['ann@a.test and ', 'bob@b.test, ann@', 'a.test']);
    expect(given.join('')).toBe('{email 1} and {email 2}, {email 3}');
    expect(seen).toEqual(['ann@a.test', 'bob@b.test', 'ann@a.test']);
  });
});

describe('what has certainly begun', () => {
  it('is held until it ends: a private key', () => {
    const key = privateKey('RSA ', 40);
    const text = `Here:\n${key}\nand so on. The end`;
    const guard = new StreamGuard({ detectors: [secrets] });
    const given = through(guard, cut(text, [3, 17, 1]));
    expect(given.join('')).toBe('Here:\n[PRIVATE_KEY]\nand so on. The end');
  });

  it('is held until it ends: a long token', () => {
    const token = `${jsonWebToken}${random(3_000)}`;
    const guard = new StreamGuard({ detectors: [secrets] });
    expect(through(guard, cut(`a ${token} b`, [7])).join('')).toBe('a [JSON_WEB_TOKEN] b');
  });

  it('is held until it ends: a long token in JSON without blanks', () => {
    const before = `{"a":"${put('s', 'k-')}","list":[${'1,'.repeat(5_000)}0],"jwt":"`;
    const guard = new StreamGuard({ detectors: [secrets] });
    const given = through(guard, cut(`${before}${jsonWebToken}${random(3_000)}"}`, [11]));
    expect(given.join('')).toBe(`${before}[JSON_WEB_TOKEN]"}`);
  });

  it('is let go when it turns out to be words', () => {
    const text = `-----BEGIN PRIVATE KEY----- is how it starts, sk-learn is none. ${'More words. '.repeat(20)}`;
    const guard = new StreamGuard({ detectors: [secrets] });
    const given = through(guard, cut(text, [5]));
    expect(given.join('')).toBe(text);
    expect(given.slice(0, 20).join('')).toContain('is how it');
  });

  it.each<[what: string, begin: string]>([
    ['a private key', put('-----BEGIN RSA ', 'PRIVATE KEY-----\n')],
    ['a token', put('s', 'k-ant-')],
  ])('stops the text after 8,192 characters: %s', (_what, begin) => {
    const guard = new StreamGuard({ detectors: [secrets] });
    let given = guard.push(`Look: ${begin}`);
    expect(() => {
      for (let line = 0; line < 200; line += 1) given += guard.push(random(64, undefined, line));
    }).toThrow(GuardrailViolation);
    expect(given).toBe('Look: ');
    expect(() => guard.push('more')).toThrow(CascadeError);
  });

  it('stops the text when a finding has no end, whoever finds it', () => {
    const guard = new StreamGuard({ detectors: [matching('block', /<block>[^]*/g)] });
    expect(() => {
      for (let times = 0; times < 200; times += 1) guard.push(`<block>${'a'.repeat(100)}`);
    }).toThrow(GuardrailViolation);
  });
});

describe('a finding that stops the text', () => {
  it('is named, never shown', () => {
    const guard = new StreamGuard({ detectors: [mails], onFinding: 'stop' });
    expect(guard.push('Write to ann@example')).toBe('');
    expect(() => guard.push(`.test ${'soon '.repeat(400)}`)).toThrow(
      expect.objectContaining({
        violations: [
          {
            guardrail: 'custom',
            category: 'email',
            message: 'The text holds what must not be given out: email',
          },
        ],
      }),
    );
    expect(() => guard.end()).toThrow(CascadeError);
  });

  it('lets a stream give out what precedes it, and no more', async () => {
    const { given, error } = await read(['Write to ', 'ann@a.test or', ' call.'], {
      detectors: [mails],
      onFinding: 'stop',
    });
    expect(given.join('')).toBe('Write to ');
    expect(error).toBeInstanceOf(GuardrailViolation);
  });
});

const rude: Violation = { guardrail: 'moderation', category: 'harassment', message: 'rude', score: 0.9 };

describe('sentences that are judged', () => {
  const judge = (sentence: string) => (sentence.includes('idiot') ? [rude] : []);

  it.each([1, 2, 5, 1_000])('are given out until one is refused: chunks of %d', async (size) => {
    const text = 'Good morning. You are 3.5 minutes late! You are an idiot, he said. Have a nice day.';
    const { given, error } = await read(cut(text, [size]), { moderate: judge });
    expect(given).toEqual(['Good morning.', ' You are 3.5 minutes late!']);
    expect(error).toMatchObject({ violations: [rude] });
  });

  it('are given out as they were when none is refused', () => {
    fc.assert(
      fc.property(texts, lengths, (text, sizes) => {
        const guard = new StreamGuard({ detectors: all, moderate: judge });
        expect(through(guard, cut(text, sizes)).join('')).toBe(atOnce(text, all));
      }),
      { numRuns: 100 },
    );
  });

  it('are the same in whatever chunks, each with the one before', () => {
    const sentencesOf = (chunks: readonly string[]) => {
      const seen: [string, string][] = [];
      const guard = new StreamGuard({ moderate: (sentence, before) => (seen.push([before, sentence]), []) });
      through(guard, chunks);
      return seen;
    };
    fc.assert(
      fc.property(texts, small, (text, sizes) => {
        expect(sentencesOf(cut(text, sizes))).toEqual(sentencesOf([text]));
      }),
      { numRuns: 200 },
    );
    expect(sentencesOf('He said ("“No.”") Then\n\n- left. 你好。”再见！好的'.split(''))).toEqual([
      ['', 'He said ("“No.”")'],
      ['He said ("“No.”")', ' Then\n'],
      [' Then\n', '\n- left.'],
      ['\n- left.', ' 你好。”'],
      [' 你好。”', '再见！'],
      ['再见！', '好的'],
    ]);
  });

  it('are cut when they do not end', () => {
    const lengthsSeen: number[] = [];
    const moderate = (sentence: string) => (lengthsSeen.push(sentence.length), []);
    through(new StreamGuard({ moderate }), cut(`${'word '.repeat(500)}${'😀'.repeat(1_000)}`, [50]));
    expect(Math.max(...lengthsSeen)).toBeLessThanOrEqual(800);
    expect(lengthsSeen.reduce((sum, length) => sum + length)).toBe(4_500);
  });

  it('are judged after redaction', () => {
    const seen: string[] = [];
    const moderate = (sentence: string) => (seen.push(sentence), []);
    through(new StreamGuard({ detectors: [mails], moderate }), ['Ask ann@a.test. Bye.']);
    expect(seen).toEqual(['Ask [EMAIL].', ' Bye.']);
  });

  it('wait for a judge that takes its time', async () => {
    const moderate = async (sentence: string) => Promise.resolve(judge(sentence));
    const { given, error } = await read(['Hello. You idiot. Bye.'], { moderate });
    expect(given).toEqual(['Hello.']);
    expect(error).toMatchObject({ violations: [rude] });
  });

  it('are not given out when the judge fails', async () => {
    const moderate = () => Promise.reject(new Error('no answer'));
    const { given, error } = await read(['Hello. ', 'Bye.'], { moderate });
    expect(given).toEqual([]);
    expect(error).toEqual(new Error('no answer'));
  });

  it.each([undefined, null, true, {}, Promise.resolve([])])(
    'are not given out when the verdict is no list: %p',
    async (verdict) => {
      const moderate = (): never => verdict as never;
      const refusal = 'Parameter "moderate" is';
      expect(() => new StreamGuard({ moderate }).push('Hello. Bye.')).toThrow(refusal);
      if (verdict instanceof Promise) return;
      const { given, error } = await read(['Hello. ', 'Bye.'], { moderate });
      expect(given).toEqual([]);
      expect(error).toMatchObject({ message: expect.stringContaining(refusal) });
    },
  );

  it('in a guard: nothing comes after one that was refused', () => {
    const guard = new StreamGuard({ moderate: judge });
    expect(guard.push('Hello. ')).toBe('Hello.');
    expect(() => guard.push('You idiot. Bye.')).toThrow(GuardrailViolation);
    expect(() => guard.push(' Bye.')).toThrow(CascadeError);
    expect(() => guard.end()).toThrow(CascadeError);
  });
});

describe('a stream', () => {
  it('that fails keeps back what was not given out', async () => {
    async function* failing() {
      await Promise.resolve();
      yield 'Some words and gh';
      throw new Error('gone');
    }
    const { given, error } = await readFrom(failing(), { detectors: [secrets] });
    expect(given).toEqual(['Some words and ']);
    expect(error).toEqual(new Error('gone'));
  });

  it('is closed when its reader leaves', async () => {
    let closed = false;
    async function* endless() {
      try {
        for (;;) {
          await Promise.resolve();
          yield 'word ';
        }
      } finally {
        closed = true;
      }
    }
    for await (const given of guardStream(endless(), { detectors: [secrets] })) {
      expect(given).toBe('word ');
      break;
    }
    expect(closed).toBe(true);
  });

  it('refuses what is no text', async () => {
    const chunks: unknown[] = ['Hello ', 4];
    // @ts-expect-error: what a user of JavaScript may pass
    const { error } = await read(chunks, {});
    expect(error).toBeInstanceOf(InvalidParameterError);
  });

  it('refuses a way to treat findings that is none', () => {
    // @ts-expect-error: what a user of JavaScript may pass
    expect(() => new StreamGuard({ onFinding: 'ignore' })).toThrow(InvalidParameterError);
  });
});

describe('the work', () => {
  it('stays below ten readings of the text, character by character', () => {
    const text = `${'Some words, nothing else. '.repeat(8)}\n`.repeat(480);
    let read = 0;
    const counting: Finder = {
      find(part) {
        read += part.length;
        return [];
      },
    };
    const guard = new StreamGuard({ detectors: [{ guardrail: 'custom', finder: counting }] });
    expect(through(guard, text.split('')).join('')).toBe(text);
    expect(text.length).toBeGreaterThan(99_000);
    expect(read).toBeLessThan(10 * text.length);
  });
});

type Options = StreamGuardOptions<readonly Violation[] | Promise<readonly Violation[]>>;

async function* inTurn(chunks: readonly string[]) {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

async function read(chunks: readonly string[], options: Options) {
  return readFrom(inTurn(chunks), options);
}

/** What a stream gave out, and what it threw at last. */
async function readFrom(chunks: AsyncIterable<string>, options: Options) {
  const given: string[] = [];
  let error: unknown;
  try {
    for await (const text of guardStream(chunks, options)) given.push(text);
  } catch (thrown) {
    error = thrown;
  }
  return { given, error };
}
