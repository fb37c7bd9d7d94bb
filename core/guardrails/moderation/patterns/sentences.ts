import { inFull } from './contractions';
import { longestPhraseFrom, namesOf } from './lexicon';
import { repaired } from './misspelled';
import type { Sentence, Token } from './sentence';

const WORD_OR_SIGN = /[\p{L}\p{N}*]+(?:['-][\p{L}\p{N}*]+)*|[.!?;…,:()"'\u2026]/gu;
const SENTENCE_END = /^[.!?;…]$/;
const BREAK = /^[,:()]$/;
const LETTER = /[\p{L}\p{N}]/u;

/** Text without sentence ends is read in pieces of so many words. */
const LONGEST_SENTENCE = 60;

interface Word {
  readonly word: string;
  quoted: boolean;
  readonly afterBreak: boolean;
}

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
  for (const { 0: found, index } of plain.matchAll(WORD_OR_SIGN)) {
    if (SENTENCE_END.test(found)) finish();
    else if (BREAK.test(found)) afterBreak = true;
    else if (found === '"' || found === "'") {
      const opens = LETTER.test(plain[index + 1] ?? '') && !LETTER.test(plain[index - 1] ?? '');
      if (quoteStart?.sign === found && !(opens && found === "'")) {
        for (const word of quoteStart.words) word.quoted = true;
        quoteStart = undefined;
      } else if (opens) quoteStart = { sign: found, words: [] };
      afterBreak = true;
    } else {
      for (const part of partsOf(found)) {
        const word = { word: part, quoted: false, afterBreak };
        words.push(word);
        if (quoteStart !== undefined) quoteStart.words.push(word);
        afterBreak = false;
      }
      if (words.length >= LONGEST_SENTENCE) finish();
    }
  }
  finish();
  return sentences;
}

function partsOf(written: string): readonly string[] {
  if (!written.includes('-')) return inFull(written);
  return namesOf(written) === undefined ? written.split('-').flatMap(inFull) : [written];
}

/** Words as tokens: phrases in one, what is masked, glued or misspelt as what it stands for. */
function tokensOf(words: readonly Word[]): Sentence {
  const read = words.flatMap((word) => repaired(word.word).map((part) => ({ ...word, word: part })));
  const tokens: Token[] = [];
  for (let at = 0; at < read.length;) {
    const length = phraseLengthAt(read, at);
    const phrase = phraseAt(read, at, length);
    const { quoted, afterBreak } = read[at] ?? { quoted: false, afterBreak: false };
    tokens.push({ word: phrase, names: namesOf(phrase) ?? [phrase], quoted, afterBreak });
    at += length;
  }
  return withGroups(tokens);
}
function phraseLengthAt(words: readonly Word[], at: number): number {
  const longest = Math.min(longestPhraseFrom(words[at]?.word ?? ''), words.length - at);
  for (let length = longest; length > 1; length -= 1) {
    if (namesOf(phraseAt(words, at, length)) !== undefined) return length;
  }
  return 1;
}

function phraseAt(words: readonly Word[], at: number, length: number): string {
  let phrase = words[at]?.word ?? '';
  for (let next = at + 1; next < at + length; next += 1) phrase += ` ${words[next]?.word ?? ''}`;
  return phrase;
}

/** `black` and `people`, side by side, are a group. */
function withGroups(tokens: readonly Token[]): Sentence {
  const merged: Token[] = [];
  for (const token of tokens) {
    const before = merged.at(-1);
    const group = before?.names.includes('#identity') === true ? groupNameOf(token) : undefined;
    if (before === undefined || group === undefined || token.afterBreak) merged.push(token);
    else merged.splice(-1, 1, { ...before, word: `${before.word} ${token.word}`, names: [group] });
  }
  return merged;
}

function groupNameOf(token: Token): string | undefined {
  if (token.names.includes('#persons')) return '#group';
  return token.names.includes('#person') ? '#member' : undefined;
}
