import { callWithOptions } from '../askModel';
import type { Call } from '../call';
import type { CascadeStep } from '../cascadeModel';
import type { Course } from '../course';
import { expectedOutputTokens } from '../expectedOutput';

/** Warm enough for a guess to come out differently, not so warm that knowledge does. */
const TEMPERATURE = 0.8;

/**
 * The texts of further drafts to the same query, as many as come: each is asked for once.
 *
 * @throws the reason of the course's signal when it aborts
 */
export async function furtherSamples(
  course: Course,
  { model }: CascadeStep,
  count: number,
): Promise<string[]> {
  const call: Call = {
    model,
    role: 'sample',
    prompt: course.prompt,
    options: { temperature: TEMPERATURE },
    outputTokens: expectedOutputTokens(course),
  };
  const asked = Array.from({ length: count }, () => callWithOptions(course, call));
  const ended = await Promise.allSettled(asked);
  course.signal?.throwIfAborted();
  const texts = ended.flatMap((one) =>
    one.status === 'fulfilled' && one.value.outcome === 'answered' ? one.value.reply.text : [],
  );
  course.trace.add('sample', `${String(texts.length)} further drafts to compare the first with`, model.name);
  return texts;
}
