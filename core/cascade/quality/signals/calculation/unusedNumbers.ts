import type { Signal } from '../../signal';
import { keyOf } from '../../calculation/quantities';

/** Half of the numbers left out is as clear as it gets: some numbers of a question are only decoration. */
const MANY = 0.5;

/** The draft never counts with some of the numbers that the question gives. */
export const unusedNumbers: Signal = ({ calculation }) => {
  if (!calculation || calculation.steps.length === 0) return undefined;
  const used = new Set(calculation.numbers);
  const given = calculation.given.filter(({ value }) => value !== 1);
  const unused = given.filter(({ forms }) => !forms.some((form) => used.has(keyOf(form))));
  if (unused.length === 0) return undefined;
  const strength = Math.min(1, unused.length / given.length / MANY);
  return { strength, reason: 'the draft does not use all numbers of the question' };
};
