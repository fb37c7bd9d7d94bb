import {
  CalibrationLearning,
  CascadeAgent,
  CircuitBreakers,
  guardsOf,
  RateLimiter,
  ResponseCache,
  type CascadeModel,
  type Store,
  type TenantResult,
  type UserProfile,
} from 'n8n-nodes-cascadeflow';

const AN_HOUR_MS = 3_600_000;

/**
 * One cascade for all processes of a service. What they know they know together: whose limits are reached, what was
 * answered before, how far each model's drafts can be trusted.
 */
export class SharedCascade {
  readonly #store: Store;
  readonly #models: readonly CascadeModel[];
  /** Of this process: what fails for one may work for another. */
  readonly #breakers = new CircuitBreakers();

  /** @param store a `RedisStore`, which all processes reach */
  constructor(store: Store, models: readonly CascadeModel[]) {
    this.#store = store;
    this.#models = models;
  }

  /**
   * Answers within the limits of the user and under the guardrails of the profile. The same question of the same user is
   * answered from the cache for an hour.
   *
   * @throws {RateLimitError} when a limit has no room
   * @throws {RunBlockedError} when question or answer break a guardrail
   * @throws {AllModelsFailedError} when no model answers; what was spent is booked all the same
   */
  async answer(profile: UserProfile, question: string): Promise<TenantResult> {
    const { userId } = profile;
    const store = this.#store;
    const agent = CascadeAgent.fromProfile(profile, {
      models: this.#models,
      breakers: this.#breakers,
      learning: new CalibrationLearning({ store }),
      auditShare: 0.02,
    });
    return await agent.run(question, {
      admission: { limiter: new RateLimiter({ store }), profile, estimateUsd: 0.002 },
      guards: guardsOf(profile),
      cache: new ResponseCache({ store, userId, ttlMs: AN_HOUR_MS }),
    });
  }
}
