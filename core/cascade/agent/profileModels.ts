import { InvalidParameterError } from '../../errors/invalidParameterError';
import type { Http } from '../../http/http';
import { OpenAiCompatibleModel } from '../../models/openAiCompatible/openAiCompatibleModel';
import { costOf } from '../../models/prices/costOf';
import { findPrice } from '../../models/prices/findPrice';
import type { UserProfile } from '../../profiles/userProfile';
import type { Clock } from '../../time/clock';
import type { CascadeModel } from '../engine/cascadeModel';

export interface ProfileModelsOptions {
  /** Reaches an API that speaks OpenAI's chat completions and has the models. */
  readonly http: Http | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * The models that a profile prefers, by name at one API, as a cascade wants them: cheapest first. As long as the price
 * of one is unknown they stay in the profile's order.
 *
 * @throws {InvalidParameterError} when there is no API, or the profile prefers none
 */
export function profileModels(profile: UserProfile, { http, clock }: ProfileModelsOptions): CascadeModel[] {
  const { preferredModels } = profile.preferences;
  if (!http) throw new InvalidParameterError('models', undefined, 'a list of models, unless `http` is given');
  if (preferredModels.length === 0)
    throw new InvalidParameterError(
      'preferredModels',
      preferredModels,
      'a list of models, unless `models` is given',
    );
  return cheapestFirst(preferredModels).map((name) => ({
    name,
    chat: new OpenAiCompatibleModel({ model: name, http, ...(clock ? { clock } : {}) }),
  }));
}

/** An answer of the length that chats mostly have. */
const USUAL = { inputTokens: 1000, outputTokens: 300 };

function cheapestFirst(names: readonly string[]): readonly string[] {
  const costs = new Map<string, number>();
  for (const name of names) {
    const price = findPrice(name);
    if (!price) return names;
    costs.set(name, costOf(USUAL, price));
  }
  return names.toSorted((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0));
}
