import { describe, expect, it } from '@jest/globals';
import { guardsOf } from '../../../../core/cascade/tenant/runGuards';
import { createUserProfile } from '../../../../core/profiles/createUserProfile';

const pii = { guardrail: 'pii' };
const moderation = { guardrail: 'moderation', strict: false };
const profileWith = (options: object) => createUserProfile('PRO', 'ann', options);

describe('what a profile has switched on', () => {
  it('is nothing by default', () => {
    expect(guardsOf(profileWith({}))).toEqual({ input: { rules: [] }, output: { rules: [] } });
  });

  it('moderates queries and answers', () => {
    const guards = guardsOf(profileWith({ enableContentModeration: true }));
    expect(guards).toEqual({ input: { rules: [moderation] }, output: { rules: [moderation] } });
  });

  it('hides the user’s data and takes out that of others', () => {
    expect(guardsOf(profileWith({ enablePiiDetection: true }))).toEqual({
      input: { rules: [] },
      output: { rules: [] },
      redact: [pii, { guardrail: 'secrets' }],
      redactOutput: [pii],
    });
  });

  it('refuses personal data where that was chosen', () => {
    const guards = guardsOf(profileWith({ enablePiiDetection: true }), { personalData: 'refuse' });
    expect(guards).toEqual({ input: { rules: [pii] }, output: { rules: [pii] } });
  });

  it('counts what is doubtful when it is strict', () => {
    const profile = profileWith({
      enablePiiDetection: true,
      enableContentModeration: true,
      strictGuardrails: true,
    });
    const { input, redactOutput } = guardsOf(profile);
    expect(input?.rules).toEqual([{ ...moderation, strict: true }]);
    expect(redactOutput).toEqual([{ ...pii, threshold: 0.35 }]);
  });
});
