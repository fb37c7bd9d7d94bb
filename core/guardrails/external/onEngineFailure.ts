/** What to do when an engine outside this process cannot tell whether a text is safe. */
export const ON_ENGINE_FAILURE = [
  /** What was found within this process decides. Where nothing was looked for there, it is `fail`. */
  'built-in',
  /** The check fails with the engine's error. */
  'fail',
  /** The text counts as unsafe. */
  'refuse',
] as const;

export type OnEngineFailure = (typeof ON_ENGINE_FAILURE)[number];
