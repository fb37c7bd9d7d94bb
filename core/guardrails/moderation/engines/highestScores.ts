import type { ModerationCategory, ModerationScores } from '../categories';

/** By category the highest of all; zero when there is none. */
export function highestScores(all: readonly ModerationScores[]): ModerationScores {
  const highest = (category: ModerationCategory) =>
    all.reduce((most, scores) => Math.max(most, scores[category]), 0);
  return {
    hate: highest('hate'),
    harassment: highest('harassment'),
    'self-harm': highest('self-harm'),
    sexual: highest('sexual'),
    'sexual/minors': highest('sexual/minors'),
    violence: highest('violence'),
  };
}
