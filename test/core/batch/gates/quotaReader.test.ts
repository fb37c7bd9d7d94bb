import { describe, expect, it } from '@jest/globals';
import { QuotaReader } from '../../../../core/batch/gates/quotaReader';

describe('what a provider says it still allows', () => {
  it('in requests is told in calls', () => {
    const requests = { remaining: 10, limit: 100, resetsInMs: 9000 };
    expect(new QuotaReader().read({ requests }, { time: 0, admitted: 1 })).toEqual({
      remaining: 10,
      callsPerMs: 0.01,
      resetsInMs: 9000,
    });
  });

  it('does not flow in when nobody says how much there may be', () => {
    const requests = { remaining: 0, limit: undefined, resetsInMs: 9000 };
    expect(new QuotaReader().read({ requests }, { time: 0, admitted: 1 })?.callsPerMs).toBeUndefined();
  });

  it('in tokens is told in calls as soon as it is known what calls use', () => {
    const reader = new QuotaReader();
    const tokens = (remaining: number) => ({ tokens: { remaining, limit: 100_000, resetsInMs: 60_000 } });
    expect(reader.read(tokens(90_000), { time: 0, admitted: 1 })).toBeUndefined();
    // 10 calls have used 5,000 tokens.
    expect(reader.read(tokens(85_000), { time: 0, admitted: 11 })).toEqual({
      remaining: 170,
      callsPerMs: 0.0005,
      resetsInMs: 60_000,
    });
  });

  it('is the scarcer one of requests and tokens', () => {
    const reader = new QuotaReader();
    const requests = { remaining: 50, limit: 100, resetsInMs: 60_000 };
    reader.read(
      { requests, tokens: { remaining: 10_000, limit: 20_000, resetsInMs: 60_000 } },
      { time: 0, admitted: 1 },
    );
    const read = reader.read(
      { requests, tokens: { remaining: 5000, limit: 20_000, resetsInMs: 60_000 } },
      { time: 0, admitted: 6 },
    );
    expect(read?.remaining).toBe(5);
  });
});
