import { asError } from '../../core';

export type Outcome<Result> =
  { readonly done: true; readonly result: Result } | { readonly done: false; readonly error: Error };

/** What became of `work`, as a value: whoever asks decides what an error means. */
export function outcomeOf<Result>(work: () => Result): Outcome<Result> {
  try {
    return { done: true, result: work() };
  } catch (error) {
    return { done: false, error: asError(error) };
  }
}
