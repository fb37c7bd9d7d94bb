import { describe, expect, it } from '@jest/globals';
import { createUserProfile, serializeProfile } from '../../../core';
import { readItemProfile } from '../../../nodes/Guardrails/itemProfile';
import { nodeContext } from '../../support/nodeContext';

const guardrailsIn = (profile: unknown, columns: object[] = []) => {
  const options = columns.length > 0 ? { columnNames: { columns } } : {};
  return readItemProfile(nodeContext({ parameters: { profile, options } }), 0).guardrails;
};

const off = { enableContentModeration: false, enablePiiDetection: false, strict: false };
const written = createUserProfile('PRO', 'ann', { enablePiiDetection: true, strictGuardrails: true });

describe('the profile in an item', () => {
  it.each<[string, unknown, object]>([
    ['as this package writes it', serializeProfile(written), { enablePiiDetection: true, strict: true }],
    [
      'as it writes it for databases',
      serializeProfile(written, { keys: 'snake_case' }),
      { enablePiiDetection: true, strict: true },
    ],
    ['as JSON text', JSON.stringify(serializeProfile(written)), { enablePiiDetection: true, strict: true }],
    [
      'as a row',
      { enable_content_moderation: 1, enable_pii_detection: 'false', strict_guardrails: 't' },
      { enableContentModeration: true, strict: true },
    ],
    ['as one with nothing switched on', serializeProfile(createUserProfile('PRO', 'ann')), {}],
  ])('is read %s', (_how, given, on) => {
    expect(guardrailsIn(given)).toEqual({ ...off, ...on });
  });

  it('may be of any user, tier and limits: only guardrails count', () => {
    const row = {
      user_id: 'eve',
      tier: 'gold plan',
      custom_requests_per_hour: 'plenty',
      created_at: 'yesterday',
      enable_pii_detection: true,
    };
    expect(guardrailsIn(row)).toEqual({ ...off, enablePiiDetection: true });
  });

  it('may have columns of its own naming', () => {
    const row = { moderated: 1, pii: '0', plan: 'gold', enable_pii_detection: true };
    const columns = [
      { column: 'moderated', field: 'enableContentModeration' },
      { column: 'pii', field: 'enablePiiDetection' },
      { column: 'plan', field: 'tier' },
    ];
    expect(guardrailsIn(row, columns)).toEqual({ ...off, enableContentModeration: true });
  });

  it('is still one of ours when only other columns are named', () => {
    const columns = [{ column: 'plan', field: 'tier' }];
    expect(guardrailsIn(serializeProfile(written), columns)).toMatchObject({ strict: true });
  });

  it.each<[string, unknown]>([
    ['has other columns', { id: 1, enable_moderation: true }],
    ['is empty', {}],
    ['inherits them', Object.create({ enable_pii_detection: true })],
    ['has them in a prototype', JSON.parse('{"__proto__":{"enable_pii_detection":true}}')],
  ])('says something about guardrails: not what %s', (_what, given) => {
    expect(() => guardrailsIn(given)).toThrow(
      'Parameter "Profile" is an object, but must be a profile, or a row',
    );
  });

  it('has at least one of the columns that are named', () => {
    const columns = [{ column: 'moderated', field: 'enableContentModeration' }];
    expect(() => guardrailsIn({ moderate: true }, columns)).toThrow('Parameter "Profile" is an object');
  });
});
