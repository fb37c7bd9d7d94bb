import { MODERATION_CATEGORIES, type ModerationScores } from '../categories';
import { densityOf } from './density';
import { withReferences } from './references';
import { noScores, sentenceScores } from './sentenceScores';
import { sentencesOf } from './sentences';

/**
 * How strongly what a plain text says is of each kind, by who does what to whom in its sentences. The strongest
 * sentence counts: a long text does not become worse by its length.
 *
 * @param plain as `plainText` gives it
 */
export function patternScores(plain: string): ModerationScores {
  const sentences = withReferences(sentencesOf(plain));
  const scores = noScores();
  for (const at of sentences.keys()) {
    const ofSentence = sentenceScores(sentences, at);
    for (const category of MODERATION_CATEGORIES) {
      scores[category] = Math.max(scores[category], ofSentence[category]);
    }
  }
  const { sexual, sexualMinors, gore } = densityOf(sentences);
  return {
    ...scores,
    sexual: either(scores.sexual, sexual),
    'sexual/minors': either(scores['sexual/minors'], sexualMinors),
    violence: either(scores.violence, gore),
  };
}

/** One of two independent signs is right. */
function either(one: number, other: number): number {
  return 1 - (1 - one) * (1 - other);
}
