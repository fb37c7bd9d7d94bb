import { describe, expect, it } from '@jest/globals';
import { StoreUnavailableError, type Booking, type CascadeReport, type TenantResult } from '../../../../core';
import { answerFields } from '../../../../nodes/shared/queries/answerFields';

const cascade: CascadeReport = {
  modelUsed: 'small',
  escalated: false,
  direct: false,
  confidence: 0.9,
  threshold: 0.7,
  complexity: 'SIMPLE',
  domain: 'general',
  reason: 'accepted',
  costUsd: 0.001,
  baselineCostUsd: 0.02,
  savedUsd: 0.019,
  savedPercent: 95,
  latencyMs: 1,
  attempts: [],
};
const booking: Booking = { reservationId: 'r1', status: 'settled', costUsd: 0.001, isEstimate: false };
const result: Pick<TenantResult, 'output' | 'cascade' | 'trace'> = { output: 'Paris.', cascade, trace: [] };
const all = { includesInputFields: true, returnsTrace: false };

describe('the fields of an answer', () => {
  it('are the output and how it came about', () => {
    expect(answerFields(result, {}, all)).toEqual({ output: 'Paris.', cascade });
  });

  it('are what a parser made of it, be it nothing', () => {
    expect(answerFields({ ...result, parsed: { city: 'Paris' } }, {}, all)['output']).toEqual({
      city: 'Paris',
    });
    expect(answerFields({ ...result, parsed: null }, {}, all)['output']).toBeNull();
  });

  it('have the trace when it is asked for', () => {
    const { cascade: shown } = answerFields(result, {}, { ...all, returnsTrace: true });
    expect(shown).toEqual({ ...cascade, trace: [] });
  });

  it('tell what was booked, beside what was said of the limits before', () => {
    const incoming = { rateLimit: { tier: 'PRO', status: 'open' } };
    expect(answerFields({ ...result, booking }, incoming, all)['rateLimit']).toEqual({
      tier: 'PRO',
      ...booking,
    });
    const alone = answerFields(
      {
        ...result,
        booking: { ...booking, unavailable: new StoreUnavailableError('Away', { hint: 'Wait' }) },
      },
      incoming,
      { ...all, includesInputFields: false },
    );
    expect(alone['rateLimit']).toEqual(booking);
  });
});
