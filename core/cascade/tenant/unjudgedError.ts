import { CascadeError } from '../../errors/cascadeError';
import type { StoreUnavailableError } from '../../stores/storeUnavailableError';

/** A request was refused because the store does not answer, so that nobody knows whether there is room for it. */
export class UnjudgedError extends CascadeError {
  constructor(cause: StoreUnavailableError) {
    super('The request was refused, because nobody can say whether its limits have room', {
      code: 'NOT_JUDGED',
      hint: cause.message,
      cause,
    });
  }
}
