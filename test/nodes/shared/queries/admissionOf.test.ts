import { describe, expect, it } from '@jest/globals';
import { createUserProfile } from '../../../../core';
import { admissionOf } from '../../../../nodes/shared/queries/admissionOf';
import type { User } from '../../../../nodes/shared/queries/user';
import { RunStore } from '../../../../nodes/shared/tenants/runStore';
import { tenantContext } from '../../../support/tenantContext';

const profile = createUserProfile('PRO', 'ann');
const limited: User = { profile, applies: new Set(['limits']) };
const parameters = { estimatedCostUsd: 0.5, reservationId: undefined, whenUnavailable: 'fail' } as const;
const reserved = { json: { rateLimit: { reservationId: 'of-the-item' } } };

const admission = (asker: Partial<Parameters<typeof admissionOf>[1]>) =>
  admissionOf(new RunStore(tenantContext({ type: 'batchCascade' })), {
    item: { json: {} },
    user: limited,
    parameters,
    ...asker,
  });

describe('the limits of an item', () => {
  it('are none without a user, and where they do not apply', async () => {
    expect(await admission({ user: undefined })).toBeUndefined();
    expect(await admission({ user: { profile, applies: new Set(['guardrails']) } })).toBeUndefined();
  });

  it('are those of the profile, counted at the estimate', async () => {
    expect(await admission({})).toMatchObject({
      profile,
      estimateUsd: 0.5,
      reservationId: undefined,
      whenUnavailable: 'fail',
    });
  });

  it('are held by the reservation that the item brings along, or that the panel names', async () => {
    expect(await admission({ item: reserved })).toMatchObject({ reservationId: 'of-the-item' });
    const own = { ...parameters, reservationId: 'of-the-panel' };
    expect(await admission({ item: reserved, parameters: own })).toMatchObject({
      reservationId: 'of-the-panel',
    });
  });

  it.each([
    { rateLimit: { reservationId: 7 } },
    { rateLimit: 'none' },
    { rateLimit: null },
    { rateLimit: [] },
  ])('know no reservation in %j', async (json) => {
    expect(await admission({ item: { json } })).toMatchObject({ reservationId: undefined });
  });
});
