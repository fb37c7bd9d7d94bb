import { InvalidParameterError, type LimitOption, type ProfileOptions, type TierLimits } from '../../../core';
import { asRecord } from '../shape';

type LimitName = keyof TierLimits;

/** What the panel calls the limits. */
export const limitNames: readonly (readonly [LimitName, label: string])[] = [
  ['concurrentRequests', 'Concurrent Requests'],
  ['dailyBudget', 'Daily Budget (USD)'],
  ['requestsPerDay', 'Requests per Day'],
  ['requestsPerHour', 'Requests per Hour'],
];

/** Limits that are given, by their names. */
export type GivenLimits = ReadonlyMap<LimitName, LimitOption>;

/**
 * The limits that a collection of limit fields gives.
 *
 * @param collection what the panel calls it
 * @throws {InvalidParameterError} for a limit that is no number or given in two ways; core checks the number
 */
export function readLimits(collection: string, given: unknown): GivenLimits {
  const fields = asRecord(given);
  const free = readNames(`${collection}: Unlimited`, fields['unlimited']);
  const again = readNames(`${collection}: Tier Limit Again`, fields['tierLimitAgain']);
  return new Map(
    limitNames.flatMap(([name, label]): [LimitName, LimitOption][] => {
      const ways: LimitOption[] = [
        ...readNumber(`${collection}: ${label}`, fields[name]),
        ...(free.includes(name) ? [null] : []),
        ...(again.includes(name) ? ['tier' as const] : []),
      ];
      if (ways.length <= 1) return ways.map((way) => [name, way]);
      throw new InvalidParameterError(
        `${collection}: ${label}`,
        fields[name],
        'given in one way, not in two',
      );
    }),
  );
}

/** As options of a profile. */
export function profileLimits(given: GivenLimits): ProfileOptions {
  return {
    customRequestsPerHour: given.get('requestsPerHour'),
    customRequestsPerDay: given.get('requestsPerDay'),
    customDailyBudget: given.get('dailyBudget'),
    customConcurrency: given.get('concurrentRequests'),
  };
}

const optionNames: ReadonlyMap<string, LimitName> = new Map([
  ['customRequestsPerHour', 'requestsPerHour'],
  ['customRequestsPerDay', 'requestsPerDay'],
  ['customDailyBudget', 'dailyBudget'],
  ['customConcurrency', 'concurrentRequests'],
]);

/** The panel's name for a limit that a tier calls `dailyBudget` and the options of a profile `customDailyBudget`. */
export function limitLabel(name: string): string | undefined {
  const limit = optionNames.get(name) ?? name;
  return limitNames.find(([known]) => known === limit)?.[1];
}

/** An expression that finds nothing gives no limit, as a column with NULL gives none. */
function readNumber(label: string, given: unknown): number[] {
  if (given === undefined || given === null || given === '') return [];
  if (typeof given === 'number') return [given];
  throw new InvalidParameterError(label, given, 'a number');
}

function readNames(label: string, given: unknown): readonly unknown[] {
  const names: unknown[] = Array.isArray(given) ? given : [];
  const unknown = names.find((name) => !limitNames.some(([known]) => known === name));
  if (unknown === undefined) return names;
  throw new InvalidParameterError(label, unknown, `one of ${limitNames.map(([name]) => name).join(', ')}`);
}
