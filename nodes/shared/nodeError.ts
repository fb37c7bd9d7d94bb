import { NodeOperationError, type INode } from 'n8n-workflow';
import {
  asError,
  CascadeError,
  GuardrailViolation,
  InvalidParameterError,
  isSpentError,
  RateLimitError,
} from '../../core';

/** How the node's panel calls a parameter of core. */
export type ParameterLabels = ReadonlyMap<string, string>;

/** Any failure of an item as the error that n8n shows: what went wrong, what to do, and for which item. */
export function nodeErrorFor(
  node: INode,
  error: unknown,
  { itemIndex, labels }: { itemIndex: number; labels: ParameterLabels },
): NodeOperationError {
  if (error instanceof NodeOperationError) return error;
  const shown = error instanceof InvalidParameterError ? renamed(error, labels) : error;
  if (!CascadeError.is(shown)) return new NodeOperationError(node, asError(shown), { itemIndex });
  return new NodeOperationError(node, shown, {
    itemIndex,
    message: shown.message,
    ...(shown.hint === undefined ? {} : { description: shown.hint }),
  });
}

/**
 * What a failed item carries. n8n recognises such an item by its fields, which must be among `error`, `message` and
 * `details` (n8n-core 2.40, `handleNodeErrorOutput`); setting the item's own `error` would make it drop the details.
 */
export interface FailedItem {
  readonly error: string;
  /**
   * What to do about it, the attempts that were made, since they may have cost money, and what an answer to a refused
   * user has to say.
   */
  readonly details?: {
    readonly description?: string;
    readonly attempts?: unknown;
    readonly costUsd?: number | null;
    readonly limitType?: string;
    readonly retryAfterSeconds?: number | null;
    readonly violations?: unknown;
  };
}

export function failedItem(shown: NodeOperationError, thrown: unknown): FailedItem {
  const details = {
    ...(typeof shown.description === 'string' ? { description: shown.description } : {}),
    ...(isSpentError(thrown) ? { attempts: thrown.attempts, costUsd: thrown.costUsd } : {}),
    ...refusalIn(thrown),
  };
  return { error: shown.message, ...(Object.keys(details).length > 0 ? { details } : {}) };
}

function refusalIn(thrown: unknown): FailedItem['details'] {
  if (thrown instanceof RateLimitError)
    return { limitType: thrown.limitType, retryAfterSeconds: thrown.retryAfterSeconds };
  return thrown instanceof GuardrailViolation ? { violations: thrown.violations } : {};
}

function renamed(error: InvalidParameterError, labels: ParameterLabels): InvalidParameterError {
  const label = labels.get(error.parameter) ?? labelOfEntry(error.parameter, labels);
  return label === undefined ? error : error.renamed(label);
}

/** Of `domains.0.keywords` the panel can only say that it is in the first one of its `domains`. */
function labelOfEntry(parameter: string, labels: ParameterLabels): string | undefined {
  const [list = '', index] = parameter.split('.');
  const label = labels.get(list);
  return label === undefined || index === undefined ? label : `${label}: ${String(Number(index) + 1)}`;
}
