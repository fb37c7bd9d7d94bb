import { randomUUID } from 'node:crypto';

/** A name for a batch that no other one has. */
export function newBatchId(): string {
  return randomUUID();
}
