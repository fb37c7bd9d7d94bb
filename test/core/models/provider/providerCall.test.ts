import { describe, expect, it } from '@jest/globals';
import type { Http } from '../../../../core/http/http';
import { post } from '../../../../core/models/provider/providerCall';
import { FakeClock } from '../../../support/fakeClock';

const clock = new FakeClock();
const request = { path: '/chat', body: { hello: 1 } };

function answering(status: number, body: unknown = '', headers: Record<string, string> = {}): Http {
  return () => Promise.resolve({ status, body, header: (name) => headers[name] });
}

async function failureOf(http: Http): Promise<unknown> {
  return await post({ http, clock }, request).then(
    () => undefined,
    (error: unknown) => error,
  );
}

it('gives back the body of an answer', async () => {
  const http: Http = (sent) => Promise.resolve({ status: 201, body: sent, header: () => undefined });
  expect(await post({ http, clock }, request)).toEqual({ method: 'POST', ...request });
});

describe("a provider's own words", () => {
  it.each([
    ["OpenAI's", { error: { message: 'No such model', code: 'model_not_found' } }],
    ["Gemini's", [{ error: { message: 'No such model', code: 404, status: 'NOT_FOUND' } }]],
    ["Anthropic's", { type: 'error', error: { type: 'not_found_error', message: 'No such model' } }],
    ['a plain error', { error: 'No such model' }],
    ['a plain message', { message: 'No such model' }],
    ['a plain detail', { detail: 'No such model' }],
  ])('are found in %s shape', async (_, body) => {
    expect(await failureOf(answering(404, body))).toMatchObject({
      fault: 'not_found',
      message: 'The model answered with status 404: No such model',
    });
  });

  it.each([
    ['a page', '<html>Not found</html>'],
    ['nothing', undefined],
    ['a list', [1]],
    ['null', null],
  ])('are not looked for in %s', async (_, body) => {
    expect(await failureOf(answering(404, body))).toMatchObject({
      message: 'The model answered with status 404',
    });
  });
});

it("tells a provider's content filter from other refusals", async () => {
  const body = { error: { message: 'Filtered', code: 'content_filter' } };
  expect(await failureOf(answering(400, body))).toMatchObject({ fault: 'content_filter', status: 400 });
});

it.each([
  [{ message: 'Slow down', code: 429 }, 'rate_limit', 429],
  [{ message: 'Slow down', code: '429' }, 'rate_limit', 429],
  [{ message: 'Overloaded', type: 'overloaded_error' }, 'server', undefined],
  [{ message: 'Too long', code: 'context_length_exceeded' }, 'rejected', undefined],
  [{ message: 'Something new', code: 'something_new' }, 'server', undefined],
])('does not take the error %j for an answer, although its status is 200', async (error, fault, status) => {
  expect(await failureOf(answering(200, { error }))).toMatchObject({
    fault,
    status,
    message: `The model answered with an error: ${error.message}`,
  });
});

it('takes a missing error for what it is', async () => {
  expect(await failureOf(answering(200, { error: null }))).toBeUndefined();
});

it('does not take a redirect for an answer', async () => {
  expect(await failureOf(answering(301))).toMatchObject({ fault: 'not_found', status: 301 });
});

it.each([
  ['seconds', '7', 7000],
  ['a date', new Date(clock.now() + 9000).toUTCString(), 9000],
  ['nothing', undefined, undefined],
])('reads %s of Retry-After', async (_, header, wait) => {
  const headers: Record<string, string> = header === undefined ? {} : { 'retry-after': header };
  expect(await failureOf(answering(429, '', headers))).toMatchObject({
    fault: 'rate_limit',
    retryAfterMs: wait,
  });
});

it('keeps what broke the connection as the cause', async () => {
  const cause = new Error('ECONNRESET');
  expect(await failureOf(() => Promise.reject(cause))).toMatchObject({ fault: 'network', cause });
});

it('ends with the reason of the caller who aborts', async () => {
  const reason = new Error('enough');
  const http: Http = () => Promise.reject(new Error('aborted'));
  await expect(post({ http, clock }, { ...request, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});
