/** The small words that no prose in a language can do without for long. */
const functionWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    English:
      'a about all an and any are as at be but by can could did do does for from has have he her his how i if in into is it its me my no not of on or our out she should so some than that the their them then there these they this to us was we were what when where which who why will with would you your',
    French:
      'à au aux avec ce ces cette comme comment dans de des du elle en entre est et eux il ils je la le les leur leurs lui ma mais mes moi mon ne nos notre nous on ou où par pas peut peux plus pour pourquoi qu que quel quelle quelles quels qui sa sans se ses son sont sur ta te toi ton tu un une votre vos vous',
    Dutch:
      'aan als bij dat de deze die dit door een en er geen heb heeft het hier hij hoe ik is je kan kunnen met mijn naar niet nog of om onze ook op over te tot uit uw van voor waar wanneer wat we wel welke wij worden wordt zijn zo',
    German:
      'aber als am an auch auf aus bei das dem den der des die du ein eine einem einen einer es für hat ich ihr im in ist kann man mit nach nicht oder sich sie sind so und von war warum was welche wenn wer wie wir wird wo zu zum zur',
    Italian:
      'a al anche che chi come con cosa da dei del della delle di dove e è gli i il in io la le lo ma mi nel nella non o per perché più quale quando se si sono su un una',
    Polish:
      'a ale bez być co czy dla do gdy gdzie i ich im jak jaka jaki jakie jako jest jeśli już kiedy które która który lub ma mam mi można mogę na nad nie o od oraz po pod przed przez przy są się tak także tego tej ten to tym w we z za ze że',
    Portuguese:
      'a ao as como com da das de do dos e é ela ele em eu mais mas na não nas no nos o onde os ou para pela pelo por porque qual quando que quem se ser seu são sua também um uma',
    Russian:
      'а без бы был была были быть в вам вас вы где для до его ее если есть же за и из или их к как какая какие какой когда кто ли мне можно мой моя мы на не него нет но о об он она они от по при с свой со так также то только у чем что чтобы это я',
    Spanish:
      'a al como con cual cuál cuando de del dónde e el ella en es esta este la las lo los más me mi no nos o para pero por porque que qué quién se ser si sin son su sus también un una y yo',
    Turkish:
      'ama bana ben bir bu çok da daha de değil diye en gibi hangi her için ile ise kadar ki mi mı mu mü nasıl ne neden nedir o olan olarak sonra şu var ve veya ya yok',
    Ukrainian:
      'а або без бути був в ви вам вас вже де для до з за і із й його її їх як яка яке які який якщо є за коли ми мені можна мій моя на над не немає ні о об он от по при про та так також те ти то тому у хто це чи що щоб я',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** By so many small words a language has to lead: single ones belong to several ("a", "me", "die"). */
const LEAD = 2;
/** Shorter prose may do without any: "Paris, Lyon, Marseille." */
const SHORTEST_PROSE = 15;

const languagesOf = new Map<string, string[]>();
for (const [language, small] of functionWords) {
  for (const word of small) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}

/** The language whose small words stand out in `words`; `undefined` when none does. */
export function languageOf(words: readonly string[]): string | undefined {
  const [best, second] = [...countsOf(words)].sort(([, one], [, other]) => other - one);
  return best && best[1] >= (second?.[1] ?? 0) + LEAD ? best[0] : undefined;
}

/** Whether by its small words a text is rather in another language than in `language`. */
export function isRatherThan(language: string, words: readonly string[]): boolean {
  const counts = countsOf(words);
  return Math.max(0, ...counts.values()) >= (counts.get(language) ?? 0) + LEAD;
}

/** By language: how many of its small words a text has, each once. */
function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of new Set(words)) {
    for (const language of languagesOf.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return counts;
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
