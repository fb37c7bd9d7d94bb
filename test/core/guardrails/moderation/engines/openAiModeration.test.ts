import { afterEach, describe, expect, it } from '@jest/globals';
import { OpenAiModeration } from '../../../../../core/guardrails/moderation/engines/openAiModeration';
import { FakeClock } from '../../../../support/fakeClock';
import { fetchHttp } from '../../../../support/fetchHttp';
import {
  moderationResponse,
  moderationResult,
  ModerationServer,
  type Behaviour,
  type ModerationRequest,
} from '../../support/moderationServer';

const SAFE = { hate: 0, harassment: 0, 'self-harm': 0, sexual: 0, 'sexual/minors': 0, violence: 0 };

let server: ModerationServer | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function engineWith(
  respond: (request: ModerationRequest, attempt: number) => Behaviour,
  options: { model?: string; timeoutMs?: number; clock?: FakeClock } = {},
): Promise<{ engine: OpenAiModeration; server: ModerationServer }> {
  server = new ModerationServer(respond);
  const http = fetchHttp(await server.listen());
  return { server, engine: new OpenAiModeration({ http, ...options }) };
}

function answering(...results: readonly object[]): () => Behaviour {
  return () => ({ kind: 'answer', body: moderationResponse(results) });
}

function judging(result: (text: string) => object): (request: ModerationRequest) => Behaviour {
  return ({ input }) => ({ kind: 'answer', body: moderationResponse(input.map(result)) });
}

describe('a text', () => {
  it('is sent as it is, to the newest model', async () => {
    const { engine, server } = await engineWith(answering(moderationResult({})));
    expect(await engine.score('How do I bake bread?')).toEqual(SAFE);
    expect(server.requests).toEqual([{ model: 'omni-moderation-latest', input: ['How do I bake bread?'] }]);
  });

  it('goes to the model that was chosen', async () => {
    const { engine, server } = await engineWith(answering(moderationResult({})), { model: 'other-1' });
    await engine.score('Hello');
    expect(server.requests[0]?.model).toBe('other-1');
  });

  it.each(['', ' \n\t'])('is not sent when it is blank: %p', async (blank) => {
    const { engine, server } = await engineWith(() => ({ kind: 'reset' }));
    expect(await engine.score(blank)).toEqual(SAFE);
    expect(server.requests).toEqual([]);
  });

  it('loses half characters, which are no text', async () => {
    const { engine, server } = await engineWith(answering(moderationResult({})));
    await engine.score('a\ud83db\udc4d\ud83d\udc4d');
    expect(server.requests[0]?.input).toEqual(['a\ufffdb\ufffd\ud83d\udc4d']);
  });
});

describe('scores', () => {
  it.each([
    ['hate/threatening', { hate: 0.4 }],
    ['harassment/threatening', { harassment: 0.4 }],
    ['self-harm/intent', { 'self-harm': 0.4 }],
    ['self-harm/instructions', { 'self-harm': 0.4 }],
    ['sexual/minors', { 'sexual/minors': 0.4, sexual: 0.4 }],
    ['violence/graphic', { violence: 0.4 }],
    ['illicit/violent', { violence: 0.4 }],
    ['illicit', {}],
  ])('of %s count where they belong', async (name, expected) => {
    const { engine } = await engineWith(answering(moderationResult({ [name]: 0.4 })));
    expect(await engine.score('x')).toEqual({ ...SAFE, ...expected });
  });

  it('are those of the wider category when they are higher', async () => {
    const { engine } = await engineWith(
      answering(moderationResult({ violence: 0.9, 'violence/graphic': 0.2 })),
    );
    expect(await engine.score('x')).toEqual({ ...SAFE, violence: 0.9 });
  });

  it('count at least one half where the endpoint itself sees a violation', async () => {
    const result = moderationResult({ hate: 0.35, sexual: 0.8, violence: 0.3 }, ['hate', 'sexual']);
    const { engine } = await engineWith(answering(result));
    expect(await engine.score('x')).toEqual({ ...SAFE, hate: 0.5, sexual: 0.8, violence: 0.3 });
  });

  it('need no more categories than the older models know', async () => {
    const known = {
      hate: 0.1,
      harassment: 0.2,
      'self-harm': 0.3,
      sexual: 0.4,
      'sexual/minors': 0,
      violence: 0.6,
    };
    const { engine } = await engineWith(
      answering({ flagged: false, categories: {}, category_scores: known }),
    );
    expect(await engine.score('x')).toEqual(known);
  });
});

