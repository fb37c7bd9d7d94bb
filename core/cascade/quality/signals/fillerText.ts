import type { Signal } from '../signal';

const filler = /\blorem ipsum\b/i;
const askedFor = /\b(?:lorem|ipsum|placeholder|dummy|filler|blindtext|latin)\b/i;

/** The draft is the printers' filler text, which nobody asked for. */
export const fillerText: Signal = ({ query, text }) =>
  filler.test(text) && !askedFor.test(query)
    ? { strength: 1, reason: 'the draft is filler text' }
    : undefined;
