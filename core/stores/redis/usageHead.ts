import type { Usage, WindowUsage } from '../limitStore';
import { DAY, HOUR, LEASES } from '../usage/shapes';

/** The end of a user's usage in Redis: what nearly every request needs. scripts/usage.lua describes it byte by byte. */
export interface UsageHead {
  readonly salt: string;
  readonly nextSequence: number;
  /** When the last request was counted, in ms since the epoch. */
  readonly lastAt: number;
  readonly totals: Totals;
  /** When the usage was packed; what came since is in the journal. */
  readonly packedAt: number;
  readonly packedBytes: number;
  /** Requests in the journal. */
  readonly requests: number;
}

/** Requests of the hour, end of its last entry, the same of the day, its cost, leases, end of the last one. */
export type Totals = readonly [
  hourly: number,
  hourLast: number,
  daily: number,
  dayLast: number,
  nanoUsd: number,
  concurrent: number,
  leasesLast: number,
];

export const HEAD_BYTES = 77;

const FORMAT = 1;

/** How long a write lets the key live. */
const KEY_LIVES_MS = 93_600_000;

/** @throws RangeError when it is no head */
export function readUsageHead(bytes: Buffer): UsageHead {
  const format = bytes.readUInt8(0);
  if (format !== FORMAT) throw new RangeError(`its head has format ${String(format)}, not ${String(FORMAT)}`);
  return {
    salt: bytes.toString('latin1', 1, 13),
    nextSequence: bytes.readUIntLE(13, 6),
    lastAt: bytes.readUIntLE(19, 6),
    totals: [
      bytes.readUInt32LE(25),
      bytes.readUIntLE(44, 6),
      bytes.readUInt32LE(29),
      bytes.readUIntLE(50, 6),
      bytes.readUIntLE(33, 6) + bytes.readUInt8(39) * 2 ** 48,
      bytes.readUInt32LE(40),
      bytes.readUIntLE(56, 6),
    ],
    packedAt: bytes.readUIntLE(68, 6) - KEY_LIVES_MS,
    packedBytes: bytes.readUInt16LE(74),
    requests: bytes.readUInt8(76),
  };
}

export function usageOf([hourly, hourLast, daily, dayLast, nanoUsd, concurrent, leasesLast]: Totals): Usage {
  return {
    hourly: windowUsage(hourly, hourLast + HOUR.windowMs),
    daily: windowUsage(daily, dayLast + DAY.windowMs),
    budget: windowUsage(nanoUsd, dayLast + DAY.windowMs),
    concurrent: windowUsage(concurrent, leasesLast + LEASES.windowMs),
  };
}

function windowUsage(used: number, resetsAt: number): WindowUsage {
  return { used, resetsAt: used === 0 ? null : resetsAt };
}
