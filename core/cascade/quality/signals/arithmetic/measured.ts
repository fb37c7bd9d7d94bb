import { holds } from './holds';
import type { Sum } from './sums';
import { measuredEquation, share } from './units';

const QUALIFIED_WITHIN = 24;
const roughly =
  /\b(?:not|about|around|approx|roughly|nearly|almost|over|under|more|less|rund|etwa|circa|ca|environ|unos|circa|cerca)\b|[≈~]/i;

/** Quicker to look for than a share itself. */
const mayShare = /\d[ \u00a0]?% (?:of|von|de|di|van) /;

/** Products and quotients of numbers with units, and shares in percent, with the verdict on each. */
export function measuredSumsIn(text: string): Sum[] {
  const products = (text.includes('=') ? [...text.matchAll(measuredEquation)] : []).map(
    ({ 0: whole, index, groups = {} }) => ({
      whole,
      index,
      left: `${groups['one'] ?? ''} ${groups['sign'] ?? ''} ${groups['other'] ?? ''}`,
      right: groups['right'] ?? '',
    }),
  );
  const shares = (mayShare.test(text) ? [...text.matchAll(share)] : []).map(
    ({ 0: whole, index, groups = {} }) => ({
      whole,
      index,
      left: `${groups['whole']?.match(/^[$€£]?[\d.,]*\d/)?.[0] ?? ''} * ${groups['percent'] ?? ''} / 100`,
      right: groups['part'] ?? '',
    }),
  );
  return [...products, ...shares].flatMap(({ whole, index, left, right }) => {
    if (roughly.test(text.slice(Math.max(0, index - QUALIFIED_WITHIN), index + whole.length))) return [];
    const verdict = holds({ left, right, hasUnit: true });
    return verdict === undefined ? [] : [{ text: whole, holds: verdict }];
  });
}
