import { CascadeError } from '../../../errors/cascadeError';
import type { ChatModelError } from '../../../models/chatModelError';
import { mayPass } from '../../engine/retry';

/**
 * What a request in a job failed with, as an error that is final for a cascade: to ask again a moment later, as it does
 * after a fault that may pass, would take another job.
 */
export function finalFault(error: ChatModelError): CascadeError {
  if (!mayPass(error)) return error;
  const { message, code, hint } = error;
  return new CascadeError(message, { code, cause: error, ...(hint === undefined ? {} : { hint }) });
}
