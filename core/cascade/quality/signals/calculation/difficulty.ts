import { keyOf } from '../../calculation/quantities';
import type { Signal } from '../../signal';

const MANY_TWINS = 3;

/** The same number stands for several things, which are easily taken for one another. */
export const twinNumbers: Signal = ({ calculation }) => {
  if (!calculation) return undefined;
  const { given } = calculation;
  const twins = given.length - new Set(given.map(({ value }) => keyOf(value))).size;
  return twins > 0 ? { strength: Math.min(1, twins / MANY_TWINS) } : undefined;
};

const backwards = /\b(?:original|initial|start|began|begin|before|at first|previous|last year)\w*/i;

/** The question asks for what was at the start, so that the story has to be undone. */
export const backwardsProblem: Signal = ({ calculation, query }) =>
  calculation && backwards.test(query) ? { strength: 1 } : undefined;

const MANY_RELATIONS = 4;
const relation =
  /\b(?:more|less|fewer|older|younger|longer|shorter|taller|times|twice|half|rest|remaining|remainder)\b/gi;

/** Numbers are given by their relation to others: "half as many as". */
export const relations: Signal = ({ calculation, query }) => {
  const count = calculation ? (query.match(relation)?.length ?? 0) : 0;
  return count > 0 ? { strength: Math.min(1, count / MANY_RELATIONS) } : undefined;
};

const LARGE = 1000;

/** Sums with large numbers go wrong more often. */
export const largeNumbers: Signal = ({ calculation }) =>
  calculation?.given.some(({ value }) => value >= LARGE) === true ? { strength: 1 } : undefined;
