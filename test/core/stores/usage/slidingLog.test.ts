import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gridOf, SlidingLog, type LogShape } from '../../../../core/stores/usage/slidingLog';

/** Small, so that a few requests make it coarse. */
const WINDOW: LogShape = {
  windowMs: 100,
  unitMs: 5,
  maxEntries: 8,
  columns: 'counts and costs',
  late: 'join',
};
const ENDS: LogShape = { windowMs: 0, unitMs: 10, maxEntries: 8, columns: 'counts', late: 'insert' };

const COSTLY_ENDS: LogShape = { ...ENDS, columns: 'counts and costs' };

/** With stretches in which requests can crowd. */
const ROOMY: LogShape = { ...WINDOW, windowMs: 400, unitMs: 20, maxEntries: 24 };

const START = 100_000;

const filled = (shape: LogShape, times: readonly number[]) => {
  const log = new SlidingLog(shape);
  for (const time of times) log.add(time, 10);
  return log;
};
const endsOf = (log: SlidingLog) => [...log.entries()].map(({ end }) => end);

describe('a log', () => {
  it('keeps few requests to the ms', () => {
    const log = filled(WINDOW, [1, 2, 2, 30]);
    expect([...log.entries()]).toEqual([
      { end: 1, count: 1, cost: 10 },
      { end: 2, count: 2, cost: 20 },
      { end: 30, count: 1, cost: 10 },
    ]);
  });

  it('lets a request count until the window after it is over', () => {
    const log = filled(WINDOW, [START]);
    log.expire(START + 99);
    expect(log.count).toBe(1);
    log.expire(START + 100);
    expect([log.count, log.cost, log.length]).toEqual([0, 0, 0]);
  });

  it('sums many up in stretches that end on a grid, never before a request', () => {
    const log = filled(WINDOW, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(log.grid.level).toBe(1);
    expect([...log.entries()]).toEqual([
      { end: 5, count: 5, cost: 50 },
      { end: 10, count: 4, cost: 40 },
    ]);
  });

  it('sums up a crowd after its first eight, and leaves the others as they are', () => {
    const times = [3, 21, 22, 23, 24, 25, 26, 27, 28, 29, 31, 40, 47];
    const log = filled(ROOMY, times);
    expect(endsOf(log)).toEqual([3, 21, 22, 23, 24, 25, 26, 27, 28, 40, 47]);
    expect([...log.entries()].at(-2)).toEqual({ end: 40, count: 3, cost: 30 });
    expect(log.grid.level).toBe(0);
  });

  it('takes a grid as coarse as it needs', () => {
    const log = filled(
      WINDOW,
      Array.from({ length: 100 }, (_, ms) => START + ms),
    );
    expect([log.grid.level, log.length, log.count]).toEqual([3, 6, 100]);
    expect(endsOf(log)).toEqual([0, 20, 40, 60, 80, 100].map((ms) => START + ms));
  });

  it('is exact again when little of it is left, after the stretch that has begun', () => {
    const log = filled(WINDOW, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    log.add(10, 0);
    expect(log.grid.level).toBe(1);
    log.add(11, 0);
    expect([log.grid.level, ...endsOf(log)]).toEqual([0, 5, 10, 11]);
  });

  it('counts what comes late with the last, when it is to join', () => {
    const log = filled(WINDOW, [50, 20]);
    expect([...log.entries()]).toEqual([{ end: 50, count: 2, cost: 20 }]);
  });

  it('gives what ends earlier its own place, when it is to be inserted', () => {
    expect(endsOf(filled(ENDS, [50, 20, 45, 30, 20]))).toEqual([20, 30, 50]);
  });

  it('tells when so much will have left', () => {
    const log = filled(WINDOW, [1, 2, 2, 30]);
    expect(log.releaseOf(1, 0)).toBe(101);
    expect(log.releaseOf(2, 0)).toBe(102);
    expect(log.releaseOf(0, 31)).toBe(130);
    expect(log.releaseOf(5, 0)).toBeUndefined();
    expect(log.releaseOf(0, 41)).toBeUndefined();
    expect([log.nextRelease, log.lastRelease]).toEqual([101, 130]);
  });

  it('releases nothing ever when it is empty', () => {
    const log = new SlidingLog(WINDOW);
    expect([log.nextRelease, log.lastRelease]).toEqual([Infinity, Infinity]);
  });

  it('never adds up to more than a number holds exactly', () => {
    const log = filled(WINDOW, [1]);
    log.add(2, Number.MAX_SAFE_INTEGER);
    log.adjust(1, 5);
    expect([log.count, log.cost]).toEqual([2, Number.MAX_SAFE_INTEGER]);
    expect([...log.entries()].map(({ cost }) => cost)).toEqual([10, Number.MAX_SAFE_INTEGER - 10]);
  });

  it('keeps no cost back when the clock went back and another request is removed in its place', () => {
    const log = new SlidingLog(WINDOW);
    log.add(START, 70);
    log.add(START + 10, 0);
    log.add(START - 5, 0);
    log.remove(START - 5, 0);
    expect(log.cost).toBe(70);
    expect([...log.entries()]).toEqual([{ end: START + 10, count: 2, cost: 70 }]);
  });
});

type Step =
  | { readonly kind: 'add'; readonly gap: number; readonly lease: number; readonly cost: number }
  | { readonly kind: 'adjust'; readonly which: number; readonly cost: number }
  | { readonly kind: 'remove'; readonly which: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('add'),
      gap: fc.oneof(fc.nat(3), fc.nat(40), fc.nat(150)),
      lease: fc.integer({ min: 1, max: 60 }),
      cost: fc.nat(100),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('adjust'), which: fc.nat(50), cost: fc.nat(100) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove'), which: fc.nat(50) }) },
);
const steps = fc.array(anyStep, { maxLength: 100, size: 'max' });

interface Request {
  readonly time: number;
  cost: number;
}

/** A log and what is in it, request by request. */
class Model {
  readonly log: SlidingLog;
  requests: Request[] = [];
  now = START;
  coarsest = 0;

  constructor(shape: LogShape) {
    this.log = new SlidingLog(shape);
  }

  take(step: Step): void {
    const request = step.kind === 'add' ? undefined : this.requests[step.which % this.requests.length];
    if (step.kind === 'add') this.#add(step);
    if (step.kind === 'adjust' && request && this.log.shape.columns !== 'counts') {
      this.log.adjust(request.time, step.cost - request.cost);
      request.cost = step.cost;
    }
    if (step.kind === 'remove' && request) {
      this.log.remove(request.time, request.cost);
      this.requests = this.requests.filter((other) => other !== request);
    }
    this.coarsest = Math.max(this.coarsest, this.log.grid.level);
  }

  /** What was made at `time` or later. */
  since(time: number): { count: number; cost: number } {
    return sum(
      this.requests.filter((request) => request.time >= time).map(({ cost }) => ({ count: 1, cost })),
    );
  }

  /** What the log has that ends at `time` or later. */
  loggedSince(time: number): { count: number; cost: number } {
    return sum([...this.log.entries()].filter(({ end }) => end >= time));
  }

  #add({ gap, lease, cost }: Extract<Step, { kind: 'add' }>): void {
    const { shape } = this.log;
    this.now += gap;
    this.log.expire(this.now);
    this.requests = this.requests.filter(({ time }) => time + shape.windowMs > this.now);
    const time = shape.windowMs === 0 ? this.now + lease : this.now;
    const paid = shape.columns === 'counts' ? 0 : cost;
    this.log.add(time, paid);
    this.requests.push({ time, cost: paid });
  }
}

function sum(entries: readonly { count: number; cost: number }[]): { count: number; cost: number } {
  const add = (total: number, more: number) => total + more;
  return {
    count: entries.map(({ count }) => count).reduce(add, 0),
    cost: entries.map(({ cost }) => cost).reduce(add, 0),
  };
}

/** Takes all steps on a log of this shape, and gives what was wrong after any of them. */
function faultsAfter(taken: readonly Step[], shape: LogShape, faultOf: (model: Model) => string | undefined) {
  const model = new Model(shape);
  return taken.flatMap((step) => {
    model.take(step);
    return faultOf(model) ?? [];
  });
}

function untidiness({ log }: Model): string | undefined {
  const { shape, grid } = log;
  const ends = endsOf(log);
  if (ends.length > shape.maxEntries) return 'too many entries';
  if (ends.some((end, row) => end <= (ends[row - 1] ?? 0))) return 'entries out of order';
  if (ends.some((end) => end % gridOf(shape, grid.level) !== 0)) return 'an entry beside the grid';
  if ([...log.entries()].some(({ count }) => count < 1)) return 'an entry of nothing';
  const { count, cost } = sum([...log.entries()]);
  return count === log.count && cost === log.cost ? undefined : 'entries that do not add up';
}

function loss(model: Model): string | undefined {
  const lost = model.requests.some(({ time }) => {
    const [made, logged] = [model.since(time), model.loggedSince(time)];
    return logged.count < made.count || logged.cost < made.cost;
  });
  return lost ? 'a request stops to count before its time' : undefined;
}

function delay(model: Model): string | undefined {
  const { shape } = model.log;
  const stretch = Math.max(shape.unitMs, gridOf(shape, model.coarsest));
  const late = model.requests.some(({ time }) => {
    const [made, logged] = [model.since(time), model.loggedSince(time + stretch)];
    return logged.count > made.count || logged.cost > made.cost;
  });
  return late ? 'a request counts longer than its stretch' : undefined;
}

function neverShows(faultOf: (model: Model) => string | undefined, shape: LogShape): void {
  fc.assert(
    fc.property(steps, (taken) => {
      expect(faultsAfter(taken, shape, faultOf)).toEqual([]);
    }),
    { numRuns: 200 },
  );
}

describe.each([
  ['of a narrow window', WINDOW],
  ['of a roomy window', ROOMY],
  ['of ends', ENDS],
  ['of ends that cost', COSTLY_ENDS],
])('a log %s, whatever comes', (_, shape) => {
  it('has few entries, in order, on its grid, that add up', () => {
    neverShows(untidiness, shape);
  });

  it('lets nothing stop to count before its time', () => {
    neverShows(loss, shape);
  });
});

// Not so of ends: a lease that is given back early may free the place of one that ends before it.
it.each([
  ['narrow', WINDOW],
  ['roomy', ROOMY],
])('a log of a %s window lets nothing count longer than its coarsest stretch', (_, shape) => {
  neverShows(delay, shape);
});
