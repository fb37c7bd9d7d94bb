import type { Saying } from './rule';
import type { Setting } from './setting';
import type { Sentence, Token } from './sentence';

/** Where something is said: tokens `start` to `end` (exclusive) of sentence `at`. */
interface Match {
  readonly saying: Saying;
  readonly sentences: readonly Sentence[];
  readonly at: number;
  readonly start: number;
  readonly end: number;
  /** Of that sentence. */
  readonly setting: Setting;
}

/** So many words before a match can deny it. */
const DENIAL_REACH = 5;
/** Behind `not` in a question. */
const ASKED = new Set(['it', 'they', 'you', 'we', 'i', 'he', 'she', 'everyone', 'anyone']);
const NOTHING: Token = { word: '', names: [], quoted: false, afterBreak: false };
/** `I was told`. */
const PASSIVE = new Set(['was', 'were', 'been', 'being']);
/** `Am I the only one who thinks`: before `who`, these ask for consent. */
const SEEKS_COMPANY = new Set(['only one', 'only person', 'anyone else', 'who else']);
/** So many words before a feeling say whose it is. */
const OWNER_REACH = 4;

/**
 * What the words around leave of a match, 0 to 1: whether it is denied, quoted, told of others, condemned, said of
 * machines and games, taught, or told in a story.
 */
export function leftOf(match: Match): number {
  const sentence = match.sentences[match.at] ?? [];
  return denial(match, sentence) * distance(match, sentence) * subject(match, sentence) * ofSetting(match);
}

function denial({ saying, start, end }: Match, sentence: Sentence): number {
  if (saying.form === 'plain' || saying.form === 'name') return 1;
  const inside = !saying.isNegative && sentence.slice(start, end).some(is('#negation'));
  return inside || before(sentence, start, DENIAL_REACH).some(denies) ? 0.15 : 1;
}

/** Whoever asks `wouldn't it be great` says yes, and `it is not racist to say` denies something else. */
function denies(token: Token, at: number, words: readonly Token[]): boolean {
  if (!is('#negation')(token)) return false;
  const next = words[at + 1] ?? NOTHING;
  return token.word !== 'not' || !(ASKED.has(next.word) || is('#condemn')(next));
}

/** How far the speaker stands from what is said. */
function distance({ saying, sentences, at, start, end }: Match, sentence: Sentence): number {
  if (saying.form === 'plain') return 1;
  const isOutside = (_: Token, index: number): boolean => index < start || index >= end;
  if (sentence[start]?.quoted === true) {
    const beside = [...(sentences[at - 1] ?? []), ...(sentences[at + 1] ?? [])];
    return leftOfQuotation([...sentence.filter(isOutside), ...beside]);
  }
  const isOwnDeed = saying.form === 'deed' && sentence.slice(0, end).some(is('#me'));
  const isCondemned = sentence.some(
    (token, index) => isOutside(token, index) && is('#condemn')(token) && !isDisclaimed(sentence, index),
  );
  const condemned = isCondemned && !isOwnDeed ? 0.3 : 1;
  return condemned * (isReported(sentence, start) || isSaidOfOthers(sentence, start) ? 0.25 : 1);
}

/** `I am not prejudiced, but`: whoever says so says what comes next himself. `Not to be tolerated` condemns. */
function isDisclaimed(sentence: Sentence, at: number): boolean {
  const isNever = sentence[at]?.word.startsWith('tolerate') === true;
  return !isNever && before(sentence, at, 2).some(({ word }) => word === 'not' || word === 'hardly');
}

/** A quotation that something is said about; one that stands for itself is what its writer says. */
function leftOfQuotation(around: readonly Token[]): number {
  const own = around.filter((token) => !token.quoted);
  if (own.some(is('#condemn')) || own.some(is('#report'))) return 0.12;
  return own.length > 2 ? 0.4 : 0.85;
}

/** `he said`, `people who call`, `I was told`; what I or we say is ours. */
function isReported(sentence: Sentence, start: number): boolean {
  const report = sentence.findIndex(
    (token, index) =>
      index < start &&
      is('#report')(token) &&
      !isTakenBack(sentence, index, start) &&
      !isOrder(sentence, index) &&
      !isOwnAfter(sentence.slice(index, start + 1)),
  );
  if (report < 0) return isSaidAbout(sentence);
  const speakers = before(sentence, report, 3);
  const isOwn = speakers.some(
    (token) => token.word === 'i' || token.word === 'we' || is('#everybody')(token),
  );
  const isOthers = speakers.some(({ word, names }) => names.includes('#negation') || PASSIVE.has(word));
  return !isOwn || isOthers;
}

