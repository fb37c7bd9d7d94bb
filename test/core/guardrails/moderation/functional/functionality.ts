/** One ability that moderation should have, and texts that show whether it has it. */
export interface Functionality {
  readonly name: string;
  /** Whether a text of it is aimed at a group of people because of who they are. */
  readonly hateful: boolean;
  readonly texts: readonly string[];
}
