import { CascadeError } from '../../errors/cascadeError';
import { priceOf, type CascadeModel } from './cascadeModel';

/**
 * For a limit of cost, which only binds what has a price.
 *
 * @throws {CascadeError} `PRICE_UNKNOWN` when a model has none
 */
export function requirePrices(models: readonly CascadeModel[]): void {
  const unpriced = models.find((model) => !priceOf(model));
  if (!unpriced) return;
  throw new CascadeError(`The price of ${unpriced.name} is unknown, so the limit of cost cannot be kept`, {
    code: 'PRICE_UNKNOWN',
    hint: 'Give the price of the model, or take the limit of cost away.',
  });
}
