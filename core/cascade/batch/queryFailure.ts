/**
 * Carries the error of a query through the schedule, which would else read a status in it, and try the query again: the
 * engine has done that for each call.
 */
export class QueryFailure extends Error {
  readonly failure: Error;
  /** US dollars that were spent all the same, as far as prices are known. */
  readonly costUsd: number;

  constructor(failure: Error, costUsd: number) {
    super(failure.message, { cause: failure });
    this.failure = failure;
    this.costUsd = costUsd;
  }
}
