import type { IExecuteFunctions } from 'n8n-workflow';
import {
  InvalidParameterError,
  readQuery,
  readSettings,
  type ModelPrice,
  type ReadSettings,
} from '../../core';
import { asRecord } from '../shared/shape';
import { readModelName } from './modelName';

/** What the panel calls the parameters that core checks. */
export const labels = new Map([
  ['query', 'Prompt (User Message)'],
  ['preset', 'Preset'],
  ['threshold', 'Quality Threshold'],
  ['systemMessage', 'System Message'],
]);

export interface Parameters {
  readonly query: string;
  readonly settings: ReadSettings;
  /** By the model's name. */
  readonly prices: ReadonlyMap<string, ModelPrice>;
  readonly includeInputFields: boolean;
}

/**
 * Reads the node's parameters for one item, whose expressions may give each item its own.
 *
 * @throws {InvalidParameterError}
 */
export function readParameters(context: IExecuteFunctions, itemIndex: number): Parameters {
  const options = asRecord(context.getNodeParameter('options', itemIndex, {}));
  return {
    query: readQuery(context.getNodeParameter('text', itemIndex, undefined)),
    settings: readSettings({
      preset: context.getNodeParameter('preset', itemIndex),
      threshold: options['qualityThreshold'],
      timeoutMs: readTimeout(options['timeoutSeconds']),
      systemMessage: options['systemMessage'],
    }),
    prices: readPrices(options['modelPrices']),
    includeInputFields: options['includeInputFields'] !== false,
  };
}

const SHORTEST_TIMEOUT_SECONDS = 0.001;
const LONGEST_TIMEOUT_SECONDS = 3600;

function readTimeout(seconds: unknown): number | undefined {
  if (seconds === undefined) return undefined;
  if (
    typeof seconds === 'number' &&
    seconds >= SHORTEST_TIMEOUT_SECONDS &&
    seconds <= LONGEST_TIMEOUT_SECONDS
  ) {
    return seconds * 1000;
  }
  const allowed = `a number of seconds from ${String(SHORTEST_TIMEOUT_SECONDS)} to ${String(LONGEST_TIMEOUT_SECONDS)}`;
  throw new InvalidParameterError('Timeout per Model', seconds, allowed);
}

function readPrices(modelPrices: unknown): Map<string, ModelPrice> {
  const { prices } = asRecord(modelPrices);
  const rows: unknown[] = Array.isArray(prices) ? prices : [];
  return new Map(
    rows.map(asRecord).map(({ model, inputPerMillion, outputPerMillion }) => [
      readModelName('Model Prices: Model', model),
      {
        inputPerMillion: readPrice('Input Price', inputPerMillion),
        outputPerMillion: readPrice('Output Price', outputPerMillion),
      },
    ]),
  );
}

function readPrice(label: string, price: unknown): number {
  if (typeof price === 'number' && price >= 0 && Number.isFinite(price)) return price;
  throw new InvalidParameterError(`Model Prices: ${label}`, price, 'a number of US dollars from 0 on');
}
