import { ChatModelError } from '../chatModelError';

/**
 * The connection or the provider failed while a job was handed in, so it may have been taken all the same. To submit it
 * again may have it worked on, and paid, twice. Every other error of a submission means that there is no job.
 */
export class JobInDoubtError extends ChatModelError {
  constructor({ message, fault, status, retryAfterMs, cause }: ChatModelError) {
    super(`The provider may have taken the job, but its answer is missing. ${message}`, {
      fault,
      ...(status === undefined ? {} : { status }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      cause,
    });
  }
}
