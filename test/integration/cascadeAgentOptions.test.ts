import { describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../core';
import { answersOf, errorOf, type CascadeCase } from './support/cascadeWorkflow';
import { QUESTION, recorded, REFUSAL, reply, saying } from './support/modelScripts';

describe('the options of Cascade Agent', () => {
  const asking = (options: object, given: Partial<CascadeCase> = {}): CascadeCase => ({
    items: [{ query: QUESTION }],
    models: ['gpt-4o-mini', 'gpt-4o'],
    script: saying({ 'gpt-4o-mini': 'Paris.', 'gpt-4o': 'Paris, on the Seine.' }),
    ...given,
    parameters: { options: { ...options } },
  });

  it('return the trace when it is asked for', async () => {
    const [quiet] = await answersOf(asking({}));
    expect(quiet?.json['cascade']).not.toHaveProperty('trace');
    const [told] = await answersOf(asking({ returnTrace: true }));
    expect(told?.json['cascade']).toMatchObject({
      trace: [{ step: 'route' }, { step: 'draft', of: 'gpt-4o-mini' }, { step: 'answer' }],
    });
  });

  it('verify always what belongs to a domain', async () => {
    const query = 'What is the usual dosage of ibuprofen for a patient with kidney disease?';
    const [item] = await answersOf(asking({ verifyAlways: 'legal, medical' }, { items: [{ query }] }));
    expect(item?.json['cascade']).toMatchObject({ domain: 'medical', direct: true, modelUsed: 'gpt-4o' });
  });

  it('ask more of drafts in a domain, also in one of the user', async () => {
    const options = {
      customDomains: { domain: [{ name: 'billing', keywords: 'invoice, charged twice' }] },
      domainThresholds: { threshold: [{ domain: 'billing', threshold: 1 }] },
      routing: 'draft_first',
    };
    const items = [{ query: 'Where is my invoice of March?' }, { query: QUESTION }];
    const answers = await answersOf(asking(options, { items }));
    expect(answers.map(({ json }) => json['cascade'])).toMatchObject([
      { domain: 'billing', threshold: 1, modelUsed: 'gpt-4o', escalated: true },
      { threshold: PRESETS.balanced.threshold, modelUsed: 'gpt-4o-mini' },
    ]);
  });

  it('make no call that would pass the cost of a query', async () => {
    const { script, calls } = recorded(saying({ 'gpt-4o-mini': REFUSAL, 'gpt-4o': 'Paris.' }));
    const [item] = await answersOf(asking({ maxCostUsd: 0.0005 }, { script }));
    expect(calls.map(({ model }) => model)).toEqual(['gpt-4o-mini']);
    expect(item?.json).toMatchObject({
      output: REFUSAL,
      cascade: { reason: expect.stringContaining('the limit of cost has no room for it') },
    });
    const error = await errorOf(asking({ maxCostUsd: 0.0005 }, { models: ['small', 'large'] }));
    expect(error.message).toBe('The price of small is unknown, so the limit of cost cannot be kept');
  });

  it('ask drafter and verifier at the same time, and stop the one that is not needed', async () => {
    let stopped = false;
    const [item] = await answersOf(
      asking(
        { mode: 'speculative' },
        {
          script: ({ model, signal }) => {
            if (model === 'gpt-4o-mini') return Promise.resolve(reply('Paris.'));
            return new Promise((_, reject) => {
              signal?.addEventListener('abort', () => {
                stopped = true;
                reject(new Error('stopped'));
              });
            });
          },
        },
      ),
    );
    expect(stopped).toBe(true);
    expect(item?.json).toMatchObject({
      output: 'Paris.',
      cascade: {
        attempts: [
          { role: 'drafter', accepted: true },
          { role: 'verifier', accepted: false },
        ],
      },
    });
  });

  it('compare a doubtful draft with further ones, or have it judged', async () => {
    const { script, calls } = recorded(saying({ 'gpt-4o-mini': 'Paris.', 'gpt-4o': '{"good": true}' }));
    const [plain] = await answersOf(asking({}, { script }));
    const { confidence } = plain?.json['cascade'] as { confidence: number };
    const doubtful = { qualityThreshold: Math.min(0.99, confidence + 0.01), routing: 'draft_first' };
    const [sampled] = await answersOf(asking({ ...doubtful, samples: 2 }, { script }));
    const [judged] = await answersOf(asking({ ...doubtful, judge: 'when_doubtful' }, { script }));
    const roles = (item: typeof sampled) =>
      (item?.json['cascade'] as { attempts: { role: string }[] }).attempts.map(({ role }) => role);
    expect(roles(sampled).filter((role) => role === 'sample')).toHaveLength(2);
    expect(roles(judged)).toContain('judge');
    expect(calls.length).toBeGreaterThan(4);
  });
});
