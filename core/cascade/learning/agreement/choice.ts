import type { Side } from '../comparison';

/** `A)`, `(B)`, `C.` before an option. */
const options = /(?<![\p{L}\p{N}])\(?([A-J])[).:](?=\s)/gu;

/** `B`, `(B)`, `B. Paris`; but `A cat has...` begins with an article. */
const begun = /^\W{0,6}(?:(?:option|choice|answer)[: ]{1,2})?\W{0,3}([A-J])(?:[).:,*]|\s{0,3}$)/i;
const announced = /\b(?:answer|option|choice|correct)\b[^.\n]{0,30}?[\s(*"']([A-J])(?![\p{L}\p{N}'’])/gu;
const ended = /\n\W{0,6}([A-J])\W{0,6}$/;

/** By the letter of the option that each chose. */
export const bySameChoice: Side = ({ query, draft, answer }) => {
  const offered = new Set([...query.matchAll(options)].map(([, letter]) => letter));
  if (!offered.has('A') || !offered.has('B')) return undefined;
  const [given, wanted] = [letterIn(draft), letterIn(answer)];
  if (given === undefined || wanted === undefined) return undefined;
  return given === wanted ? 0.96 : 0.03;
};

function letterIn(text: string): string | undefined {
  const letter =
    begun.exec(text)?.[1] ?? [...text.matchAll(announced)].at(-1)?.[1] ?? ended.exec(text.trimEnd())?.[1];
  return letter?.toUpperCase();
}
