import type { Sentence, Token } from './sentence';

/** How many sentences after a group was named `them` still means it. */
const MEMORY = 2;
const PRONOUNS = new Set(['they', 'them', 'themselves', 'theirs']);
const NAMED = new Set(['#group', '#member', '#slur', '#kind']);
/** `Such animals.` says of those named before what `they are animals` says. */
const EXCLAIMING = new Set(['such', 'what']);

/** The sentences with `they` and `them` tagged `#ref`, and exclamations, where a group was named shortly before. */
export function withReferences(sentences: readonly Sentence[]): Sentence[] {
  let named = -1;
  return sentences.map((sentence, at) => {
    let here = named >= 0 && at - named <= MEMORY;
    return sentence.map((token, place) => {
      if (token.names.some((name) => NAMED.has(name))) {
        named = at;
        here = true;
      }
      if (!here) return token;
      if (PRONOUNS.has(token.word)) return tagged(token, '#ref');
      return place === 0 && EXCLAIMING.has(token.word) ? tagged(token, '#exclamation') : token;
    });
  });
}

function tagged(token: Token, tag: string): Token {
  return { ...token, names: [...token.names, tag] };
}
