import { z } from 'zod/v3';
import type { ChatReply } from '../../models/chatModel';
import { ChatModelError } from '../../models/chatModelError';

/** Verdicts are flat objects. No character is looked at twice, whatever stands around them. */
const FLAT_OBJECT = /\{[^{}]*\}/g;

/**
 * Reads what a judge answered: JSON with the id of the question, be it in a code fence or between sentences. When the
 * judge changes its mind on the way, its last word counts.
 *
 * @throws {ChatModelError} `content_filter` when the provider stopped the answer, `bad_reply` when there is no verdict
 * @internal
 */
export function judgeAnswer<Answer>(
  reply: ChatReply,
  id: string,
  schema: z.ZodType<Answer, z.ZodTypeDef, unknown>,
): Answer {
  const mine = z.object({ id: z.literal(id) });
  const verdicts = objectsIn(reply.text).filter((object) => mine.safeParse(object).success);
  const parsed = schema.safeParse(verdicts.at(-1));
  if (parsed.success) return parsed.data;
  throw reply.finishReason === 'content_filter'
    ? new ChatModelError('The content filter of the model stopped its verdict', { fault: 'content_filter' })
    : new ChatModelError('The model did not answer with the verdict that was asked for', {
        fault: 'bad_reply',
        cause: parsed.error,
      });
}

function objectsIn(text: string): unknown[] {
  return (text.match(FLAT_OBJECT) ?? []).map(parsedJson);
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
