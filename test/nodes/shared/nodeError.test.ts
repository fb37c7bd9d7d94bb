import { describe, expect, it } from '@jest/globals';
import { NodeOperationError } from 'n8n-workflow';
import {
  AllModelsFailedError,
  CascadeError,
  ChatModelError,
  GuardrailViolation,
  InvalidParameterError,
  RateLimitError,
} from '../../../core';
import { failedItem, nodeErrorFor } from '../../../nodes/shared/nodeError';
import { nodeNamed } from '../../support/nodeContext';

const node = nodeNamed('Cascade Agent');
const labels = new Map([
  ['domains', 'Custom Domains'],
  ['threshold', 'Quality Threshold'],
]);
const shown = (error: unknown) => nodeErrorFor(node, error, { itemIndex: 3, labels });

describe('nodeErrorFor', () => {
  it('names the item', () => {
    for (const error of [new Error('a'), new CascadeError('a', { code: 'A' }), 'a', undefined]) {
      expect(shown(error)).toBeInstanceOf(NodeOperationError);
      expect(shown(error).context['itemIndex']).toBe(3);
    }
  });

  it('says what went wrong and what to do', () => {
    const error = shown(new ChatModelError('status 401: no key', { fault: 'authentication', status: 401 }));
    expect(error).toMatchObject({
      message: 'status 401: no key',
      description: 'Check the API key in the credential of this model.',
    });
  });

  it('calls a parameter as the panel does', () => {
    const message = 'Parameter "Quality Threshold" is 2, but must be small';
    expect(shown(new InvalidParameterError('threshold', 2, 'small')).message).toBe(message);
    expect(shown(new InvalidParameterError('other', 2, 'small')).message).toContain('"other"');
  });

  it('says which entry of a list it is', () => {
    const entry = (parameter: string) => shown(new InvalidParameterError(parameter, 2, 'small')).message;
    expect(entry('domains.0.keywords.3')).toContain('"Custom Domains: 1"');
    expect(entry('others.0.keywords')).toContain('"others.0.keywords"');
  });

  it("leaves n8n's own error alone", () => {
    const error = new NodeOperationError(node, 'mine', { itemIndex: 1 });
    expect(shown(error)).toBe(error);
  });
});

describe('failedItem', () => {
  it('carries what to do, and what the attempts cost', () => {
    const thrown = new AllModelsFailedError([], { attempts: [], costUsd: null, trace: [] }, undefined);
    expect(failedItem(shown(thrown), thrown)).toMatchObject({
      error: 'No model of the cascade gave an answer',
      details: { attempts: [], costUsd: null },
    });
    const plain = new CascadeError('a', { code: 'A', hint: 'Do this.' });
    expect(failedItem(shown(plain), plain)).toEqual({ error: 'a', details: { description: 'Do this.' } });
  });

  it('carries what a user who was refused has to be told', () => {
    const limited = new RateLimitError({ allowed: false, limitType: 'hourly', retryAfterMs: 1500 });
    expect(failedItem(shown(limited), limited)).toEqual({
      error: 'The limit of requests per hour is reached',
      details: { description: 'Try again in 2 s.', limitType: 'hourly', retryAfterSeconds: 2 },
    });
    const violations = [{ guardrail: 'moderation', category: 'hate', message: 'Hate' }] as const;
    const stopped = new GuardrailViolation(violations);
    expect(failedItem(shown(stopped), stopped)).toMatchObject({ details: { violations } });
  });

  it('carries its message alone when there is nothing more to say', () => {
    expect(failedItem(shown(new Error('a')), new Error('a'))).toEqual({ error: 'a' });
  });
});
