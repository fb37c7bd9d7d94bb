import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CircuitBreakers } from '../../../../core/cascade/engine/breakers/circuitBreakers';
import { BrokenOffError } from '../../../../core/cascade/engine/brokenOffError';
import { ChatModelError } from '../../../../core/models/chatModelError';
import { fails, says } from '../../../support/scriptedModel';
import {
  failureOf,
  fault,
  good,
  GOOD,
  refuses,
  REFUSAL,
  stage,
  StreamingModel,
  streams,
  type Pieces,
} from './stage';

function reader() {
  const texts: string[] = [];
  return { texts, onText: (text: string) => void texts.push(text) };
}

const settings = { retries: 1 };

describe('the text of the answer', () => {
  it('is an accepted draft in one piece, though its model streams', async () => {
    const { texts, onText } = reader();
    const { chats, ask } = stage([good, good]);
    await ask({ onText });
    expect(texts).toEqual([GOOD]);
    expect(chats[1]?.requests).toHaveLength(0);
  });

  it("is the last model's piece by piece, and its whole reply when it cannot stream", async () => {
    const streamed = reader();
    const { reply } = await stage([refuses, new StreamingModel(streams(['To', 'kyo', '.']))]).ask(streamed);
    expect(streamed.texts).toEqual(['To', 'kyo', '.']);
    expect(reply.text).toBe('Tokyo.');
    const whole = reader();
    await stage([refuses, says('Tokyo.')]).ask(whole);
    expect(whole.texts).toEqual(['Tokyo.']);
  });

  it('is the best draft when the last model fails', async () => {
    const { texts, onText } = reader();
    await stage([refuses, fails(fault('authentication'))]).ask({ onText });
    expect(texts).toEqual([REFUSAL]);
  });

  it('is not streamed when nobody reads it', async () => {
    const { ask, asked } = stage([refuses, good]);
    expect((await ask()).reply.text).toBe(GOOD);
    expect(asked()).toEqual([1, 1]);
  });

  it('holds what the end of a stream adds to its pieces', async () => {
    const pieces: Pieces = async function* (request) {
      yield { type: 'text', text: 'Tok' };
      yield { type: 'end', reply: await says('Tokyo.')(request) };
    };
    const { texts, onText } = reader();
    await stage([refuses, new StreamingModel(pieces)]).ask({ onText });
    expect(texts).toEqual(['Tok', 'yo.']);
  });

  it('waits for its reader before the next piece', async () => {
    const order: string[] = [];
    const pieces: Pieces = async function* (request) {
      for (const text of ['a', 'b']) {
        order.push(`written ${text}`);
        yield { type: 'text', text };
      }
      yield { type: 'end', reply: await says('ab')(request) };
    };
    const { ask, clock } = stage([refuses, new StreamingModel(pieces)]);
    await ask({
      onText: async (text) => {
        await clock.sleep(1000);
        order.push(`read ${text}`);
      },
    });
    expect(order).toEqual(['written a', 'read a', 'written b', 'read b']);
  });
});

describe('a stream that fails', () => {
  it('before its first word is asked for again', async () => {
    let asked = 0;
    const pieces: Pieces = (request) =>
      streams(asked++ === 0 ? [' \n'] : ['Tokyo.'], asked === 1 ? fault('server') : undefined)(request);
    const { texts, onText } = reader();
    const { report } = await stage([refuses, new StreamingModel(pieces)], { settings }).ask({ onText });
    expect(texts).toEqual(['Tokyo.']);
    expect(report.modelUsed).toBe('model 2');
  });

  it('with nothing said is asked for again, and another model may answer', async () => {
    const { texts, onText } = reader();
    const { report } = await stage([refuses, new StreamingModel(streams(['', '\n']))], { settings }).ask({
      onText,
    });
    expect(report.attempts.map(({ error }) => error)).toEqual([
      null,
      'The model returned an empty answer',
      'The model returned an empty answer',
    ]);
    expect(texts).toEqual([REFUSAL]);
  });

  it.each<[string, Pieces, ChatModelError['fault']]>([
    ['with an error of its provider', streams(['To', 'ky'], fault('server', { status: 500 })), 'server'],
    ['with another error', streams(['To', 'ky'], new Error('reset')), 'network'],
    [
      'by ending without an end',
      async function* () {
        await Promise.resolve();
        yield { type: 'text', text: 'Toky' };
      },
      'network',
    ],
    [
      'by hanging',
      async function* () {
        yield { type: 'text', text: 'Toky' };
        await new Promise(() => undefined);
      },
      'timeout',
    ],
  ])("after its first word %s is an error, never another model's text", async (_how, pieces, of) => {
    const { texts, onText } = reader();
    const { ask, clock } = stage([refuses, new StreamingModel(pieces)], { settings });
    const error = await failureOf(ask({ onText }));
    if (!(error instanceof BrokenOffError)) throw error;
    expect(error).toBeInstanceOf(ChatModelError);
    expect(error.fault).toBe(of);
    expect(error.message).toMatch(/^The answer of model 2 broke off: /);
    expect(texts.join('')).toBe('Toky');
    expect(error.attempts.map(({ role }) => role)).toEqual(['drafter', 'verifier']);
    expect(error.attempts[1]).toMatchObject({ tokensEstimated: true, outputTokens: 1 });
    expect(error.costUsd).toBe(0.00027);
    expect(clock.sleepers).toBe(0);
  });
});

