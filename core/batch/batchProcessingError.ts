import { CascadeError } from '../errors/cascadeError';
import type { BatchResult } from './batchResult';

/** Why a batch as a whole is faulty, whatever became of its queries. */
export type BatchFault =
  /** Its checkpoints cannot be read. */
  | 'CHECKPOINTS'
  /** A function that its caller gave threw. */
  | 'CALLBACK'
  /** Not every query was answered, and its caller needs all. */
  | 'INCOMPLETE';

const hints: Readonly<Record<BatchFault, string>> = {
  CHECKPOINTS: 'Check the store. Without checkpoints, queries that were answered before would be paid again.',
  CALLBACK: 'Mend the function. What was answered is in the result of this error.',
  INCOMPLETE: 'The result of this error says what became of each query.',
};

/** A batch went wrong as a whole. What was done until then is not lost: it is in `result`. */
export class BatchProcessingError<Value = unknown> extends CascadeError {
  /** Undefined when nothing was begun. */
  readonly result: BatchResult<Value> | undefined;

  constructor(
    message: string,
    { fault, result, cause }: { fault: BatchFault; result?: BatchResult<Value>; cause?: unknown },
  ) {
    super(message, { code: `BATCH_${fault}`, hint: hints[fault], cause });
    this.result = result;
  }
}

/**
 * The values of a batch, in the order of its queries.
 *
 * @throws {BatchProcessingError} with the result, when a query was not answered; its cause is the first failure
 */
export function requireAll<Value>(result: BatchResult<Value>): Value[] {
  const values = result.items.flatMap((item) => (item.status === 'done' ? [item.value] : []));
  if (values.length === result.total) return values;
  const { total, failed, notRun } = result;
  throw new BatchProcessingError(
    `Of ${String(total)} queries, ${String(failed)} failed and ${String(notRun)} were not run`,
    { fault: 'INCOMPLETE', result, cause: result.items.find((item) => item.status === 'failed')?.error },
  );
}
