import { expect, it } from '@jest/globals';
import { refusalText } from '../../../../core/cascade/tenant/refusalText';
import { RunBlockedError } from '../../../../core/cascade/tenant/runBlockedError';
import { NOTHING_SPENT } from '../../../../core/cascade/tenant/spending';
import { UnjudgedError } from '../../../../core/cascade/tenant/unjudgedError';
import { RateLimitError } from '../../../../core/limits/rateLimitError';
import { StoreUnavailableError } from '../../../../core/stores/storeUnavailableError';

const answers = { limited: 'Please try again later.', blocked: 'I cannot talk about this.' };
const limited = new RateLimitError({ allowed: false, limitType: 'hourly', retryAfterMs: 1_000 });
const unavailable = new StoreUnavailableError('No store', { hint: 'Wait.' });

it.each([
  ['a limit', limited, { why: 'limited', text: answers.limited }],
  [
    'a limit that nobody can judge',
    new UnjudgedError(unavailable),
    { why: 'limited', text: answers.limited },
  ],
  [
    'a guardrail',
    new RunBlockedError('output', [], NOTHING_SPENT),
    { why: 'blocked', text: answers.blocked },
  ],
  ['a store', unavailable, undefined],
  ['something else', new Error('Down'), undefined],
  ['nothing that is an error', undefined, undefined],
])('what was refused by %s is answered with the text for it', (_, error, refusal) => {
  expect(refusalText(error, answers)).toEqual(refusal);
});

it.each([{}, { limited: undefined }, { limited: '  ' }, { blocked: 'No.' }])(
  '%j: it stays an error',
  (given) => {
    expect(refusalText(limited, given)).toBeUndefined();
  },
);
