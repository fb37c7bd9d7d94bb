import type { Sentence, Token } from './sentence';

/** How many sentences after a group was named `them` still means it. */
const MEMORY = 2;
const PRONOUNS = new Set(['they', 'them', 'themselves', 'theirs']);
const NAMED = new Set(['#group', '#slur', '#kind']);

/** The sentences with `they` and `them` tagged `#ref` where a group was named shortly before. */
export function withReferences(sentences: readonly Sentence[]): Sentence[] {
  let named = -1;
  return sentences.map((sentence, at) => {
    let here = named >= 0 && at - named <= MEMORY;
    return sentence.map((token) => {
      if (token.names.some((name) => NAMED.has(name))) {
        named = at;
        here = true;
      }
      return here && PRONOUNS.has(token.word) ? asReference(token) : token;
    });
  });
}

function asReference(token: Token): Token {
  return { ...token, names: [...token.names, '#ref'] };
}
