import { asError } from '../../errors/asError';
import { StoredStateError } from '../storedStateError';
import { ByteReader, ByteWriter } from './bytes';
import { demand } from './demand';
import { packLog, readLogHead, unpackLog } from './packedLog';
import { packRuns, readRunsHead, unpackRuns } from './packedRuns';
import { SequenceSet } from './sequenceSet';
import { DAY, HOUR, LEASES, MOST_OPEN_RUNS } from './shapes';
import type { SlidingLog } from './slidingLog';
import { UserUsage, type UsageParts } from './userUsage';

/**
 * The packed form of a usage, written here and by the Lua scripts, byte for byte the same. All numbers are little
 * endian; a varint is 7 bits a byte, the lowest first, the high bit set on all but the last.
 *
 * A header of 147 bytes, which a script reads and writes in one call:
 * - u8 format, 12 letters salt (zeros: none yet), u48 next sequence, u48 marked sequence, u48 marked at, u48 next change:
 *   the first moment at which something stops to count (0: none);
 * - for hour, day and leases each: u8 level, u8 crowd, u16 entries, u32 count, u48 end of the first entry, u48 end and u32
 *   count of the last one; for day also u56 cost and u56 cost of the last entry;
 * - for open reservations: u16 runs, u48 start of the first run, u48 start and u32 length of the last one;
 * - u16 bytes of the hour's rest, u16 bytes of the day's rest, u16 bytes of the leases' rest.
 *
 * The rests hold all entries but the last: for each a varint of twice its count, plus 1 unless the next entry ends one
 * grid step later, in which case the steps follow as a varint; for day then the cost as a varint. Behind them come all
 * runs but the last: a byte with its length - 1 in the high half and the gap to the next run - 1 in the low half, where
 * 15 stands for 15 or more, the surplus following as a varint, the length's first.
 */
const FORMAT = 1;
const SALT_LETTERS = 12;
const NO_SALT = '\0'.repeat(SALT_LETTERS);
const SALT = /^[\w-]+$/;

export function packUsage(usage: UserUsage): Buffer {
  const { hour, day, leases, open, salt, nextSequence, markedSequence, markedAt } = usage.parts;
  const header = new ByteWriter();
  header.fixed(FORMAT, 1);
  header.ascii(salt === '' ? NO_SALT : salt);
  header.fixed(nextSequence, 6);
  header.fixed(markedSequence, 6);
  header.fixed(markedAt, 6);
  header.fixed(nextChange(hour, day, leases), 6);
  const rests = [packLog(header, hour), packLog(header, day), packLog(header, leases)];
  const runs = packRuns(header, [...open.runs()]);
  for (const rest of rests) header.fixed(rest.length, 2);
  for (const rest of [...rests, runs]) header.append(rest);
  return header.toBuffer();
}

/** @throws {StoredStateError} when it is not the packed form of a usage */
export function unpackUsage(bytes: Buffer): UserUsage {
  const usage = readUsage(bytes);
  if (usage instanceof Error) throw new StoredStateError('The usage of a user', usage.message, usage);
  return usage;
}

function readUsage(bytes: Buffer): UserUsage | Error {
  try {
    const usage = new UserUsage(partsOf(new ByteReader(bytes)));
    // Whatever the bytes say twice, in sums and lengths, they must say the same.
    demand(packUsage(usage).equals(bytes), 'It does not add up');
    return usage;
  } catch (error) {
    return asError(error);
  }
}

function partsOf(reader: ByteReader): UsageParts {
  const format = reader.fixed(1);
  demand(format === FORMAT, `Its format is ${String(format)}, not ${String(FORMAT)}`);
  const salt = reader.ascii(SALT_LETTERS);
  demand(salt === NO_SALT || SALT.test(salt), 'It has no salt');
  const nextSequence = reader.fixed(6);
  const markedSequence = reader.fixed(6);
  const markedAt = reader.fixed(6);
  reader.fixed(6);
  const hourHead = readLogHead(reader, HOUR);
  const dayHead = readLogHead(reader, DAY);
  const leasesHead = readLogHead(reader, LEASES);
  const runsHead = readRunsHead(reader);
  reader.fixed(6);
  const parts: UsageParts = {
    hour: unpackLog(reader, HOUR, hourHead),
    day: unpackLog(reader, DAY, dayHead),
    leases: unpackLog(reader, LEASES, leasesHead),
    open: new SequenceSet(MOST_OPEN_RUNS, unpackRuns(reader, runsHead)),
    salt: salt === NO_SALT ? '' : salt,
    nextSequence,
    markedSequence,
    markedAt,
  };
  demand(reader.atEnd, 'There is more than a usage');
  const { start, length } = runsHead.last;
  demand(start + length <= nextSequence && markedSequence <= nextSequence, 'It knows numbers it never gave');
  return parts;
}

function nextChange(...logs: readonly SlidingLog[]): number {
  const next = Math.min(...logs.map((log) => log.nextRelease));
  return next === Infinity ? 0 : next;
}
