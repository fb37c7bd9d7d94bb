import { ChatModelError } from '../chatModelError';
import type { ChatJob } from './chatJobs';

/** @throws {ChatModelError} for a job whose replies are not there yet */
export function requireEnded({ state }: ChatJob): void {
  if (state === 'ended') return;
  throw new ChatModelError('The job has not ended, so its replies are not there yet', { fault: 'rejected' });
}
