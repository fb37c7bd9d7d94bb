import type { Signal } from '../signal';

/** The model returned nothing that could be shown. */
export const empty: Signal = ({ text }) =>
  text.trim() === '' ? { strength: 1, reason: 'the draft is empty' } : undefined;
