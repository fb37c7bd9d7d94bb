import { CascadeError } from '../errors/cascadeError';

/** What a store holds is not what this package wrote there. */
export class StoredStateError extends CascadeError {
  /** @param what e.g. `The usage of a user` */
  constructor(what: string, detail: string, cause?: unknown) {
    super(`${what} cannot be read from the store: ${detail}`, {
      code: 'STORED_STATE_CORRUPT',
      hint: 'It was changed by something else, or written by a newer version of this package. To start afresh, reset the user, begin another conversation, or give the batch another id.',
      cause,
    });
  }
}
