import type { IExecuteFunctions } from 'n8n-workflow';
import {
  InvalidParameterError,
  presetFor,
  readQuery,
  type CustomDomain,
  type ModelPrice,
  type ReadSettings,
  type UserProfile,
} from '../../../core';
import { readModelPrices } from '../cascade/modelPrices';
import { presetOfProfile } from '../cascade/presetField';
import { readCustomDomains, readSettingsFields, settingLabels } from '../cascade/readSettingsFields';
import { asRecord } from '../shape';
import { readWhenUnavailable, type WhenUnavailable } from './whenUnavailable';

/** What the panel calls the parameters of a query that core checks. */
export const queryLabels: readonly (readonly [parameter: string, label: string])[] = [
  ['estimateUsd', 'Estimated Cost (USD)'],
  ['images', 'Pass Images'],
  ['query', 'Prompt (User Message)'],
  ['reservationId', 'Reservation ID'],
  ['userId', 'User ID'],
  ...settingLabels,
];

/** How a query is counted against the limits of its user. */
export interface Counting {
  readonly estimatedCostUsd: number;
  readonly reservationId: string | undefined;
  readonly whenUnavailable: WhenUnavailable;
}

/** What is asked, and what holds for the answer, whichever node asks. */
export interface QueryParameters extends Counting {
  readonly query: string;
  readonly settings: ReadSettings;
  readonly domains: readonly CustomDomain[];
  /** By the model's name. */
  readonly prices: ReadonlyMap<string, ModelPrice>;
  readonly hasOutputParser: boolean;
  readonly passImages: boolean;
  readonly learns: boolean;
  /** Milliseconds; undefined = no cache. */
  readonly cacheMs: number | undefined;
  /** Whether the result keeps the fields of the incoming item. */
  readonly includesInputFields: boolean;
  readonly returnsTrace: boolean;
}

/**
 * Reads the parameters for one item, whose expressions may give each item its own.
 *
 * @throws {InvalidParameterError}
 */
export function readQueryParameters(
  context: IExecuteFunctions,
  itemIndex: number,
  profile: UserProfile | undefined,
): QueryParameters {
  const options = asRecord(context.getNodeParameter('options', itemIndex, {}));
  const preset = readPreset(context.getNodeParameter('preset', itemIndex), profile);
  return {
    query: readQuery(context.getNodeParameter('text', itemIndex, undefined)),
    settings: readSettingsFields(preset, options),
    domains: readCustomDomains(options['customDomains']),
    prices: readModelPrices(options['modelPrices']),
    hasOutputParser: context.getNodeParameter('hasOutputParser', itemIndex, false) === true,
    passImages: options['passImages'] !== false,
    learns: options['learn'] === true,
    cacheMs: readMinutes(options['cacheMinutes']),
    ...readCounting(context, itemIndex),
    includesInputFields: options['includeInputFields'] !== false,
    returnsTrace: options['returnTrace'] === true,
  };
}

/** @throws {InvalidParameterError} */
export function readCounting(context: IExecuteFunctions, itemIndex: number): Counting {
  const options = asRecord(context.getNodeParameter('options', itemIndex, {}));
  return {
    estimatedCostUsd: readNumber('Estimated Cost (USD)', options['estimatedCost']) ?? 0,
    reservationId: readReservationId(options),
    whenUnavailable: readWhenUnavailable(context, itemIndex),
  };
}

function readPreset(given: unknown, profile: UserProfile | undefined): unknown {
  if (given !== presetOfProfile.value) return given;
  if (profile) return presetFor(profile);
  throw new InvalidParameterError(
    'Preset',
    presetOfProfile.name,
    'a preset of its own as long as User Profile From is No User',
  );
}

/** @throws {InvalidParameterError} when there is one, and it is no number */
export function readNumber(label: string, given: unknown): number | undefined {
  if (given === undefined || typeof given === 'number') return given;
  throw new InvalidParameterError(label, given, 'a number');
}

const MS_PER_MINUTE = 60_000;
const MOST_MINUTES = 43_200;
/** A cache keeps nothing for less. */
const LEAST_MS = 1_000;

function readMinutes(given: unknown): number | undefined {
  if (given === undefined || given === 0) return undefined;
  if (typeof given === 'number' && given > 0 && given <= MOST_MINUTES)
    return Math.max(LEAST_MS, Math.round(given * MS_PER_MINUTE));
  const allowed = `a number of minutes from 0 to ${String(MOST_MINUTES)}`;
  throw new InvalidParameterError('Cache Answers For (Minutes)', given, allowed);
}

/** Without the option, the reservation that a Rate Limit Check put into the item is found all the same. */
function readReservationId(options: Record<string, unknown>): string | undefined {
  const given = options['reservationId'];
  if (given === undefined || given === null || given === '') return undefined;
  if (typeof given === 'string') return given;
  throw new InvalidParameterError('Reservation ID', given, 'a reservation ID as Rate Limit Check gives it');
}
