import { hash } from 'node:crypto';
import { callWithOptions } from '../askModel';
import { circuitOf } from '../cascadeModel';
import type { Course } from '../course';
import { promptOf, type Prompt } from '../prompt';
import { judgePrompt, verdictIn } from './judgePrompt';

/** Yes or no, and what a provider puts around it. */
const OUTPUT_TOKENS = 5;

/**
 * Whether the verifier holds a draft to be good enough: 1 or 0; undefined when it does not say, or cannot be asked.
 *
 * @throws the reason of the course's signal when it aborts
 */
export async function judgeDraft(course: Course, draft: string): Promise<number | undefined> {
  const { prompt, verifier, breakers, clock, trace } = course;
  const { model } = verifier;
  if (breakers.isResting(circuitOf(model), clock.now())) return undefined;
  const outcome = await callWithOptions(course, {
    model,
    role: 'judge',
    prompt: promptOf(judgePrompt(prompt.messages, draft, markOf(prompt, draft))),
    options: { temperature: 0 },
    outputTokens: OUTPUT_TOKENS,
  });
  const isGood = outcome.outcome === 'answered' ? verdictIn(outcome.reply.text) : undefined;
  trace.add(
    'judge',
    isGood === undefined ? 'no verdict' : `the draft is ${isGood ? '' : 'not '}good enough`,
    model.name,
  );
  return isGood === undefined ? undefined : Number(isGood);
}

/**
 * Nobody could know it who wrote the question before the draft, or the draft that it is a digest of. The same for the
 * same texts, so that a batch finds the judge's verdict again.
 */
function markOf({ messages }: Prompt, draft: string): string {
  return hash('sha256', JSON.stringify([messages, draft]));
}
