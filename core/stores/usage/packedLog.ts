import { ByteWriter, type ByteReader } from './bytes';
import { demand } from './demand';
import { gridOf, SlidingLog, type LogEntry, type LogGrid, type LogShape } from './slidingLog';

/** What the header says of a log; the rest has its other entries. packedUsage.ts describes both. */
export interface LogHead {
  readonly grid: LogGrid;
  readonly length: number;
  readonly firstEnd: number;
  readonly last: LogEntry;
}

/** Writes the head to `header` and gives the rest. */
export function packLog(header: ByteWriter, log: SlidingLog): ByteWriter {
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

export function readLogHead(reader: ByteReader, { columns }: LogShape): LogHead {
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

export function unpackLog(reader: ByteReader, shape: LogShape, head: LogHead): SlidingLog {
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
