import type { IDataObject } from 'n8n-workflow';
import { isSpentError, RateLimitError, RunBlockedError, type Refusal, type TenantResult } from '../../core';
import { itemJson, objectIn } from '../shared/itemJson';
import type { Returns } from './parameters';

/** What an answered item carries. With an output parser the output is what the parser made of the answer. */
export function answered(result: TenantResult, incoming: IDataObject, returns: Returns): IDataObject {
  const { output, parsed, cascade, trace, steps } = result;
  const own: IDataObject = {
    output: parsed === undefined ? output : asJson(parsed),
    cascade: { ...cascade, ...(returns.trace ? { trace } : {}) },
    ...(returns.steps ? { intermediateSteps: asJson(steps) } : {}),
    ...bookingOf(result, returns.inputFields ? incoming : {}),
  };
  return itemJson(own, incoming, returns.inputFields);
}

/** What an item carries whose query, or answer, was refused in polite words. */
export function refused(
  { why, text }: Refusal,
  error: unknown,
  incoming: IDataObject,
  returns: Returns,
): IDataObject {
  const own: IDataObject = { output: text, refusal: { reason: why, ...detailsOf(error) } };
  return itemJson(own, incoming, returns.inputFields);
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

/** What was said of the limits before stays, with what was booked. */
function bookingOf({ booking }: TenantResult, incoming: IDataObject): IDataObject {
  if (!booking) return {};
  const { reservationId, status, costUsd, isEstimate } = booking;
  return {
    rateLimit: { ...objectIn(incoming, 'rateLimit'), reservationId, status, costUsd, isEstimate },
  };
}

/** As n8n will write it. */
function asJson(value: unknown): IDataObject[string] {
  return value as IDataObject[string];
}
