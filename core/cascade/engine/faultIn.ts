import { asError } from '../../errors/asError';
import { CascadeError } from '../../errors/cascadeError';
import type { ChatReply } from '../../models/chatModel';
import { withTimeLimit } from '../../time/withTimeLimit';
import { restOf, type Course } from './course';

const LONGEST_NAME = 60;

/**
 * Why a draft cannot be the answer, whatever its quality is: it calls a tool that does not exist, or the request's own
 * check objects. A check that fails has not let the draft pass.
 *
 * @throws the reason of the course's signal when it aborts
 */
export async function faultIn(course: Course, draft: ChatReply): Promise<string | undefined> {
  const unknown = unknownToolIn(course, draft);
  const { signal } = course;
  const { faultOf } = course.request;
  if (unknown !== undefined || !faultOf) return unknown;
  const fault = await withTimeLimit({ ...restOf(course), late: tooSlow }, async () => faultOf(draft)).catch(
    (cause: unknown) => `it could not be checked: ${asError(cause).message}`,
  );
  signal?.throwIfAborted();
  return fault;
}

function unknownToolIn({ prompt }: Course, { toolCalls }: ChatReply): string | undefined {
  const known = new Set(prompt.tools.map(({ name }) => name));
  const unknown = toolCalls.find(({ name }) => !known.has(name));
  return unknown && `the draft calls a tool that does not exist: "${unknown.name.slice(0, LONGEST_NAME)}"`;
}

function tooSlow(): CascadeError {
  return new CascadeError('the check took too long', { code: 'CHECK_TIMEOUT' });
}
