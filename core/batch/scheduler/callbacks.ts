import { asError } from '../../errors/asError';
import { BatchProcessingError } from '../batchProcessingError';
import type { BatchResult } from '../batchResult';

type Called<Made> =
  { readonly isThrown: false; readonly value: Made } | { readonly isThrown: true; readonly error: Error };

export function outcomeOf<Made>(call: () => Made): Called<Made> {
  try {
    return { isThrown: false, value: call() };
  } catch (thrown) {
    return { isThrown: true, error: asError(thrown) };
  }
}

/**
 * Functions of the caller's own. A batch whose answers are paid for is not broken off for one that throws: it is not
 * called again, and the batch tells of it in the end.
 */
export class Callbacks {
  #fault: { readonly name: string; readonly cause: Error } | undefined;

  /** @param otherwise what is taken for its result once one of them has thrown */
  guarded<Given, Made>(
    name: string,
    callback: ((given: Given) => Made) | undefined,
    otherwise: Made,
  ): ((given: Given) => Made) | undefined {
    if (!callback) return undefined;
    let isBroken = false;
    return (given) => {
      if (isBroken) return otherwise;
      const called = outcomeOf(() => callback(given));
      if (!called.isThrown) return called.value;
      isBroken = true;
      this.#fault ??= { name, cause: called.error };
      return otherwise;
    };
  }

  /** @throws {BatchProcessingError} with the result, when one of them threw */
  throwFault(result: BatchResult<unknown>): void {
    if (!this.#fault) return;
    const { name, cause } = this.#fault;
    throw new BatchProcessingError(`"${name}" threw an error`, { fault: 'CALLBACK', result, cause });
  }
}
