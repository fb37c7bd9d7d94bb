import { InvalidParameterError } from '../errors/invalidParameterError';
import type { Http } from '../http/http';
import type { ContentPart } from '../models/chatModel';
import type { UserProfile } from '../profiles/userProfile';
import type { RunLimits } from './agent/agentOptions';
import { profileModels } from './agent/profileModels';
import { CallGates } from '../batch/gates/callGates';
import { readQueries } from '../batch/readConfig';
import type { CascadeBatchConfig } from './batch/cascadeBatchConfig';
import type { CascadeBatchResult } from './batch/cascadeBatchResult';
import type { CascadeRun, CascadeRunContext } from './batch/cascadeRun';
import { runCascadeBatch } from './batch/runCascadeBatch';
import { Cascade, MOST_MODELS } from './engine/cascade';
import type { CascadeParts } from './engine/cascadeParts';
import { requirePrices } from './engine/requirePrices';
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

/** A query of a batch with options of its own, as `run` has them. */
export interface BatchQuery extends Omit<RunOptions, 'signal' | 'traffic' | 'watch'> {
  readonly query: string | readonly ContentPart[];
}

/**
 * Answers each query with the cheapest model that is good enough: the cheapest drafts, its draft is assessed, and a
 * rejected draft or a failed model hands the query to the next stronger one. With tools it asks again and again, until
 * it has an answer.
 */
export class CascadeAgent {
  readonly #options: CascadeAgentOptions;
  /** What its batches have learned of how much its models can take. */
  readonly #gates = new CallGates();
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
    this.#options = options;
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

  /**
   * Answers many queries, as fast as the providers of the models take them: see `runCascadeBatch`. Texts that are equal
   * are the same query to checkpoints, and are answered once when the configuration says so; queries with options of
   * their own are told apart by their places, unless it has an `identityOf`. Jobs of providers call no tools.
   *
   * @throws {CascadeError} `PRICE_UNKNOWN` when there is a limit of cost and a model without a price
   * @throws as `runCascadeBatch` does
   */
  async runBatch(
    queries: readonly (string | BatchQuery)[],
    config: CascadeBatchConfig = {},
  ): Promise<CascadeBatchResult> {
    const { models } = this.#options;
    const { strategy = 'auto', jobs, maxCostUsd } = config;
    if (maxCostUsd !== undefined) requirePrices(models);
    const mayBeJobs = strategy !== 'auto' || models.every((model) => model.jobs !== undefined);
    readQueries(queries);
    return await runCascadeBatch(
      queries.map((query) => this.#runOf(typeof query === 'string' ? { query } : query)),
      {
        ...config,
        jobs: mayBeJobs ? jobs : undefined,
        gates: config.gates ?? this.#gates,
        clock: config.clock ?? this.#options.clock,
        identityOf: config.identityOf ?? ((index) => identityIn(queries, index)),
      },
    );
  }

  #runOf({ query, admission, onAttempt, ...options }: BatchQuery): CascadeRun {
    return async (context) => {
      const { signal, traffic, watch } = context;
      return await this.#agentIn(context).run(query, {
        ...options,
        ...(context.isReplayed ? repeatable(options) : {}),
        admission: admission && (await context.admission(admission)),
        onAttempt: (attempt) => {
          context.onAttempt?.(attempt);
          onAttempt?.(attempt);
        },
        signal,
        traffic,
        watch,
      });
    };
  }

  #agentIn(context: CascadeRunContext): CascadeAgent {
    const own = this.#options.models;
    const given = context.models(own);
    const { isReplayed } = context;
    if (given === own && !isReplayed) return this;
    return new CascadeAgent({
      ...this.#options,
      models: given,
      learning: isReplayed ? undefined : this.#options.learning,
    });
  }
}

/** @throws {InvalidParameterError} for tools: they would be run each time */
function repeatable({ tools = [] }: Pick<RunOptions, 'tools'>): Pick<RunOptions, 'cache'> {
  if (tools.length === 0) return { cache: undefined };
  throw new InvalidParameterError('tools', tools, 'empty, because the provider answers as a job');
}

function identityIn(queries: readonly (string | BatchQuery)[], index: number): string {
  const query = queries[index];
  return typeof query === 'string' ? `text ${query}` : `place ${String(index)}`;
}
