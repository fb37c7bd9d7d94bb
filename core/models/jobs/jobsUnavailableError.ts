import { CascadeError } from '../../errors/cascadeError';

/** The provider has no batch API at this address, or not for this model. */
export class JobsUnavailableError extends CascadeError {
  constructor(why: string, cause?: unknown) {
    super(`The provider takes no batch jobs: ${why}`, {
      code: 'JOBS_UNAVAILABLE',
      hint: 'Choose another strategy, or a provider with a batch API.',
      cause,
    });
  }
}
