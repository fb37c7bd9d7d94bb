import type { Span, TypedSpan } from '../spans/span.mts';

/** Tells harmful texts from harmless ones. */
export interface Moderator {
  readonly name: string;
  isHarmful(text: string): boolean;
}

/** Finds and redacts personal data. Types have our names, or their own where we have no such type. */
export interface PersonalDataFinder {
  readonly name: string;
  find(text: string): readonly TypedSpan[];
  redact(text: string): string;
}

export interface SecretFinder {
  readonly name: string;
  find(text: string): readonly Span[];
}
