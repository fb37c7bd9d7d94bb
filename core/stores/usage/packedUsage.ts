import { asError } from '../../errors/asError';
import { StoredStateError } from '../storedStateError';
import { ByteReader, ByteWriter } from './bytes';
import { SequenceSet, type Run } from './sequenceSet';
import { DAY, HOUR, LEASES, MOST_OPEN_RUNS } from './shapes';
import { gridOf, SlidingLog, type LogEntry, type LogGrid, type LogShape } from './slidingLog';
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
const HALF_BYTE = 16;

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

function demand(condition: boolean, fault: string): void {
  if (!condition) throw new RangeError(fault);
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

interface LogHead {
  readonly grid: LogGrid;
  readonly length: number;
  readonly firstEnd: number;
  readonly last: LogEntry;
}

function nextChange(...logs: readonly SlidingLog[]): number {
  const next = Math.min(...logs.map((log) => log.nextRelease));
  return next === Infinity ? 0 : next;
}

/** Writes the head to `header` and gives the rest. */
function packLog(header: ByteWriter, log: SlidingLog): ByteWriter {
  const { columns } = log.shape;
  const { level, crowd } = log.grid;
  const entries = [...log.entries()];
  const last = entries.at(-1) ?? { end: 0, count: 0, cost: 0 };
  header.fixed(level, 1);
  header.fixed(crowd, 1);
  header.fixed(entries.length, 2);
  header.fixed(log.count, 4);
  header.fixed(entries[0]?.end ?? 0, 6);
  header.fixed(last.end, 6);
  header.fixed(last.count, 4);
  if (columns === 'counts and costs') {
    header.fixed(log.cost, 7);
    header.fixed(last.cost, 7);
  }
  const rest = new ByteWriter();
  for (const [index, { end, count, cost }] of entries.slice(0, -1).entries()) {
    const steps = ((entries[index + 1]?.end ?? end) - end) / gridOf(log.shape, level);
    rest.varint(count * 2 + (steps === 1 ? 0 : 1));
    if (steps !== 1) rest.varint(steps);
    if (columns === 'counts and costs') rest.varint(cost);
  }
  return rest;
}

function readLogHead(reader: ByteReader, { columns }: LogShape): LogHead {
  const grid = { level: reader.fixed(1), crowd: reader.fixed(1) };
  const length = reader.fixed(2);
  reader.fixed(4);
  const firstEnd = reader.fixed(6);
  const end = reader.fixed(6);
  const count = reader.fixed(4);
  if (columns === 'counts') return { grid, length, firstEnd, last: { end, count, cost: 0 } };
  reader.fixed(7);
  return { grid, length, firstEnd, last: { end, count, cost: reader.fixed(7) } };
}

function unpackLog(reader: ByteReader, shape: LogShape, head: LogHead): SlidingLog {
  demand(head.length <= shape.maxEntries, 'It has too many entries');
  const gridMs = gridOf(shape, head.grid.level);
  const entries: LogEntry[] = [];
  let end = head.firstEnd;
  for (let index = 1; index < head.length; index++) {
    const packed = reader.varint();
    const steps = packed % 2 === 0 ? 1 : reader.varint();
    const cost = shape.columns === 'counts' ? 0 : reader.varint();
    entries.push({ end, count: Math.floor(packed / 2), cost });
    demand(steps > 0, 'Its entries are out of order');
    end += steps * gridMs;
  }
  if (head.length > 0) entries.push(head.last);
  demand(end === head.last.end && end % gridMs === 0, 'Its entries are beside the grid');
  demand(
    entries.every(({ count }) => count > 0),
    'It has entries of nothing',
  );
  return SlidingLog.restored(shape, head.grid, entries);
}

function packRuns(header: ByteWriter, runs: readonly Run[]): ByteWriter {
  const last = runs.at(-1) ?? { start: 0, length: 0 };
  header.fixed(runs.length, 2);
  header.fixed(runs[0]?.start ?? 0, 6);
  header.fixed(last.start, 6);
  header.fixed(last.length, 4);
  const rest = new ByteWriter();
  for (const [index, { start, length }] of runs.slice(0, -1).entries()) {
    const gap = (runs[index + 1]?.start ?? 0) - start - length;
    const halves = [length - 1, gap - 1].map((value) => Math.min(value, HALF_BYTE - 1));
    const [high = 0, low = 0] = halves;
    rest.fixed(high * HALF_BYTE + low, 1);
    if (high === HALF_BYTE - 1) rest.varint(length - HALF_BYTE);
    if (low === HALF_BYTE - 1) rest.varint(gap - HALF_BYTE);
  }
  return rest;
}

interface RunsHead {
  readonly size: number;
  readonly firstStart: number;
  readonly last: Run;
}

function readRunsHead(reader: ByteReader): RunsHead {
  const size = reader.fixed(2);
  const firstStart = reader.fixed(6);
  return { size, firstStart, last: { start: reader.fixed(6), length: reader.fixed(4) } };
}

function unpackRuns(reader: ByteReader, { size, firstStart, last }: RunsHead): Run[] {
  demand(size <= MOST_OPEN_RUNS, 'It has too many runs');
  const runs: Run[] = [];
  let start = firstStart;
  for (let index = 1; index < size; index++) {
    const halves = reader.fixed(1);
    const length = readHalf(reader, Math.floor(halves / HALF_BYTE));
    const gap = readHalf(reader, halves % HALF_BYTE);
    runs.push({ start, length });
    start += length + gap;
  }
  demand(start === last.start && last.length > 0 === size > 0, 'Its runs do not add up');
  if (size > 0) runs.push(last);
  return runs;
}

function readHalf(reader: ByteReader, half: number): number {
  return half < HALF_BYTE - 1 ? half + 1 : reader.varint() + HALF_BYTE;
}
