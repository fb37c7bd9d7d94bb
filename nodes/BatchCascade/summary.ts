import type { IDataObject } from 'n8n-workflow';
import type { Booking, CascadeBatchResult } from '../../core';
import { asJson, bookingFields } from '../shared/queries/answerFields';

interface Beside {
  /** Undefined when nothing is kept. */
  readonly batchId: string | undefined;
  /** Of the batch as one request. */
  readonly booking: Booking | undefined;
}

/** The item that leaves by Summary. */
export function summaryOf(
  { items, models, checkpointFault, ...figures }: CascadeBatchResult,
  { batchId, booking }: Beside,
): IDataObject {
  const resumed = items.filter((item) => item.status === 'done' && item.source === 'checkpoint').length;
  return {
    batch: {
      ...(batchId === undefined ? {} : { id: batchId, resumed }),
      ...figures,
      models: asJson(models),
      ...(checkpointFault ? { checkpointFault: checkpointFault.message } : {}),
    },
    ...(booking ? { rateLimit: bookingFields(booking) } : {}),
  };
}
