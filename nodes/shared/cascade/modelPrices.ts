import type { INodeProperties } from 'n8n-workflow';
import { InvalidParameterError, type ModelPrice } from '../../../core';
import { asRecord } from '../shape';
import { readModelName } from './modelName';

export const modelPricesField: INodeProperties = {
  displayName: 'Model Prices',
  name: 'modelPrices',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  default: {},
  placeholder: 'Add Price',
  description:
    'Prices of models that the built-in table does not know or knows differently. Without a price the cost of a model is unknown.',
  options: [
    {
      displayName: 'Price',
      name: 'prices',
      values: [
        {
          displayName: 'Model',
          name: 'model',
          type: 'string',
          default: '',
          placeholder: 'e.g. my-company/llama-3.1-8b',
          description: 'Name of the model, as the result calls it in modelUsed',
        },
        {
          displayName: 'Input Price',
          name: 'inputPerMillion',
          type: 'number',
          default: 0,
          typeOptions: { minValue: 0 },
          description: 'US dollars per million input tokens',
        },
        {
          displayName: 'Output Price',
          name: 'outputPerMillion',
          type: 'number',
          default: 0,
          typeOptions: { minValue: 0 },
          description: 'US dollars per million output tokens',
        },
      ],
    },
  ],
};

/**
 * Prices of the user's own, by the model's name.
 *
 * @throws {InvalidParameterError}
 */
export function readModelPrices(modelPrices: unknown): Map<string, ModelPrice> {
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
