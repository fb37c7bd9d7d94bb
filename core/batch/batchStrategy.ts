/**
 * How the queries of a batch are worked on. `sequential`: one after the other. `parallel`: a fixed number at once.
 * `adaptive`: as many at once as the provider turns out to take. `provider_batch`: as jobs of the provider's batch API,
 * which answers within hours and for less. `auto`: whatever suits the size of the batch and what the provider offers.
 */
export const BATCH_STRATEGIES = ['auto', 'sequential', 'parallel', 'adaptive', 'provider_batch'] as const;

export type BatchStrategy = (typeof BATCH_STRATEGIES)[number];

/** The strategy that a batch was worked on with, once `auto` has decided. */
export type UsedStrategy = Exclude<BatchStrategy, 'auto'>;