describe('a long text', () => {
  it('goes in pieces that overlap, and has the score of the worst', async () => {
    const { engine, server } = await engineWith(
      judging((text) =>
        moderationResult(text.includes('the threat itself') ? { violence: 0.9 } : { hate: 0.1 }),
      ),
    );
    const long = `${'word '.repeat(1_000)}the threat itself ${'word '.repeat(1_000)}`;
    expect(await engine.score(long)).toEqual({ ...SAFE, violence: 0.9, hate: 0.1 });
    const pieces = server.requests.flatMap(({ input }) => input);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(2_000);
    expect(pieces.every((piece) => piece.trim().startsWith('word') || piece.includes('threat'))).toBe(true);
  });

  it('takes few requests, few of them at once', async () => {
    const { engine, server } = await engineWith(judging(() => moderationResult({})));
    expect(await engine.score('word '.repeat(150_000))).toEqual(SAFE);
    expect(server.requests.length).toBeLessThan(20);
    expect(Math.max(...server.requests.map(({ input }) => input.length))).toBe(32);
    expect(server.mostOpen).toBeLessThanOrEqual(4);
  });

  it('is refused when it is longer than the engine judges', async () => {
    const { engine, server } = await engineWith(() => ({ kind: 'reset' }));
    await expect(engine.score('a'.repeat(1_000_001))).rejects.toMatchObject({
      name: 'GuardrailEngineError',
      fault: 'too_long',
      message: 'The text has 1000001 characters; the engine "moderation-api" judges at most 1000000',
    });
    expect(server.requests).toEqual([]);
  });
});

describe('an answer that is no verdict is an error, never safe:', () => {
  const good = moderationResult({});
  it.each<[string, unknown]>([
    ['a page', '<html></html>'],
    ['nothing', null],
    ['no result', moderationResponse([])],
    ['a result too many', moderationResponse([good, good])],
    ['no scores', moderationResponse([{ flagged: false, categories: {} }])],
    ['no verdicts', moderationResponse([{ flagged: false, category_scores: SAFE }])],
    ['a category less', moderationResponse([{ ...good, category_scores: { ...SAFE, violence: undefined } }])],
    ['a score in words', moderationResponse([{ ...good, category_scores: { ...SAFE, hate: '0.1' } }])],
    ['a score above 1', moderationResponse([{ ...good, category_scores: { ...SAFE, hate: 1.5 } }])],
    ['a score below 0', moderationResponse([{ ...good, category_scores: { ...SAFE, hate: -0.5 } }])],
    ['no number', moderationResponse([{ ...good, category_scores: { ...SAFE, hate: null } }])],
  ])('%s', async (_, body) => {
    const { engine } = await engineWith(() => ({ kind: 'answer', body }));
    await expect(engine.score('x')).rejects.toMatchObject({
      name: 'GuardrailEngineError',
      engine: 'moderation-api',
      fault: 'bad_reply',
    });
  });
});

