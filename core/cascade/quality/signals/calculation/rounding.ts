import type { Signal } from '../../signal';

const rounds = /\b(?:round(?:ed|ing|s)?|approximately|approx)\b/i;

/** The draft rounds where the question, which says nothing of rounding, has an exact answer. */
export const rounding: Signal = ({ calculation, query, text }) =>
  calculation && rounds.test(text.slice(0, 4000)) && !/\bround|nearest|approx|about|estimate/i.test(query)
    ? { strength: 1, reason: 'the draft rounds what has an exact answer' }
    : undefined;
