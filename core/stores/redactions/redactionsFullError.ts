import { CascadeError } from '../../errors/cascadeError';

/** So many values can be restored in one conversation. */
export const MOST_PLACEHOLDERS = 10_000;

/** A conversation has as many placeholders as it can have. */
export class RedactionsFullError extends CascadeError {
  constructor() {
    super(`A conversation keeps at most ${String(MOST_PLACEHOLDERS)} values to restore`, {
      code: 'REDACTIONS_FULL',
      hint: 'Begin another conversation, or choose a redaction that need not be restored, such as labels.',
    });
  }
}