describe('a reader', () => {
  it('that fails ends the turn with its error, and stops the model', async () => {
    let isStopped = false;
    const pieces: Pieces = async function* () {
      try {
        await Promise.resolve();
        for (;;) yield { type: 'text', text: 'on and on ' };
      } finally {
        isStopped = true;
      }
    };
    const full = new Error('full');
    let taken = 0;
    const onText = () => {
      taken += 1;
      if (taken === 3) throw full;
    };
    const { ask, made } = stage([refuses, new StreamingModel(pieces)]);
    expect(await failureOf(ask({ onText }))).toBe(full);
    expect(isStopped).toBe(true);
    expect(made).toHaveLength(2);
    expect(made[1]?.outputTokens).toBeGreaterThan(6);
  });

  it('that fails at the last piece does not hide what the whole answer cost', async () => {
    const full = new Error('full');
    const onText = () => {
      throw full;
    };
    const { ask, made } = stage([refuses, says('Tokyo.')]);
    expect(await failureOf(ask({ onText }))).toBe(full);
    expect(made[1]).toMatchObject({ outputTokens: 20, tokensEstimated: false, costUsd: 0.0012 });
  });

  it('that hangs is no fault of the model that writes', async () => {
    const breakers = new CircuitBreakers();
    const onText = () => new Promise<void>(() => undefined);
    for (let times = 0; times < 5; times++) {
      const { ask, clock } = stage([refuses, new StreamingModel(streams(['To', 'kyo.']))], { breakers });
      expect(await failureOf(ask({ onText }))).toMatchObject({ code: 'TEXT_NOT_TAKEN' });
      expect(clock.sleepers).toBe(0);
    }
    const { ask, asked } = stage([refuses, good], { breakers });
    expect((await ask()).report.modelUsed).toBe('model 2');
    expect(asked()).toEqual([1, 1]);
  });

  it('that hangs ends with the time of the turn', async () => {
    const { ask, clock } = stage([good, good], { settings: { totalTimeoutMs: 5000 } });
    const error = await failureOf(ask({ onText: () => new Promise(() => undefined) }));
    expect(error).toMatchObject({ code: 'TEXT_NOT_TAKEN' });
    expect(clock.sleepers).toBe(0);
  });

  it('gets nothing any more once the caller has aborted', async () => {
    const caller = new AbortController();
    const { texts, onText } = reader();
    const pieces: Pieces = async function* (request) {
      yield { type: 'text', text: 'a' };
      await Promise.resolve();
      caller.abort(new Error('enough'));
      yield { type: 'text', text: 'b' };
      yield { type: 'end', reply: await says('ab')(request) };
    };
    const { ask } = stage([refuses, new StreamingModel(pieces)]);
    expect(await failureOf(ask({ onText, signal: caller.signal }))).toHaveProperty('message', 'enough');
    expect(texts).toEqual(['a']);
  });
});

it('gives exactly the text of the reply, however it is cut', async () => {
  const pieces = fc.array(fc.string({ maxLength: 5, unit: fc.constantFrom('a', ' ', '\n', '😀') }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(pieces, async (texts) => {
      fc.pre(texts.join('').trim() !== '');
      const read = reader();
      const { reply } = await stage([refuses, new StreamingModel(streams(texts))]).ask(read);
      expect(read.texts.join('')).toBe(reply.text);
    }),
    { numRuns: 100 },
  );
});
