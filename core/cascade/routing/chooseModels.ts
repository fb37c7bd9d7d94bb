import type { UserProfile } from '../../profiles/userProfile';
import type { CascadeModel } from '../engine/cascadeModel';
import type { Domain } from '../query/domains';

export interface ModelChoice<Model> {
  /** At least one where any were given, in the order given: cheapest first. */
  readonly models: readonly Model[];
  /** Names in the profile that none of the models has. */
  readonly unmatched: readonly string[];
  /** What narrowed the choice, in words; missing when nothing did. */
  readonly because?: string;
}

export interface ModelPreference {
  readonly profile?: Pick<UserProfile, 'preferences'> | undefined;
  readonly domain: Domain;
}

type Named = Pick<CascadeModel, 'name'> & { readonly chat: Pick<CascadeModel['chat'], 'id'> };

/**
 * The models that may answer a user's query of a domain: those the profile names for the domain, else those it prefers,
 * else all. A name is a model's id or what the model is called here, whatever the case; `groq/llama-3`
 * is also `llama-3`.
 */
export function chooseModels<Model extends Named>(
  models: readonly Model[],
  { profile, domain }: ModelPreference,
): ModelChoice<Model> {
  const wishes = profile ? wishesOf(profile, domain) : [];
  const unmatched: string[] = [];
  for (const { names, because } of wishes) {
    unmatched.push(...names.filter((name) => !models.some((model) => isCalled(model, name))));
    const chosen = models.filter((model) => names.some((name) => isCalled(model, name)));
    if (chosen.length > 0) return { models: chosen, unmatched, because };
  }
  return { models, unmatched };
}

interface Wish {
  readonly names: readonly string[];
  readonly because: string;
}

function wishesOf({ preferences }: Pick<UserProfile, 'preferences'>, domain: Domain): readonly Wish[] {
  const { domainModels, preferredModels } = preferences;
  return [
    { names: domainModels.get(domain) ?? [], because: `the profile names these models for ${domain}` },
    { names: preferredModels, because: 'the profile prefers these models' },
  ];
}

function isCalled({ name, chat }: Named, wanted: string): boolean {
  const wish = comparable(wanted);
  return [name, chat.id ?? name].map(comparable).some((own) => isSame(own, wish) || isSame(wish, own));
}

/** `openrouter/meta-llama/llama-3`, `meta-llama/llama-3` and `llama-3` are the same model: sellers stand before it. */
function isSame(long: string, short: string): boolean {
  return long === short || (short !== '' && long.endsWith(`/${short}`));
}

function comparable(name: string): string {
  return name.trim().toLowerCase();
}
