import { FEWEST_MODELS, InvalidParameterError, MOST_MODELS } from '../../../core';
import type { ModelContext } from '../modelContext';
import { readModelName } from './modelName';

/** Where the models of one item's cascade come from. */
export type ModelSource =
  | { readonly kind: 'connected'; readonly count: number }
  /** Names as the provider calls its models, cheapest first. */
  | { readonly kind: 'api'; readonly names: readonly string[] };

/** @throws {InvalidParameterError} */
export function readModelSource(context: ModelContext, itemIndex: number): ModelSource {
  const kind: unknown = context.getNodeParameter('modelSource', itemIndex, 'connected');
  switch (kind) {
    case 'connected':
      return { kind, count: readNumberOfModels(context.getNodeParameter('numberOfModels', itemIndex)) };
    case 'api':
      return { kind, names: readModelNames(context.getNodeParameter('models', itemIndex, [])) };
    default:
      throw new InvalidParameterError('Model Source', kind, 'one of connected, api');
  }
}

function readNumberOfModels(count: unknown): number {
  if (typeof count === 'number' && Number.isInteger(count) && isEnough(count)) return count;
  const allowed = `a whole number from ${String(FEWEST_MODELS)} to ${String(MOST_MODELS)}`;
  throw new InvalidParameterError('Number of Models', count, allowed);
}

function readModelNames(names: unknown): string[] {
  if (Array.isArray(names) && isEnough(names.length))
    return names.map((name: unknown, index) =>
      readModelName(`Models: ${String(index + 1)}`, isUnfilled(name) ? '' : name),
    );
  const allowed = `a list of ${String(FEWEST_MODELS)} to ${String(MOST_MODELS)} model names`;
  throw new InvalidParameterError('Models', names, allowed);
}

/** The editor keeps an empty list in a row that was added and never written into. */
function isUnfilled(name: unknown): boolean {
  return Array.isArray(name) && name.length === 0;
}

function isEnough(count: number): boolean {
  return count >= FEWEST_MODELS && count <= MOST_MODELS;
}
