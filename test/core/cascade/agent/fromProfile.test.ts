import { describe, expect, it } from '@jest/globals';
import { profileModels } from '../../../../core/cascade/agent/profileModels';
import { CascadeAgent } from '../../../../core/cascade/cascadeAgent';
import { InvalidParameterError } from '../../../../core/errors/invalidParameterError';
import type { Http } from '../../../../core/http/http';
import { createUserProfile, type CreateProfileOptions } from '../../../../core/profiles/createUserProfile';
import { FakeClock } from '../../../support/fakeClock';
import { says, ScriptedModel } from '../../../support/scriptedModel';

const QUERY = 'What is the capital of Japan?';

function profileWith(options: CreateProfileOptions = {}) {
  return createUserProfile('PRO', 'user-123', options);
}

/** An API whose models all say their own name. */
function api(): { readonly http: Http; readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const http: Http = ({ body, path }) => {
    asked.push({ path, body });
    const model = typeof body === 'object' && body !== null && 'model' in body ? String(body.model) : '';
    const message = { role: 'assistant', content: `Tokyo, says ${model}.` };
    const usage = { prompt_tokens: 100, completion_tokens: 20 };
    return Promise.resolve({
      status: 200,
      header: () => undefined,
      body: { choices: [{ message, finish_reason: 'stop' }], usage },
    });
  };
  return { http, asked };
}

function refusalOf(make: () => unknown): InvalidParameterError {
  try {
    make();
  } catch (error) {
    if (error instanceof InvalidParameterError) return error;
  }
  throw new Error('It should have been refused');
}

describe('CascadeAgent.fromProfile', () => {
  it('asks the preferred models at an API by name, the cheapest first', async () => {
    const { http, asked } = api();
    const profile = profileWith({ preferredModels: ['gpt-4o', 'gpt-4o-mini'] });
    const agent = CascadeAgent.fromProfile(profile, { http, clock: new FakeClock() });
    const { output, cascade } = await agent.run(QUERY);
    expect(output).toBe('Tokyo, says gpt-4o-mini.');
    expect(cascade).toMatchObject({ modelUsed: 'gpt-4o-mini' });
    expect(cascade.savedUsd).toBeGreaterThan(0);
    expect(asked).toMatchObject([{ path: '/chat/completions', body: { model: 'gpt-4o-mini' } }]);
  });

  it('asks the models that are given, when some are, and of them those that the profile prefers', async () => {
    const chats = ['small', 'medium', 'large'].map(
      (name) => new ScriptedModel(says(`Tokyo, says ${name}.`), name),
    );
    const models = chats.map((chat) => ({ name: chat.id ?? '', chat }));
    const profile = profileWith({ preferredModels: ['medium', 'large'] });
    const { output } = await CascadeAgent.fromProfile(profile, { models, clock: new FakeClock() }).run(QUERY);
    expect(output).toBe('Tokyo, says medium.');
  });

  it('takes the preset that the preferences amount to, unless one is given, and any setting over it', async () => {
    const { http } = api();
    const profile = profileWith({ preferredModels: ['gpt-4o-mini', 'gpt-4o'], quality: 'best' });
    const legal = 'Which law applies to a contract between a tenant and a landlord?';
    const directly = async (options: Parameters<typeof CascadeAgent.fromProfile>[1]) => {
      const agent = CascadeAgent.fromProfile(profile, {
        http,
        clock: new FakeClock(),
        judge: 'never',
        ...options,
      });
      return (await agent.run(legal)).cascade.direct;
    };
    expect(await directly({})).toBe(true);
    expect(await directly({ preset: 'balanced' })).toBe(false);
    expect(await directly({ verifyAlways: [], threshold: 0.1 })).toBe(false);
  });

  it('says what is missing when there are neither models nor an API, or no names', () => {
    const profile = profileWith({ preferredModels: ['gpt-4o', 'gpt-4o-mini'] });
    expect(refusalOf(() => CascadeAgent.fromProfile(profile)).message).toBe(
      'Parameter "models" is missing, but must be a list of models, unless `http` is given',
    );
    expect(refusalOf(() => CascadeAgent.fromProfile(profileWith(), api())).message).toBe(
      'Parameter "preferredModels" is a list of 0, but must be a list of models, unless `models` is given',
    );
    const one = profileWith({ preferredModels: ['gpt-4o'] });
    expect(refusalOf(() => CascadeAgent.fromProfile(one, api())).parameter).toBe('models');
  });
});

describe('profileModels', () => {
  const namesOf = (preferredModels: string[]) =>
    profileModels(profileWith({ preferredModels }), api()).map(({ name }) => name);

  it('sorts by price, and keeps the order of the profile when a price is unknown', () => {
    expect(namesOf(['gpt-4o', 'gpt-4o-mini', 'gpt-4.1'])).toEqual(['gpt-4o-mini', 'gpt-4.1', 'gpt-4o']);
    expect(namesOf(['gpt-4o', 'my-own-model', 'gpt-4o-mini'])).toEqual([
      'gpt-4o',
      'my-own-model',
      'gpt-4o-mini',
    ]);
  });
});
