import { readChoice } from '../shared/choice';

/** What the node can do. */
export const operations = ['run', 'submit', 'getJob', 'getResults', 'cancel'] as const;

export type Operation = (typeof operations)[number];

/** @throws {InvalidParameterError} */
export function readOperation(given: unknown): Operation {
  return readChoice('Operation', given, operations);
}
