/** A text longer than this is judged by its beginning and its end: decisions stay fast whatever a model sends. */
const LONGEST_READ = 20_000;

/** Words that say nothing about the subject of a text (English; other languages simply keep theirs). */
const stopWords = new Set(
  (
    'a about all also am an and any are as at be because been but by can could did do does for from get give had has have how i if in into is it its ' +
    'just let like make me more most my no not of on one or our out please should so some than that the their them then there these they this to up ' +
    'us use using was we were what when where which who why will with would write you your explain tell answer question following'
  ).split(' '),
);

/** The words of a text in lower case, in order. A word is a run of letters and digits in any script. */
export function wordsOf(text: string): string[] {
  return (
    readable(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words that carry a text's subject: stop words left out, plural and verb endings cut. */
export function contentWords(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !stopWords.has(word))
    .map(stem);
}

/** Beginning and end of an overlong text, the text itself otherwise. */
export function readable(text: string, longest = LONGEST_READ): string {
  if (text.length <= longest) return text;
  const half = longest / 2;
  return `${text.slice(0, half)}…\n…${text.slice(-half)}`;
}

/** Cuts the commonest English endings, so that "charges" meets "charge". Short words stay whole. */
function stem(word: string): string {
  if (word.length <= 4) return word;
  if (word.endsWith('ing') && word.length > 6) return word.slice(0, -3);
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ed')) return word.slice(0, -2);
  if (word.endsWith('es')) return word.slice(0, -2);
  if (word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word.endsWith('e') ? word.slice(0, -1) : word;
}
