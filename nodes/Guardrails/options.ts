import type { IExecuteFunctions } from 'n8n-workflow';
import { DEFAULT_TTL_MS, InvalidParameterError, ON_ENGINE_FAILURE, type OnEngineFailure } from '../../core';
import { readChoice } from '../shared/choice';
import { asRecord } from '../shared/shape';
import { engines } from './fields/options';

type Engine = (typeof engines)[number];

export interface Options {
  readonly includeInputFields: boolean;
  /** Whom moderation asks. */
  readonly moderateWith: ReadonlySet<Engine>;
  readonly moderationModel: string | undefined;
  readonly onEngineFailure: OnEngineFailure;
  readonly engineTimeoutMs: number;
  /** How long a store keeps values to restore after their last use. */
  readonly keepMs: number;
}

const DEFAULT_TIMEOUT_SECONDS = 30;
const HOUR_MS = 3_600_000;
const DEFAULT_KEEP_HOURS = DEFAULT_TTL_MS / HOUR_MS;

/**
 * Reads the node's options for one item.
 *
 * @throws {InvalidParameterError}
 */
export function readOptions(context: IExecuteFunctions, itemIndex: number): Options {
  const given = asRecord(context.getNodeParameter('options', itemIndex, {}));
  return {
    includeInputFields: given['includeInputFields'] !== false,
    moderateWith: readEngines(given['moderateWith'] ?? ['builtIn']),
    moderationModel: readModel(given['moderationModel'] ?? ''),
    onEngineFailure: readChoice(
      'If a Model Fails',
      given['onEngineFailure'] ?? 'built-in',
      ON_ENGINE_FAILURE,
    ),
    engineTimeoutMs:
      readNumber('Timeout', given['timeoutSeconds'] ?? DEFAULT_TIMEOUT_SECONDS, 'seconds', [1, 600]) * 1000,
    keepMs: Math.round(
      readNumber('Keep Values For', given['keepHours'] ?? DEFAULT_KEEP_HOURS, 'hours', [1, 720]) * HOUR_MS,
    ),
  };
}

function readEngines(given: unknown): ReadonlySet<Engine> {
  if (!Array.isArray(given) || given.length === 0) {
    throw new InvalidParameterError('Moderate With', given, `a list of ${engines.join(', ')}`);
  }
  return new Set(given.map((engine: unknown) => readChoice('Moderate With', engine, engines)));
}

function readModel(given: unknown): string | undefined {
  if (typeof given === 'string') return given.trim() === '' ? undefined : given.trim();
  throw new InvalidParameterError('Moderation Model', given, "a model's name");
}

function readNumber(
  label: string,
  given: unknown,
  unit: string,
  [least, most]: readonly [number, number],
): number {
  if (typeof given === 'number' && given >= least && given <= most) return given;
  throw new InvalidParameterError(
    label,
    given,
    `a number of ${unit} from ${String(least)} to ${String(most)}`,
  );
}
