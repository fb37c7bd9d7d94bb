/** What content is moderated for; the names are those of OpenAI's moderation endpoint. */
export const MODERATION_CATEGORIES = [
  'hate',
  'harassment',
  'self-harm',
  'sexual',
  'sexual/minors',
  'violence',
] as const;

export type ModerationCategory = (typeof MODERATION_CATEGORIES)[number];

/** By category 0 to 1: how sure it is that the text is of this kind. */
export type ModerationScores = Readonly<Record<ModerationCategory, number>>;
