import { LETTERS, NUMERALS, WRITTEN_NUMBER } from './notation';

/** A unit of one or two words that are no operators: `24 bottles`, `2,5 h`, `7 km`. */
const UNIT = String.raw`(?:[ \u00a0]{1,2}?(?!(?:x|times|plus|minus|of|per|mal|par|por|fois)(?![${LETTERS}]))[${LETTERS}€$£]{1,16}|€|\/[${LETTERS}]{1,8}(?![${LETTERS}]))`;
const MEASURED = String.raw`${WRITTEN_NUMBER}${UNIT}{0,2}`;
/** The number on its own is whole on either side: no time, no fraction, no range. */
const WHOLE_BEFORE = String.raw`(?<![${LETTERS}${NUMERALS}.,:'’)_√^…*/×÷·⋅±+−–$€£-])(?<![${LETTERS}${NUMERALS}%*/×÷·⋅±+−–^-][ ]{1,2})`;
const WHOLE_AFTER = String.raw`(?![${LETTERS}${NUMERALS}^/…]|[.,:'’]\d|[\u0020\u00a0\u202f]\d{3}|[ ]{0,2}[-+*/×÷·⋅−])`;

/** `17 crates x 24 bottles = 408`: two numbers, of which one at least has a unit, and what comes of them. */
export const measuredEquation = new RegExp(
  String.raw`(?=[$€£\d])${WHOLE_BEFORE}(?<one>${WRITTEN_NUMBER})${UNIT}{0,2}[ ]{0,2}(?<sign>[*×x/÷])[ ]{0,2}(?<other>${WRITTEN_NUMBER})${UNIT}{0,2}` +
    String.raw`[ ]{0,2}=[ ]{0,2}(?<right>${WRITTEN_NUMBER})${WHOLE_AFTER}`,
  'g',
);

/** `15% of 147 is 22.05`, where a sentence or line ends behind it or a currency stands there. */
export const share = new RegExp(
  String.raw`(?=\d)(?<![${NUMERALS}.,])(?<percent>\d{1,3}(?:[.,]\d{1,4})?)[ \u00a0]?% (?:of|von|de|di|van) (?<whole>${MEASURED})(?: (?:is|are|equals|ist|sind|beträgt|est|font|es|son|è|é|=|:)| ?=)[ ]{1,2}(?<part>${WRITTEN_NUMBER})${WHOLE_AFTER}(?=[ ]?(?:$|[.,;:!)\n€]|euros?\b|dollars?\b|[A-Z]{3}\b))`,
  'gm',
);
