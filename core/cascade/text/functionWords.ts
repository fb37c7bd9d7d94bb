/** The small words that no prose in a language can do without for long. */
const functionWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    English:
      'a about all an and any are as at be but by can could did do does for from has have he her his how i if in into is it its me my no not of on or our out she should so some than that the their them then there these they this to us was we were what when where which who why will with would you your',
    French:
      'à au avec ce ces comme dans de des du elle en est et il ils je la le les leur mais ne nous on ou où par pas plus pour pourquoi qu que quel quelle quels qui sa se ses son sont sur un une vous',
    German:
      'aber als am an auch auf aus bei das dem den der des die du ein eine einem einen einer es für hat ich ihr im in ist kann man mit nach nicht oder sich sie sind so und von war warum was welche wenn wer wie wir wird wo zu zum zur',
    Italian:
      'a al anche che chi come con cosa da dei del della delle di dove e è gli i il in io la le lo ma mi nel nella non o per perché più quale quando se si sono su un una',
    Portuguese:
      'a ao as como com da das de do dos e é ela ele em eu mais mas na não nas no nos o onde os ou para pela pelo por porque qual quando que quem se ser seu são sua também um uma',
    Spanish:
      'a al como con cual cuál cuando de del dónde e el ella en es esta este la las lo los más me mi no nos o para pero por porque que qué quién se ser si sin son su sus también un una y yo',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** By so many small words a language has to lead: single ones belong to several ("a", "me", "die"). */
const LEAD = 2;
/** Shorter prose may do without any: "Paris, Lyon, Marseille." */
const SHORTEST_PROSE = 15;

/** The language whose small words stand out in `words`; `undefined` when none does. */
export function languageOf(words: readonly string[]): string | undefined {
  const distinct = [...new Set(words)];
  const [best, second] = [...functionWords]
    .map(([language, small]) => ({ language, found: distinct.filter((word) => small.has(word)).length }))
    .sort((a, b) => b.found - a.found);
  return best && best.found >= (second?.found ?? 0) + LEAD ? best.language : undefined;
}

/** The words of a text that are not small ones of its own language. */
export function withoutFunctionWords(words: readonly string[]): readonly string[] {
  const small = functionWords.get(languageOf(words) ?? '');
  return small ? words.filter((word) => !small.has(word)) : words;
}

/** They are a third of most prose; a few stand in other languages too ("do" in Latin and Portuguese). */
const LEAST_SHARE = 0.06;

/** Whether prose of some length has next to none of a language's small words. */
export function isForeignTo(language: string, words: readonly string[]): boolean {
  const small = functionWords.get(language);
  const found = words.filter((word) => small?.has(word)).length;
  return words.length >= SHORTEST_PROSE && found < words.length * LEAST_SHARE;
}
