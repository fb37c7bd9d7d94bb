/** A way to attack a model, and the phrases that give it away. */
export interface Idea {
  /** In the user's words, to stand after "unsafe: ". */
  readonly reason: string;
  /**
   * What the words around may take from a phrase. `command`: it attacks as a command, not where somebody tells of it.
   * `request`: it attacks unless it is denied. `description`: it attacks in any form.
   */
  readonly form: 'command' | 'request' | 'description';
  /** Said to a model and hardly ever otherwise. */
  readonly clear: readonly string[];
  /** More often an attack than not. */
  readonly likely: readonly string[];
  /** Means something only together with something else. */
  readonly hints: readonly string[];
}

/** How sure a phrase of each kind makes it, 0 to 1. */
export const STRENGTHS = { clear: 0.9, likely: 0.6, hints: 0.3 } as const;
