import { z } from 'zod/v3';
import { ChatModelError } from '../../../models/chatModelError';
import type { ModerationScores } from '../categories';

const score = z.number().min(0).max(1);
/** Only newer models know it. */
const optionalScore = score.nullish().transform((given) => given ?? 0);
const verdict = z
  .boolean()
  .nullish()
  .transform((given) => given === true);

/** The scores and verdicts of one text: https://platform.openai.com/docs/api-reference/moderations/object */
const result = z.object({
  category_scores: z.object({
    hate: score,
    'hate/threatening': optionalScore,
    harassment: score,
    'harassment/threatening': optionalScore,
    'illicit/violent': optionalScore,
    'self-harm': score,
    'self-harm/intent': optionalScore,
    'self-harm/instructions': optionalScore,
    sexual: score,
    'sexual/minors': score,
    violence: score,
    'violence/graphic': optionalScore,
  }),
  categories: z.object({
    hate: verdict,
    'hate/threatening': verdict,
    harassment: verdict,
    'harassment/threatening': verdict,
    'illicit/violent': verdict,
    'self-harm': verdict,
    'self-harm/intent': verdict,
    'self-harm/instructions': verdict,
    sexual: verdict,
    'sexual/minors': verdict,
    violence: verdict,
    'violence/graphic': verdict,
  }),
});

type Result = z.infer<typeof result>;
type TheirCategory = keyof Result['category_scores'];

/**
 * What the endpoint itself calls a violation counts at least this much: it draws its lines by category, some of them
 * at lower scores.
 */
const FLAGGED = 0.5;

/**
 * Reads the scores of the texts that were sent, in their order. A finer category counts as the one it belongs to.
 * Instructions for violent wrongdoing count as violence; other wrongdoing is no category of ours.
 *
 * @throws {ChatModelError} `bad_reply` when it is not one result for each of `count` texts
 */
export function moderationAnswer(body: unknown, count: number): ModerationScores[] {
  const parsed = z.object({ results: z.array(result).length(count) }).safeParse(body);
  if (parsed.success) return parsed.data.results.map(scoresOf);
  throw new ChatModelError('The answer is not a moderation result for each text', {
    fault: 'bad_reply',
    cause: parsed.error,
  });
}

function scoresOf({ category_scores: scores, categories }: Result): ModerationScores {
  const highest = (...names: readonly TheirCategory[]) =>
    Math.max(...names.map((name) => (categories[name] ? Math.max(scores[name], FLAGGED) : scores[name])));
  return {
    hate: highest('hate', 'hate/threatening'),
    harassment: highest('harassment', 'harassment/threatening'),
    'self-harm': highest('self-harm', 'self-harm/intent', 'self-harm/instructions'),
    sexual: highest('sexual', 'sexual/minors'),
    'sexual/minors': highest('sexual/minors'),
    violence: highest('violence', 'violence/graphic', 'illicit/violent'),
  };
}