describe('a failure', () => {
  it.each([
    [400, 'rejected'],
    [401, 'authentication'],
    [404, 'not_found'],
  ])('of status %i is %s, told at once', async (status, fault) => {
    const { engine, server } = await engineWith(() => ({ kind: 'error', status }));
    await expect(engine.score('x')).rejects.toMatchObject({
      fault,
      code: `GUARDRAIL_ENGINE_${fault.toUpperCase()}`,
      message: `The engine "moderation-api" could not judge the text: The model answered with status ${String(status)}: Because of this.`,
    });
    expect(server.requests).toHaveLength(1);
  });

  it('that passes is waited for as long as the endpoint asks', async () => {
    const clock = new FakeClock();
    const { engine, server } = await engineWith(
      (_, attempt) =>
        attempt === 1
          ? { kind: 'error', status: 429, headers: { 'retry-after': '7' } }
          : { kind: 'answer', body: moderationResponse([moderationResult({ hate: 0.2 })]) },
      { clock },
    );
    const scoring = engine.score('x');
    await until(() => clock.sleepers === 2);
    await clock.advance(6_999);
    expect(server.requests).toHaveLength(1);
    await clock.advance(1);
    expect(await scoring).toEqual({ ...SAFE, hate: 0.2 });
    expect(server.requests).toHaveLength(2);
    expect(clock.sleepers).toBe(0);
  });

  it('is told at once when the endpoint asks for more time than there is', async () => {
    const { engine } = await engineWith(
      () => ({ kind: 'error', status: 429, headers: { 'retry-after': '60' } }),
      { clock: new FakeClock() },
    );
    await expect(engine.score('x')).rejects.toMatchObject({ fault: 'rate_limit', retryAfterMs: 60_000 });
  });

  it('that stays is told after three attempts', async () => {
    const clock = new FakeClock();
    const { engine, server } = await engineWith(() => ({ kind: 'reset' }), { clock });
    const scoring = engine.score('x').catch((error: unknown) => error);
    await until(() => clock.sleepers === 2);
    await clock.advance(500);
    await until(() => clock.sleepers === 2);
    await clock.advance(1_000);
    expect(await scoring).toMatchObject({ fault: 'network' });
    expect(clock.sleepers).toBe(0);
    expect(server.requests).toHaveLength(3);
  });

  it('is an endpoint that does not answer in time', async () => {
    const clock = new FakeClock();
    const { engine, server } = await engineWith(() => ({ kind: 'hang' }), { clock, timeoutMs: 2_000 });
    const scoring = engine.score('x').catch((error: unknown) => error);
    await until(() => server.requests.length === 1);
    await clock.advance(2_000);
    expect(await scoring).toMatchObject({
      fault: 'timeout',
      message: 'The engine "moderation-api" could not judge the text: No answer within 2 s',
    });
  });

  it('of one piece is one of the text', async () => {
    const { engine } = await engineWith(({ input }) =>
      input.length === 32
        ? { kind: 'answer', body: moderationResponse(input.map(() => moderationResult({}))) }
        : { kind: 'error', status: 400 },
    );
    await expect(engine.score('word '.repeat(15_000))).rejects.toMatchObject({ fault: 'rejected' });
  });
});

it('ends with the reason of the caller who aborts', async () => {
  const { engine, server } = await engineWith(() => ({ kind: 'hang' }));
  const caller = new AbortController();
  const reason = new Error('enough');
  const scoring = engine.score('x', caller.signal).catch((error: unknown) => error);
  await until(() => server.requests.length === 1);
  caller.abort(reason);
  expect(await scoring).toBe(reason);
});

it.each([
  [{ timeoutMs: 0 }, 'Parameter "timeoutMs" is 0, but must be a number of milliseconds from 1 to 86400000'],
  [{ timeoutMs: Number.NaN }, 'Parameter "timeoutMs" is NaN'],
  [{ model: ' ' }, 'Parameter "model" is " ", but must be a text of 1 to 200 characters'],
])('refuses %p', (options, message) => {
  expect(() => new OpenAiModeration({ http: fetchHttp('http://127.0.0.1:1'), ...options })).toThrow(message);
});

/** Waits for what other tasks bring about. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}
