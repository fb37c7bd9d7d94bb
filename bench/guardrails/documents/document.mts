import type { TypedSpan } from '../spans/span.mts';

/** The types of personal data that the documents are labelled with and the core types are among. */
export const LABELLED_TYPES = ['email', 'phone', 'ssn', 'credit_card', 'ip_address', 'iban'] as const;

/** Those that the micro average is taken of. */
export const CORE_TYPES: readonly LabelledType[] = ['email', 'phone', 'ssn', 'credit_card', 'ip_address'];

export type LabelledType = (typeof LABELLED_TYPES)[number];

/** A text in which people or a generator marked personal data. */
export interface LabelledDocument {
  readonly text: string;
  /** Of the labelled types. */
  readonly labelled: readonly TypedSpan[];
  /** Of other types, such as names: neither wanted nor missed. */
  readonly others: readonly TypedSpan[];
}
