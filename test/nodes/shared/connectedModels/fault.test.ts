import { describe, expect, it } from '@jest/globals';
import { NodeApiError } from 'n8n-workflow';
import { ChatModelError, type ChatModelFault } from '../../../../core';
import { chatModelErrorOf } from '../../../../nodes/shared/connectedModels/fault';
import { nodeNamed } from '../../../support/nodeContext';

const NOW = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');

/** An error as the client libraries of the providers throw it. */
const errorWith = (more: object, message = 'Something went wrong') => Object.assign(new Error(message), more);

describe('chatModelErrorOf', () => {
  it.each<[number, ChatModelFault]>([
    [401, 'authentication'],
    [404, 'not_found'],
    [429, 'rate_limit'],
    [500, 'server'],
    [529, 'server'],
    [400, 'rejected'],
  ])("reads status %i from n8n's own error and the provider's words from it", (status, fault) => {
    const cause = errorWith({ status });
    const thrown = new NodeApiError(
      nodeNamed('Chat Model'),
      { message: 'n8n says', httpCode: String(status), description: 'The provider says' },
      { httpCode: String(status), description: 'The provider says' },
    );
    Object.assign(thrown, { cause });
    const error = chatModelErrorOf(thrown, NOW);
    expect(error).toMatchObject({ fault, status, message: `status ${String(status)}: The provider says` });
    expect(error.cause).toBe(thrown);
  });

  it("reads the provider's own error", () => {
    expect(chatModelErrorOf(errorWith({ status: 503 }, 'busy'), NOW)).toMatchObject({
      fault: 'server',
      status: 503,
      message: 'status 503: busy',
    });
    expect(chatModelErrorOf({ httpCode: '429' }, NOW)).toMatchObject({ fault: 'rate_limit', status: 429 });
    expect(chatModelErrorOf({ status_code: 404 }, NOW)).toMatchObject({ fault: 'not_found', status: 404 });
    expect(chatModelErrorOf({ $metadata: { httpStatusCode: 500 } }, NOW)).toMatchObject({ fault: 'server' });
  });

  it.each<[string, object]>([
    ['a Headers object', new Headers({ 'Retry-After': '7' })],
    ['a plain object', { 'retry-after': '7' }],
  ])('reads Retry-After from %s, however deep', (_what, headers) => {
    const thrown = errorWith({ cause: errorWith({ cause: errorWith({ status: 429, headers }) }) });
    expect(chatModelErrorOf(thrown, NOW)).toMatchObject({ fault: 'rate_limit', retryAfterMs: 7000 });
  });

  it.each<[ChatModelFault, object, string]>([
    ['network', { code: 'ECONNREFUSED' }, 'connect ECONNREFUSED 127.0.0.1:1'],
    ['network', { cause: { code: 'ENOTFOUND' } }, 'Connection error.'],
    ['network', {}, 'fetch failed'],
    ['timeout', { name: 'TimeoutError' }, 'The operation timed out'],
    ['timeout', {}, 'Request timed out.'],
    ['network', {}, '[GoogleGenerativeAI Error]: Error reading from the stream'],
    ['server', { error: { type: 'error', error: { type: 'overloaded_error' } } }, 'Overloaded'],
    ['server', { code: 503 }, 'Overloaded'],
    ['rejected', {}, 'Something went wrong'],
    ['rejected', { status: 200 }, 'Something went wrong'],
    ['rejected', { status: 'a' }, 'Something went wrong'],
  ])('without a status it is %s: %j %s', (fault, more, message) => {
    const error = chatModelErrorOf(errorWith(more, message), NOW);
    expect(error).toMatchObject({ fault, status: undefined, message });
  });

  it.each<[object, string]>([
    [{ name: 'SyntaxError' }, 'Unexpected end of JSON input'],
    [{ name: 'TypeError' }, "Cannot read properties of undefined (reading 'message')"],
  ])('an answer that its client cannot read is no message: %j %s', (more, message) => {
    expect(chatModelErrorOf(errorWith(more, message), NOW)).toMatchObject({
      fault: 'bad_reply',
      message: 'The model answered with something that is not a message',
    });
  });

  it("finds the provider's words among those of its client", () => {
    const body = { type: 'error', error: { type: 'authentication_error', message: 'invalid x-api-key' } };
    const message = `401 ${JSON.stringify(body)}\n\nTroubleshooting URL: https://docs.langchain.com/errors/\n`;
    expect(chatModelErrorOf(errorWith({ status: 401, error: body }, message), NOW).message).toBe(
      'status 401: invalid x-api-key',
    );
    expect(chatModelErrorOf(errorWith({ status: 500 }, 'Busy\n\nTroubleshooting URL: a'), NOW).message).toBe(
      'status 500: Busy',
    );
  });

  it('repeats neither keys nor all of a long text', () => {
    const words = `Incorrect API key provided: sk-proj-abcdefgh12345678. ${'Read on. '.repeat(100)}`;
    const { message } = chatModelErrorOf(errorWith({ status: 401 }, words), NOW);
    expect(message).toMatch(/^status 401: Incorrect API key provided: …\. Read on/);
    expect(message.length).toBeLessThanOrEqual(312);
  });

  it("knows Azure's content filter from other refusals", () => {
    expect(chatModelErrorOf(errorWith({ status: 400, code: 'content_filter' }), NOW).fault).toBe(
      'content_filter',
    );
    expect(chatModelErrorOf(errorWith({ status: 401, code: 'content_filter' }), NOW).fault).toBe(
      'authentication',
    );
  });

  it('reads the more exact retry-after-ms first', () => {
    const headers = { 'retry-after-ms': '1500', 'retry-after': '2' };
    expect(chatModelErrorOf(errorWith({ status: 429, headers }), NOW).retryAfterMs).toBe(1500);
  });

  it('leaves its own kind alone', () => {
    const error = new ChatModelError('a', { fault: 'timeout' });
    expect(chatModelErrorOf(error, NOW)).toBe(error);
  });

  it.each([undefined, null, 'text', 5, {}])('takes anything thrown: %j', (thrown) => {
    expect(chatModelErrorOf(thrown, NOW).message).toBe('The model failed without a message');
  });

  it('ends on an error that is its own cause', () => {
    const thrown = errorWith({});
    thrown.cause = thrown;
    expect(chatModelErrorOf(thrown, NOW).fault).toBe('rejected');
  });
});
