import { asError } from '../../errors/asError';
import { StoredStateError } from '../storedStateError';
import { unpackUsage } from '../usage/packedUsage';
import { UserUsage } from '../usage/userUsage';
import { HEAD_BYTES, readUsageHead } from './usageHead';

/** Of a request in the journal: ms since the usage was packed (u32), cost (u40), and its lease in ms (u32), or one of these. */
const REQUEST_BYTES = 13;
const RECORDED = 0;
const SETTLED = 0xfffffffe;
const TAKEN_BACK = 0xffffffff;

/**
 * The usage that a key holds: the packed one, and on top of it the requests of the journal.
 *
 * @throws {StoredStateError} when it was not written by the scripts
 */
export function readStoredUsage(value: Buffer): UserUsage {
  const usage = readUsage(value);
  if (usage instanceof Error) throw new StoredStateError('The usage of a user', usage.message, usage);
  return usage;
}

function readUsage(value: Buffer): UserUsage | Error {
  try {
    const { packedAt, packedBytes, requests } = readUsageHead(value.subarray(-HEAD_BYTES));
    const journal = value.subarray(packedBytes, -HEAD_BYTES);
    if (journal.length !== requests * REQUEST_BYTES) return new RangeError('its journal has a wrong length');
    const usage = packedBytes === 0 ? new UserUsage() : unpackUsage(value.subarray(0, packedBytes));
    for (let at = 0; at < journal.length; at += REQUEST_BYTES) {
      replay(usage, journal.subarray(at, at + REQUEST_BYTES), packedAt);
    }
    return usage;
  } catch (error) {
    return asError(error);
  }
}

function replay(usage: UserUsage, request: Buffer, packedAt: number): void {
  const time = packedAt + request.readUInt32LE(0);
  const costNanoUsd = request.readUIntLE(4, 5);
  const leaseMs = request.readUInt32LE(9);
  if (leaseMs === RECORDED) usage.record(costNanoUsd, time);
  else if (leaseMs === SETTLED) usage.reserveClosed(costNanoUsd, time);
  else if (leaseMs === TAKEN_BACK) usage.reserveClosed(undefined, time);
  else usage.reserve({ userId: '', estimateNanoUsd: costNanoUsd, leaseMs }, time);
}