/** `I know I should not say it, but`, `it is not racist to say`: what comes next is the speaker's own. */
function isTakenBack(sentence: Sentence, at: number, start: number): boolean {
  if (sentence.slice(at, start).some(({ word }) => word === 'but')) return true;
  const condemned = at - 2;
  return (
    sentence[at - 1]?.word === 'to' &&
    is('#condemn')(sentence[condemned] ?? NOTHING) &&
    isDisclaimed(sentence, condemned)
  );
}

/** `Say that again and I will`: the threat is not what was said. */
function isOwnAfter(words: readonly Token[]): boolean {
  return words.some(
    ({ word }, at) => (word === 'and' || word === 'or') && is('#me')(words[at + 1] ?? NOTHING),
  );
}

/** `were accused of`, `was called`. */
function isSaidAbout(sentence: Sentence): boolean {
  return sentence.some((token, at) => is('#report')(token) && PASSIVE.has(sentence[at - 1]?.word ?? ''));
}

/** `Tell her that I will`, `tell me how`: a message, and a question. */
function isOrder(sentence: Sentence, at: number): boolean {
  return sentence[at]?.word === 'tell' && before(sentence, at, 1).every(({ word }) => word === 'please');
}

/** `people who attack women are cowards`: the cowards are not the women. */
function isSaidOfOthers(sentence: Sentence, start: number): boolean {
  const words = before(sentence, start, DENIAL_REACH).map(({ word }) => word);
  return words.some(
    (word, at) => word === 'whoever' || (word === 'who' && !SEEKS_COMPANY.has(words[at - 1] ?? '')),
  );
}

/** Whose feeling or deed it is. */
function subject({ saying, start, end }: Match, sentence: Sentence): number {
  if (saying.form === 'feeling') return ownershipOfFeeling(sentence, start);
  if (saying.form !== 'deed') return 1;
  const owners = before(sentence, start, OWNER_REACH + 2);
  const mine = sentence.slice(start, end).some(is('#me')) || owners.some(is('#me'));
  const isWished = owners.some(({ word }) => word === 'should' || word === 'must');
  return !mine && !isWished && owners.some(is('#third')) ? 0.4 : 1;
}

function ownershipOfFeeling(sentence: Sentence, start: number): number {
  const owners = before(sentence, start, OWNER_REACH);
  for (const owner of owners.reverse()) {
    if (is('#me')(owner) || owner.word === 'everyone' || owner.word === 'everybody' || owner.word === 'let')
      return 1;
    if (is('#third')(owner) || owner.word === 'you') return 0.3;
    if (owner.word === 'people' || owner.word === 'men') return 0.4;
  }
  return 1;
}

function ofSetting({ saying, setting }: Match): number {
  const { categories, form } = saying;
  const isSexual = categories.includes('sexual');
  const isDoing = form === 'deed' || form === 'plain';
  const factors = [
    isDoing && !isSexual && setting.technical > 0 ? (setting.technical > 1 ? 0.15 : 0.3) : 1,
    isDoing && setting.isPlayful ? 0.4 : 1,
    setting.factual > 0 ? (setting.factual > 1 ? 0.4 : 0.65) : 1,
    form !== 'plain' && setting.isFictional ? 0.8 : 1,
    categories.includes('self-harm') && setting.caresForLife ? 0.3 : 1,
    isSexual && setting.caresForBodies ? 0.5 : 1,
  ];
  return factors.reduce((left, factor) => left * factor, 1);
}

/** The words before, within the same clause, in their order. */
function before(sentence: Sentence, start: number, reach: number): Token[] {
  const found: Token[] = [];
  for (let at = start - 1; at >= 0 && found.length < reach; at -= 1) {
    const token = sentence[at];
    if (token === undefined || sentence[at + 1]?.afterBreak === true) break;
    found.unshift(token);
  }
  return found;
}

function is(tag: string): (token: Token) => boolean {
  return ({ names }) => names.length > 1 && names.includes(tag);
}
