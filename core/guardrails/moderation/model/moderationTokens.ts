import { tokensOf } from '../../linear/tokens';
import { GROUPS, IDENTITIES, MEMBERS } from '../../vocabulary/groups';

/**
 * Stands for every name of a group of people. It has no letters and is in no list of words, so that it weighs nothing
 * by itself: only what stands beside it does.
 */
export const GROUP_TOKEN = '';

/** Names that say more of sex, age or kinship than of a group, and ordinary words. */
const TOO_COMMON = [
  'girl',
  'girls',
  'lady',
  'ladies',
  'female',
  'females',
  'males',
  'men',
  'wives',
  'mothers',
  'old',
];

const groupNames: ReadonlySet<string> = namesOfOneWord();

/**
 * The words of a text in which all groups of people have one and the same name, so that a model cannot hold a name
 * against those who bear it, and what it learns about one group holds for all.
 */
export function moderationTokens(plain: string): readonly string[] {
  return tokensOf(plain).map((token) => (groupNames.has(token) ? GROUP_TOKEN : token));
}

function namesOfOneWord(): ReadonlySet<string> {
  const names = new Set([...GROUPS, ...MEMBERS, ...IDENTITIES].filter((name) => /^\p{L}+$/u.test(name)));
  for (const name of TOO_COMMON) names.delete(name);
  return names;
}
