import { InvalidParameterError } from '../errors/invalidParameterError';
import type { Http } from '../http/http';
import type { ContentPart } from '../models/chatModel';
import type { UserProfile } from '../profiles/userProfile';
import type { RunLimits } from './agent/agentOptions';
import { profileModels } from './agent/profileModels';
import { Cascade, MOST_MODELS } from './engine/cascade';
import type { CascadeParts } from './engine/cascadeParts';
import { presetFor } from './routing/presetFor';
import { readSettings, type CascadeSettings } from './settings';
import { runForTenant, type TenantResult, type TenantRun } from './tenant/tenantRun';

export const FEWEST_MODELS = 2;
export { MOST_MODELS };

/** The models, two to five and cheapest first, and whatever shall differ from the preset. */
export interface CascadeAgentOptions extends CascadeSettings, Omit<CascadeParts, 'settings'> {}

export interface FromProfileOptions extends Omit<CascadeAgentOptions, 'models' | 'profile'> {
  /** Those that the profile prefers, over `http`, when left out. */
  readonly models?: CascadeAgentOptions['models'] | undefined;
  /** Reaches an API that speaks OpenAI's chat completions. */
  readonly http?: Http | undefined;
}

/**
 * What one run may need: tools, what was said before, images, a parser, takers of text and steps, a signal; and the rules
 * of a tenant: guardrails, limits, a cache.
 */
export type RunOptions = Omit<
  TenantRun,
  'turns' | 'query' | 'systemMessage' | 'limits' | 'clock' | 'decisive'
>;

/**
 * Answers each query with the cheapest model that is good enough: the cheapest drafts, its draft is assessed, and a
 * rejected draft or a failed model hands the query to the next stronger one. With tools it asks again and again, until
 * it has an answer.
 */
export class CascadeAgent {
  readonly #fixed: Pick<TenantRun, 'turns' | 'systemMessage' | 'clock' | 'decisive'> & {
    readonly limits: RunLimits;
  };

  /** @throws {InvalidParameterError} */
  constructor(options: CascadeAgentOptions) {
    const { models, clock, domains, profile } = options;
    if (models.length < FEWEST_MODELS || models.length > MOST_MODELS) {
      throw new InvalidParameterError(
        'models',
        models,
        `a list of ${String(FEWEST_MODELS)} to ${String(MOST_MODELS)} models`,
      );
    }
    const settings = readSettings(options);
    const { systemMessage, totalTimeoutMs, maxCostUsd } = settings;
    this.#fixed = {
      turns: new Cascade({ ...options, settings }),
      systemMessage,
      clock,
      limits: { totalTimeoutMs, maxCostUsd },
      decisive: { models, settings, others: [domains, profile?.preferences] },
    };
  }

  /**
   * A cascade as a profile wants it: with the preset that its preferences amount to, unless one is given, and with its
   * preferred models, unless some are given.
   *
   * @throws {InvalidParameterError}
   */
  static fromProfile(profile: UserProfile, options: FromProfileOptions = {}): CascadeAgent {
    const { models, http, preset, ...others } = options;
    return new CascadeAgent({
      ...others,
      preset: preset ?? presetFor(profile),
      models: models ?? profileModels(profile, { http, clock: others.clock }),
      profile,
    });
  }

  /**
   * The time and the cost that the settings allow hold for the whole run, tools included.
   *
   * @throws {InvalidParameterError} when the query is not a text or empty, or an option is wrong
   * @throws {RateLimitError} when a limit of `admission` has no room
   * @throws {RunBlockedError} when the query or the answer violates `guards`
   * @throws {AllModelsFailedError} when no model brings an answer that may be shown
   * @throws {BudgetExceededError} when the limit of cost left no room for one that could have
   * @throws {AgentStoppedError} when the run ends without an answer after its first turn
   * @throws the reason of `signal` when the caller aborts during the first turn
   */
  async run(query: string | readonly ContentPart[], options: RunOptions = {}): Promise<TenantResult> {
    return await runForTenant({ ...options, ...this.#fixed, query });
  }
}
