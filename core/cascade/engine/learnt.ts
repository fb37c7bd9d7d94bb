import { CascadeError } from '../../errors/cascadeError';
import { asError } from '../../errors/asError';
import type { Awaitable } from '../../stores/awaitable';
import { withTimeLimit } from '../../time/withTimeLimit';
import { restOf, type Course } from './course';

/** Nobody waits longer for what would merely be better to know. */
const PATIENCE_MS = 1000;

/** What learning says; undefined when it fails or takes too long, which never fails the turn. */
export async function learnt<Said>(course: Course, ask: () => Awaitable<Said>): Promise<Said | undefined> {
  const rest = restOf(course);
  const limit = { ...rest, timeoutMs: Math.min(PATIENCE_MS, rest.timeoutMs), late: tooSlow };
  return withTimeLimit(limit, async () => ask()).catch((cause: unknown) => {
    course.trace.add('learn', `left out: ${asError(cause).message}`);
    return undefined;
  });
}

function tooSlow(): CascadeError {
  return new CascadeError('The store of what was learned took too long', { code: 'LEARNING_TIMEOUT' });
}
