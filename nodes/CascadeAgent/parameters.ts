import type { IExecuteFunctions } from 'n8n-workflow';
import type { UserProfile } from '../../core';
import { splitList } from '../shared/lists';
import {
  queryLabels,
  readNumber,
  readQueryParameters,
  type QueryParameters,
} from '../shared/queries/queryParameters';
import { asRecord } from '../shared/shape';

/** What the panel calls the parameters that core checks. */
export const labels: ReadonlyMap<string, string> = new Map([
  ['maxIterations', 'Max Iterations'],
  ['verifyAfter', 'Verify After Tools'],
  ...queryLabels,
]);

/** How an item is to be answered. */
export interface Parameters extends QueryParameters {
  /** Names of tools; `*` is all of them. */
  readonly verifyAfterTools: readonly string[];
  readonly maxIterations: number | undefined;
  readonly refusals: Refusals;
  readonly streams: boolean;
  readonly returnsSteps: boolean;
}

/** Answers in place of errors; undefined = an error. */
interface Refusals {
  readonly limited: string | undefined;
  readonly blocked: string | undefined;
}

/**
 * Reads the node's parameters for one item, whose expressions may give each item its own.
 *
 * @throws {InvalidParameterError}
 */
export function readParameters(
  context: IExecuteFunctions,
  itemIndex: number,
  profile: UserProfile | undefined,
): Parameters {
  const options = asRecord(context.getNodeParameter('options', itemIndex, {}));
  return {
    ...readQueryParameters(context, itemIndex, profile),
    verifyAfterTools: splitList(options['verifyAfterTools']),
    maxIterations: readNumber('Max Iterations', options['maxIterations']),
    refusals: readRefusals(options['refusals']),
    streams: options['enableStreaming'] !== false,
    returnsSteps: options['returnSteps'] === true,
  };
}

function readRefusals(given: unknown): Refusals {
  const { texts } = asRecord(given);
  const { limited, blocked } = asRecord(texts);
  return { limited: textOrNone(limited), blocked: textOrNone(blocked) };
}

function textOrNone(given: unknown): string | undefined {
  return typeof given === 'string' && given.trim() !== '' ? given : undefined;
}
