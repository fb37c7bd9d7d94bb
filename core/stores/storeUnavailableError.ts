import { CascadeError } from '../errors/cascadeError';

/** The store cannot be used at this moment: nobody can say whether a limit is kept. */
export class StoreUnavailableError extends CascadeError {
  constructor(message: string, { hint, cause }: { hint: string; cause?: unknown }) {
    super(message, { code: 'STORE_UNAVAILABLE', hint, cause });
  }
}
