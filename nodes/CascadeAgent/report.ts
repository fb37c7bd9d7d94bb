import type { IDataObject } from 'n8n-workflow';
import { isSpentError, RateLimitError, RunBlockedError, type Refusal, type TenantResult } from '../../core';
import { itemJson } from '../shared/itemJson';
import { answerFields, asJson } from '../shared/queries/answerFields';
import type { Parameters } from './parameters';

/** What an answered item carries. */
export function answered(result: TenantResult, incoming: IDataObject, parameters: Parameters): IDataObject {
  const own: IDataObject = {
    ...answerFields(result, incoming, parameters),
    ...(parameters.returnsSteps ? { intermediateSteps: asJson(result.steps) } : {}),
  };
  return itemJson(own, incoming, parameters.includesInputFields);
}

/** What an item carries whose query, or answer, was refused in polite words. */
export function refused(
  { why, text }: Refusal,
  error: unknown,
  incoming: IDataObject,
  { includesInputFields }: Parameters,
): IDataObject {
  const own: IDataObject = { output: text, refusal: { reason: why, ...detailsOf(error) } };
  return itemJson(own, incoming, includesInputFields);
}

function detailsOf(error: unknown): IDataObject {
  const spent = isSpentError(error) ? { costUsd: error.costUsd } : {};
  if (error instanceof RateLimitError) {
    return { limitType: error.limitType, retryAfterSeconds: error.retryAfterSeconds };
  }
  if (error instanceof RunBlockedError) {
    return { stage: error.stage, violations: asJson(error.violations), ...spent };
  }
  return spent;
}
