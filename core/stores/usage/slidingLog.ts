/** What a log keeps, and how finely. */
export interface LogShape {
  /** An entry counts until this long after its end; 0 when the end itself is the moment it stops to count. */
  readonly windowMs: number;
  /** The grid is 1 ms, then this, twice this, four times this...: each is a multiple of the one before. */
  readonly unitMs: number;
  /** The grid grows when there are more. Must hold a full window on some grid: windowMs / grid + 1 entries. */
  readonly maxEntries: number;
  /** Whether entries have a cost of their own; in a log without, all of them cost nothing. */
  readonly columns: 'counts' | 'counts and costs';
  /**
   * What comes before the end of the last entry, because that end was rounded up or a clock went back, joins it; or it
   * does so only within `unitMs`, and else gets an entry in between.
   */
  readonly late: 'join' | 'insert';
}

/** How finely a log keeps what comes next. */
export interface LogGrid {
  /** 0 = the grid of 1 ms; n = `unitMs` times 2 to the power of n - 1. */
  readonly level: number;
  /** Entries that were made in the `unitMs` of the last one, while the level is 0. */
  readonly crowd: number;
}

/** A stretch of time in which `count` requests were made that cost `cost` together. */
export interface LogEntry {
  /** ms since the epoch, never before the last of its requests. */
  readonly end: number;
  readonly count: number;
  /** Billionths of a US dollar. */
  readonly cost: number;
}

/**
 * When no more than this share of `maxEntries` is in use, a coarse log goes back to its finest grid, but not within a
 * stretch that it has begun: a burst would have it change grids all the time.
 */
const REFINE_BELOW = 1 / 4;

/**
 * So many entries within one `unitMs` are exact; what else comes within it shares one entry at its end. A burst thus
 * takes few entries and leaves the grid of all others as it is.
 */
const CROWD = 8;

/** Sums beyond this would no longer be exact. */
const LARGEST_SUM = Number.MAX_SAFE_INTEGER;

/**
 * Requests in the order of time, summed up: exact to the millisecond while they are few, in stretches on a grid when
 * they are dense. A stretch counts as a whole until its end has left the window, so that coarseness can only count a
 * request too long, never too short. Memory is bounded by `maxEntries`, whatever the traffic.
 *
 * The Lua scripts keep the same log in Redis (../redis/scripts): what changes here changes there.
 */
export class SlidingLog {
  readonly shape: LogShape;
  #level = 0;
  #crowd = 0;
  #count = 0;
  #cost = 0;
  /** Columns, of which the rows before `#head` have left the window. */
  readonly #ends: number[] = [];
  readonly #counts: number[] = [];
  readonly #costs: number[] | undefined;
  #head = 0;

  constructor(shape: LogShape) {
    this.shape = shape;
    this.#costs = shape.columns === 'counts' ? undefined : [];
  }

  static restored(shape: LogShape, { level, crowd }: LogGrid, entries: Iterable<LogEntry>): SlidingLog {
    const log = new SlidingLog(shape);
    log.#level = level;
    log.#crowd = crowd;
    for (const { end, count, cost } of entries) {
      log.#insert(log.#ends.length, end, count, cost);
      log.#count += count;
      log.#cost += cost;
    }
    return log;
  }

