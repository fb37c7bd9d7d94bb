import { BatchProcessingError } from '../../batch/batchProcessingError';
import type { BatchItem, BatchResult } from '../../batch/batchResult';
import { asError } from '../../errors/asError';

/** Tells a caller of each outcome. One that throws is not told any more, and the batch goes on. */
export class ItemListener<Value> {
  readonly #onItem: ((item: BatchItem<Value>) => void) | undefined;
  #fault: Error | undefined;

  constructor(onItem: ((item: BatchItem<Value>) => void) | undefined) {
    this.#onItem = onItem;
  }

  tell(item: BatchItem<Value>): void {
    if (this.#fault) return;
    try {
      this.#onItem?.(item);
    } catch (thrown) {
      this.#fault = asError(thrown);
    }
  }

  /** @throws {BatchProcessingError} with the result, when the caller's function threw */
  throwFault(result: BatchResult<Value>): void {
    if (!this.#fault) return;
    throw new BatchProcessingError('"onItem" threw an error', {
      fault: 'CALLBACK',
      result,
      cause: this.#fault,
    });
  }
}
