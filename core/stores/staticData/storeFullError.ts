import { CascadeError } from '../../errors/cascadeError';

/** The workflow's static data has no room for another user, for more values to restore, or for more of a batch. */
export class StoreFullError extends CascadeError {
  constructor(capacityBytes: number) {
    super(
      `The workflow's static data holds ${String(Math.round(capacityBytes / 1024))} KB and has no room for more`,
      {
        code: 'STORE_FULL',
        hint: 'Choose Redis as the store: it has no such limit. Users whose requests still count go on as before, values that it holds can be restored, and a batch finds the outcomes that it holds.',
      },
    );
  }
}