  get grid(): LogGrid {
    return { level: this.#level, crowd: this.#crowd };
  }

  get count(): number {
    return this.#count;
  }

  get cost(): number {
    return this.#cost;
  }

  get length(): number {
    return this.#ends.length - this.#head;
  }

  /** When the oldest entry stops to count; never (Infinity) when nothing counts. */
  get nextRelease(): number {
    return (this.#ends[this.#head] ?? Infinity) + this.shape.windowMs;
  }

  /** When the last entry stops to count, and with it all of them; never (Infinity) when nothing counts. */
  get lastRelease(): number {
    return (this.#ends.at(-1) ?? Infinity) + this.shape.windowMs;
  }

  *entries(): Generator<LogEntry> {
    for (let row = this.#head; row < this.#ends.length; row++) {
      yield { end: at(this.#ends, row), count: at(this.#counts, row), cost: at(this.#costs, row) };
    }
  }

  /** Drops what no longer counts at `now`. */
  expire(now: number): void {
    const oldest = now - this.shape.windowMs;
    while (this.#head < this.#ends.length && at(this.#ends, this.#head) <= oldest) {
      this.#count -= at(this.#counts, this.#head);
      this.#cost -= at(this.#costs, this.#head);
      this.#head++;
    }
    if (this.#head === this.#ends.length) this.#clear();
    else if (this.#head >= this.shape.maxEntries) this.#dropExpired();
  }

  /** Counts a request at `time`; `expire` comes first. */
  add(time: number, cost: number): void {
    if (this.#mayRefine(time)) this.#level = 0;
    const end = this.#endFor(time);
    const row = this.#rowFor(end);
    const booked = Math.min(cost, LARGEST_SUM - this.#cost);
    this.#count++;
    this.#cost += booked;
    if (this.#joinsLast(end) || this.#ends[row] === end) {
      this.#enlarge(row, 1, booked);
      return;
    }
    if (this.#level === 0) this.#crowd = this.#isCrowdedBy(time) ? Math.min(this.#crowd + 1, CROWD) : 1;
    this.#insert(row, end, 1, booked);
    while (this.length > this.shape.maxEntries) this.#coarsen();
  }

  /** Corrects the cost of a request that was counted at `time` and still counts. */
  adjust(time: number, difference: number): void {
    const row = this.#rowAt(time);
    if (row === this.#ends.length) return;
    const cost = at(this.#costs, row);
    const booked = Math.max(-cost, Math.min(difference, LARGEST_SUM - this.#cost));
    this.#enlarge(row, 0, booked);
    this.#cost += booked;
  }

  /** Takes back a request that was counted at `time` and still counts. */
  remove(time: number, cost: number): void {
    this.adjust(time, -cost);
    const row = this.#rowAt(time);
    if (row === this.#ends.length) return;
    const count = at(this.#counts, row) - 1;
    this.#count--;
    if (count > 0) this.#counts[row] = count;
    else this.#delete(row);
  }

  /** When enough has left the window for `count` requests and `cost` fewer to count; undefined when never. */
  releaseOf(count: number, cost: number): number | undefined {
    let released = 0;
    let refunded = 0;
    for (let row = this.#head; row < this.#ends.length; row++) {
      released += at(this.#counts, row);
      refunded += at(this.#costs, row);
      if (released >= count && refunded >= cost) return at(this.#ends, row) + this.shape.windowMs;
    }
    return undefined;
  }

  get #gridMs(): number {
    return gridOf(this.shape, this.#level);
  }

  /** The first row that ends at `time` or later. Requests are found again by it: merging keeps the order of ends. */
  #rowAt(time: number): number {
    let low = this.#head;
    let high = this.#ends.length;
    if (low < high && at(this.#ends, high - 1) < time) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (at(this.#ends, middle) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #endFor(time: number): number {
    if (this.#level > 0) return roundedUp(time, this.#gridMs);
    if (time <= this.#lastEnd || this.#crowd < CROWD || !this.#isCrowdedBy(time)) return time;
    return roundedUp(time, this.shape.unitMs);
  }

  /** Whether `time` is in the same `unitMs` as the last entry. */
  #isCrowdedBy(time: number): boolean {
    const { unitMs } = this.shape;
    return this.length > 0 && roundedUp(time, unitMs) === roundedUp(this.#lastEnd, unitMs);
  }

  #mayRefine(time: number): boolean {
    const { maxEntries } = this.shape;
    return this.#level > 0 && this.length <= maxEntries * REFINE_BELOW && this.#lastEnd < time;
  }

  /** Where a request goes that ends at `end`. */
  #rowFor(end: number): number {
    return this.#joinsLast(end) ? this.#ends.length - 1 : this.#rowAt(end);
  }

  #joinsLast(end: number): boolean {
    const { late, unitMs } = this.shape;
    return end <= this.#lastEnd && (late === 'join' || this.#lastEnd - end < unitMs);
  }

  get #lastEnd(): number {
    return this.length === 0 ? -Infinity : at(this.#ends, this.#ends.length - 1);
  }

  #insert(row: number, end: number, count: number, cost: number): void {
    if (row === this.#ends.length) {
      this.#ends.push(end);
      this.#counts.push(count);
      this.#costs?.push(cost);
    } else {
      this.#ends.splice(row, 0, end);
      this.#counts.splice(row, 0, count);
      this.#costs?.splice(row, 0, cost);
    }
  }

  #enlarge(row: number, count: number, cost: number): void {
    this.#counts[row] = at(this.#counts, row) + count;
    if (this.#costs) this.#costs[row] = at(this.#costs, row) + cost;
  }

  /** A cost that is left over is another request's, whose place was taken back when the clock had gone back. */
  #delete(row: number): void {
    const leftOver = at(this.#costs, row);
    this.#ends.splice(row, 1);
    this.#counts.splice(row, 1);
    this.#costs?.splice(row, 1);
    if (this.length === 0) this.#clear();
    else this.#enlarge(Math.min(row, this.#ends.length - 1), 0, leftOver);
  }

  #coarsen(): void {
    this.#level++;
    const merged = [...this.entries()];
    this.#clear(this.#level);
    for (const { end, count, cost } of merged) {
      const coarse = roundedUp(end, this.#gridMs);
      const last = this.#ends.length - 1;
      this.#count += count;
      this.#cost += cost;
      if (this.#ends[last] === coarse) this.#enlarge(last, count, cost);
      else this.#insert(last + 1, coarse, count, cost);
    }
  }

  #dropExpired(): void {
    this.#ends.splice(0, this.#head);
    this.#counts.splice(0, this.#head);
    this.#costs?.splice(0, this.#head);
    this.#head = 0;
  }

  #clear(level = 0): void {
    this.#level = level;
    this.#crowd = 0;
    this.#count = 0;
    this.#cost = 0;
    this.#head = this.#ends.length;
    this.#dropExpired();
  }
}

/** Distance of the moments, in ms, at which entries may end on a level. */
export function gridOf({ unitMs }: LogShape, level: number): number {
  return level === 0 ? 1 : unitMs * 2 ** (level - 1);
}

function roundedUp(time: number, grid: number): number {
  return Math.ceil(time / grid) * grid;
}

/** Rows are only read where they exist. */
function at(column: readonly number[] | undefined, row: number): number {
  return column?.[row] ?? 0;
}
