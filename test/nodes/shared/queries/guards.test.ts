import { describe, expect, it } from '@jest/globals';
import { createUserProfile, guardsOf, piiOptions, type ProfileOptions } from '../../../../core';
import { readGuards } from '../../../../nodes/shared/queries/guards';
import type { User } from '../../../../nodes/shared/queries/user';
import { nodeContext } from '../../../support/nodeContext';

const read = (guardrails: object, user?: User) =>
  readGuards(nodeContext({ parameters: { guardrails } }), 0, user);

const userWith = (options: ProfileOptions, ...applies: ('guardrails' | 'limits')[]): User => ({
  profile: createUserProfile('PRO', 'ann', options),
  applies: new Set(applies),
});

describe('the guardrails of an item', () => {
  it('are none when neither panel nor profile wants any', () => {
    expect(read({})).toBeUndefined();
    expect(read({ refuseQueries: [], strict: true })).toBeUndefined();
    expect(read({}, userWith({}, 'guardrails'))).toBeUndefined();
  });

  it('are those of the panel', () => {
    const given = {
      hideFromModels: ['pii', 'secrets'],
      redactAnswer: ['secrets'],
      refuseAnswers: ['moderation'],
      refuseQueries: ['moderation', 'injection', 'pii', 'secrets'],
    };
    expect(read(given)).toEqual({
      input: {
        rules: [
          { guardrail: 'moderation', strict: false },
          { guardrail: 'injection' },
          { guardrail: 'pii', ...piiOptions(false) },
          { guardrail: 'secrets' },
        ],
      },
      output: { rules: [{ guardrail: 'moderation', strict: false }] },
      redact: [{ guardrail: 'pii', ...piiOptions(false) }, { guardrail: 'secrets' }],
      redactOutput: [{ guardrail: 'secrets' }],
    });
  });

  it('are strict when told to', () => {
    expect(read({ refuseQueries: ['moderation', 'pii'], strict: true })).toMatchObject({
      input: {
        rules: [
          { guardrail: 'moderation', strict: true },
          { guardrail: 'pii', ...piiOptions(true) },
        ],
      },
    });
  });

  it('are those of the profile, where its guardrails hold', () => {
    const options = { enableContentModeration: true, enablePiiDetection: true };
    const user = userWith(options, 'guardrails');
    const { input, output, redact, redactOutput } = guardsOf(user.profile);
    expect(read({}, user)).toEqual({
      input: { rules: input?.rules },
      output: { rules: output?.rules },
      redact,
      redactOutput,
    });
    expect(read({}, userWith(options, 'limits'))).toBeUndefined();
  });

  it('are those of both together', () => {
    const guards = read(
      { refuseQueries: ['injection'] },
      userWith({ enableContentModeration: true }, 'guardrails'),
    );
    expect(guards?.input?.rules.map(({ guardrail }) => guardrail)).toEqual(['injection', 'moderation']);
  });

  it('take one name for a list of one', () => {
    expect(read({ refuseQueries: 'injection' })).toMatchObject({
      input: { rules: [{ guardrail: 'injection' }] },
    });
  });

  it.each([
    ['Hide From Models', { hideFromModels: ['moderation'] }],
    ['Redact in Answer', { redactAnswer: ['injection'] }],
    ['Refuse Answers With', { refuseAnswers: ['anger'] }],
    ['Refuse Queries With', { refuseQueries: [7] }],
  ])('have to be known: %s', (label, given) => {
    expect(() => read(given)).toThrow(`Parameter "${label}" is `);
  });
});
