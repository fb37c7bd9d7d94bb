import type { Side } from '../comparison';
import { plainWords, unaccented } from './plainWords';

type Verdict = 'yes' | 'no';

const verdicts: readonly (readonly [Verdict, string])[] = [
  ['yes', 'yes yeah yep true correct right si oui ja sim da да 是 是的 对 はい 예 네 نعم evet tak ano'],
  ['no', 'no nope false incorrect wrong non nein nao nee net нет 不 不是 否 いいえ 아니요 لا hayir nie ne'],
];
const verdictOf = new Map(
  verdicts.flatMap(([verdict, words]) =>
    words.split(' ').map((word) => [unaccented(word), verdict] as const),
  ),
);

/** A question that can be answered by yes or no. */
const asksForVerdict =
  /(?:^|[.!?\n:,]\s{0,4})(?:is|are|was|were|am|do|does|did|can|could|will|would|should|has|have|had|may|must|isn't|aren't|don't|doesn't)\b[^.!?\n]{1,200}\?|\b(?:yes|true)\s(?:or|\/)\s(?:no|false)\b/i;

/** An answer of so many words says little beyond its verdict. */
const SHORT = 30;
/** In letters. */
const LONGEST_BEGINNING = 60;

/** By the yes or no that an answer begins with. */
export const bySameVerdict: Side = ({ query, draft, answer }) => {
  const [one, other] = [verdictIn(draft), verdictIn(answer)];
  if (!one || !other) return undefined;
  if (!asksForVerdict.test(query) && !(isShort(draft) && isShort(answer))) return undefined;
  return one === other ? 0.95 : 0.04;
};

function isShort(text: string): boolean {
  return plainWords(text).length <= SHORT;
}

function verdictIn(text: string): Verdict | undefined {
  const words = unaccented(text.slice(0, LONGEST_BEGINNING)).match(/\p{L}+/gu) ?? [];
  const [first = '', second = '', third = ''] = words.filter((word) => word !== 'the');
  // `No, that is` and `No one knows` begin alike.
  if (first === 'no' && /^(?:one|matter|longer|more|other)$/.test(second)) return undefined;
  const word = first === 'answer' && second === 'is' ? third : first;
  return verdictOf.get(word);
}
