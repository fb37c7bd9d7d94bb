import type { IExecuteFunctions } from 'n8n-workflow';
import { DEFAULT_LEASE_MS, InvalidParameterError, LONGEST_LEASE_MS } from '../../core';
import { readChoice } from '../shared/choice';
import { asRecord } from '../shared/shape';

/** What is done with an item whose user nobody can judge, because the store does not answer. */
const unavailablePolicies = ['fail', 'allow', 'refuse'] as const;
/** Whether a refusal keeps the request out, or is only told. */
const modes = ['enforce', 'observe'] as const;
const headerSets = ['standard', 'legacy', 'none'] as const;

export interface Options {
  readonly includeInputFields: boolean;
  readonly leaseMs: number;
  readonly mode: (typeof modes)[number];
  /** From this share of a limit on, in percent, it is nearly reached. */
  readonly nearLimitPercent: number;
  readonly headers: (typeof headerSets)[number];
  readonly whenUnavailable: (typeof unavailablePolicies)[number];
}

export const DEFAULT_NEAR_LIMIT_PERCENT = 80;
export const DEFAULT_LEASE_SECONDS = DEFAULT_LEASE_MS / 1000;

/**
 * Reads the node's options for one item.
 *
 * @throws {InvalidParameterError}
 */
export function readOptions(context: IExecuteFunctions, itemIndex: number): Options {
  const given = asRecord(context.getNodeParameter('options', itemIndex, {}));
  return {
    includeInputFields: given['includeInputFields'] !== false,
    leaseMs: readSeconds(given['leaseSeconds'] ?? DEFAULT_LEASE_SECONDS) * 1000,
    mode: readChoice('Mode', given['mode'] ?? 'enforce', modes),
    nearLimitPercent: readPercent(given['nearLimitPercent'] ?? DEFAULT_NEAR_LIMIT_PERCENT),
    headers: readChoice('Response Headers', given['headers'] ?? 'standard', headerSets),
    whenUnavailable: readChoice(
      'If Store Is Unavailable',
      given['whenUnavailable'] ?? 'fail',
      unavailablePolicies,
    ),
  };
}

function readSeconds(given: unknown): number {
  const longest = LONGEST_LEASE_MS / 1000;
  if (typeof given === 'number' && given >= 1 && given <= longest) return given;
  throw new InvalidParameterError('Lease', given, `a number of seconds from 1 to ${String(longest)}`);
}

function readPercent(given: unknown): number {
  if (typeof given === 'number' && given >= 1 && given <= 100) return given;
  throw new InvalidParameterError('Near Limit At', given, 'a number of percent from 1 to 100');
}
