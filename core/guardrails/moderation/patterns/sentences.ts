import { LetterPattern } from '../../text/letterPattern';
import { inFull } from './contractions';
import { namesOf } from './lexicon';
import { repaired } from './misspelled';
import { phraseAt } from './phrases';
import type { Sentence, Token } from './sentence';

const WORD_OR_SIGN = new LetterPattern(/([\p{L}\p{N}*]+(?:['-][\p{L}\p{N}*]+)*)|[.!?;…,:()"']/gu);
const QUOTES = `"'`;
const BREAKS = ',:()';
const LETTER = /[\p{L}\p{N}]/u;

/** Text without sentence ends is read in pieces of so many words. */
const LONGEST_SENTENCE = 60;

interface Word {
  readonly word: string;
  quoted: boolean;
  readonly afterBreak: boolean;
}

const NO_WORD: Word = { word: '', quoted: false, afterBreak: false };

/** The sentences of a plain text, as patterns read them. */
export function sentencesOf(plain: string): Sentence[] {
  const sentences: Sentence[] = [];
  let words: Word[] = [];
  const finish = (): void => {
    if (words.length > 0) sentences.push(tokensOf(words));
    words = [];
  };
  let quoteStart: { readonly sign: string; readonly words: Word[] } | undefined;
  let afterBreak = false;
  const pattern = WORD_OR_SIGN.for(plain);
  for (let match = pattern.exec(plain); match !== null; match = pattern.exec(plain)) {
    const { 0: found, 1: written, index } = match;
    if (written !== undefined) {
      for (const part of partsOf(written)) {
        const word = { word: part, quoted: false, afterBreak };
        words.push(word);
        quoteStart?.words.push(word);
        afterBreak = false;
      }
      if (words.length >= LONGEST_SENTENCE) finish();
    } else if (QUOTES.includes(found)) {
      const opens = LETTER.test(plain[index + 1] ?? '') && !LETTER.test(plain[index - 1] ?? '');
      if (quoteStart?.sign === found && !(opens && found === "'")) {
        for (const word of quoteStart.words) word.quoted = true;
        quoteStart = undefined;
      } else if (opens) quoteStart = { sign: found, words: [] };
      afterBreak = true;
    } else if (BREAKS.includes(found)) afterBreak = true;
    else finish();
  }
  finish();
  return sentences;
}

function partsOf(written: string): readonly string[] {
  if (!written.includes('-')) return inFull(written);
  return namesOf(written) === undefined ? written.split('-').flatMap(inFull) : [written];
}

/** Words as tokens: phrases in one, what is masked, glued or misspelt as what it stands for. */
function tokensOf(written: readonly Word[]): Sentence {
  const words: Word[] = [];
  for (const word of written) {
    for (const part of repaired(word.word)) words.push(part === word.word ? word : { ...word, word: part });
  }
  const tokens: Token[] = [];
  for (let at = 0; at < words.length;) {
    const { word, quoted, afterBreak } = words[at] ?? NO_WORD;
    const phrase = phraseAt(words, at);
    const text = phrase?.text ?? word;
    add(tokens, { word: text, names: namesOf(text) ?? [text], quoted, afterBreak });
    at += phrase?.words.length ?? 1;
  }
  return tokens;
}

/** `black` and `people`, side by side, are a group. */
function add(tokens: Token[], token: Token): void {
  const before = tokens.at(-1);
  const group = before?.names.includes('#identity') === true ? groupNameOf(token) : undefined;
  if (before === undefined || group === undefined || token.afterBreak) tokens.push(token);
  else tokens.splice(-1, 1, { ...before, word: `${before.word} ${token.word}`, names: [group] });
}

function groupNameOf(token: Token): string | undefined {
  if (token.names.includes('#persons')) return '#group';
  return token.names.includes('#person') ? '#member' : undefined;
}
