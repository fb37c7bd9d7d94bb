import fc from 'fast-check';
import { DAY_MS, HOUR_MS } from './exactUsage';

/** A request that comes at a moment and costs so much. */
export interface Arrival {
  readonly time: number;
  readonly nanoUsd: number;
}

/** How much a user asks for in two days, compared with what the limits allow. */
export interface Appetite {
  readonly requestsPerHour: number;
  readonly requestsPerDay: number;
  /** The mean of what a request costs. */
  readonly nanoUsd: number;
}

interface Burst {
  readonly from: number;
  /** In thousandths of what an hour allows. */
  readonly size: number;
  readonly lengthMs: number;
}

const START = 1_763_900_000_000;
const LENGTH_MS = 2 * DAY_MS;

const burst: fc.Arbitrary<Burst> = fc.record({
  from: fc.nat(LENGTH_MS),
  size: fc.integer({ min: 100, max: 2_000 }),
  lengthMs: fc.oneof(fc.nat(1_000), fc.nat(60_000), fc.nat(2 * HOUR_MS)),
});

/** Two days of steady requests, half as many again as a day allows, and of 10 to 40 bursts on top. */
export const burstyDays = (appetite: Appetite): fc.Arbitrary<readonly Arrival[]> =>
  fc
    .tuple(fc.array(burst, { minLength: 10, maxLength: 40 }), fc.infiniteStream(fc.nat(999)))
    .map(([bursts, thousandths]) => {
      const steady = {
        from: 0,
        size: (appetite.requestsPerDay / appetite.requestsPerHour) * 3_000,
        lengthMs: LENGTH_MS,
      };
      return [steady, ...bursts]
        .flatMap((given) => momentsOf(given, appetite, thousandths))
        .sort((a, b) => a - b)
        .map((time) => ({
          time,
          nanoUsd: Math.ceil((appetite.nanoUsd * (500 + thousandth(thousandths))) / 1_000),
        }));
    });

/** Somewhere around even distances. */
function momentsOf(
  { from, size, lengthMs }: Burst,
  { requestsPerHour }: Appetite,
  thousandths: fc.Stream<number>,
) {
  const requests = Math.ceil((size * requestsPerHour) / 1_000);
  return Array.from({ length: requests }, (_, index) =>
    Math.floor(START + from + ((index + thousandth(thousandths) / 1_000) * lengthMs) / requests),
  );
}

function thousandth(stream: fc.Stream<number>): number {
  return Number(stream.next().value);
}
