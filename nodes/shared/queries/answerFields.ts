import type { IDataObject } from 'n8n-workflow';
import type { Booking, TenantResult } from '../../../core';
import { objectIn } from '../itemJson';
import type { QueryParameters } from './queryParameters';

type Answered = Pick<TenantResult, 'output' | 'parsed' | 'cascade' | 'trace' | 'booking'>;

/**
 * What a node says of an answer, whichever node asked: the output, which with an output parser is what the parser made
 * of it, how it came about, and what was booked for the user.
 */
export function answerFields(
  result: Answered,
  incoming: IDataObject,
  { includesInputFields, returnsTrace }: Pick<QueryParameters, 'includesInputFields' | 'returnsTrace'>,
): IDataObject {
  const { output, parsed, cascade, trace } = result;
  return {
    output: parsed === undefined ? output : asJson(parsed),
    cascade: { ...cascade, ...(returnsTrace ? { trace } : {}) },
    ...bookingOf(result, includesInputFields ? incoming : {}),
  };
}

/** What was said of the limits before stays, with what was booked. */
function bookingOf({ booking }: Answered, incoming: IDataObject): IDataObject {
  return booking ? { rateLimit: { ...objectIn(incoming, 'rateLimit'), ...bookingFields(booking) } } : {};
}

export function bookingFields({ reservationId, status, costUsd, isEstimate }: Booking): IDataObject {
  return { reservationId, status, costUsd, isEstimate };
}

/** As n8n will write it. */
export function asJson(value: unknown): IDataObject[string] {
  return value as IDataObject[string];
}
