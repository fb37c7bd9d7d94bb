/** How a batch uses the jobs of a provider. All times in milliseconds. */
export interface JobsConfig {
  /** How long jobs are waited for, all passes together; 24 hours when left out, which is what providers promise for one. */
  readonly longestWaitMs?: number | undefined;
  /**
   * What is done when the provider takes no jobs, refuses or fails one, or leaves single requests unanswered: ask for each
   * query by itself (`individual`, when left out), or let them fail.
   */
  readonly fallback?: 'individual' | 'fail' | undefined;
  /** 0..1: the share of the price that jobs save; what is known of the seller when left out. */
  readonly discount?: number | undefined;
  /** Told after each look at the jobs. */
  readonly onProgress?: ((progress: JobsProgress) => void) | undefined;
}

/** How far the jobs of a pass are. */
export interface JobsProgress {
  /** From 1. The first pass drafts, the next ones ask the stronger models for what was rejected. */
  readonly pass: number;
  /** Requests of this pass. */
  readonly total: number;
  readonly answered: number;
  readonly failed: number;
}
