import { describe, expect, it } from '@jest/globals';
import { CascadeError } from '../../../core/errors/cascadeError';
import { ChatModelError, faultOfStatus, type ChatModelFault } from '../../../core/models/chatModelError';

describe('CascadeError', () => {
  it('carries a code, a hint, a cause and its own name', () => {
    const cause = new Error('below');
    const error = new CascadeError('above', { code: 'SOME_CODE', hint: 'Do this.', cause });
    expect(error).toMatchObject({
      name: 'CascadeError',
      message: 'above',
      code: 'SOME_CODE',
      hint: 'Do this.',
      cause,
    });
    expect(error).toBeInstanceOf(Error);
    expect('cause' in new CascadeError('alone', { code: 'X' })).toBe(false);
  });

  it('is known across copies of the package by its registered symbol', () => {
    const foreign = { [Symbol.for('n8n-nodes-cascadeflow.error')]: true };
    expect(CascadeError.is(foreign)).toBe(true);
    expect(CascadeError.is(new ChatModelError('a', { fault: 'server' }))).toBe(true);
    for (const other of [new Error('a'), null, undefined, 'text', 5, {}])
      expect(CascadeError.is(other)).toBe(false);
  });
});

describe('ChatModelError', () => {
  it('names its fault in code and hint', () => {
    const error = new ChatModelError('slow down', { fault: 'rate_limit', status: 429, retryAfterMs: 5 });
    expect(error).toMatchObject({
      name: 'ChatModelError',
      code: 'MODEL_RATE_LIMIT',
      fault: 'rate_limit',
      status: 429,
      retryAfterMs: 5,
    });
    expect(error.hint).toContain('limits how often');
  });

  it.each<[number, ChatModelFault]>([
    [400, 'rejected'],
    [401, 'authentication'],
    [403, 'authentication'],
    [404, 'not_found'],
    [408, 'timeout'],
    [413, 'rejected'],
    [422, 'rejected'],
    [429, 'rate_limit'],
    [500, 'server'],
    [503, 'server'],
    [529, 'server'],
  ])('status %i is %s', (status, fault) => {
    expect(faultOfStatus(status)).toBe(fault);
  });
});
