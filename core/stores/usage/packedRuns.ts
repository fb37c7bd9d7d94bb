import { ByteWriter, type ByteReader } from './bytes';
import { demand } from './demand';
import type { Run } from './sequenceSet';
import { MOST_OPEN_RUNS } from './shapes';

const HALF_BYTE = 16;

/** Writes the head to `header` and gives the rest. */
export function packRuns(header: ByteWriter, runs: readonly Run[]): ByteWriter {
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

/** What the header says of the runs; the rest has the others. packedUsage.ts describes both. */
export interface RunsHead {
  readonly size: number;
  readonly firstStart: number;
  readonly last: Run;
}

export function readRunsHead(reader: ByteReader): RunsHead {
  const size = reader.fixed(2);
  const firstStart = reader.fixed(6);
  return { size, firstStart, last: { start: reader.fixed(6), length: reader.fixed(4) } };
}

export function unpackRuns(reader: ByteReader, { size, firstStart, last }: RunsHead): Run[] {
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
