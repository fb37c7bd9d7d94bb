import { plainText } from '../../../core/guardrails/text/plainText.ts';

/** So many words in a row make two texts alike where they have them in common. */
const SHINGLE = 5;
/** Share of the shorter text that makes two texts copies. */
const COPIED = 0.2;

/** By text: the number of its group. Texts that share a good part of their wording are in one. */
export function groupsOf(texts: readonly string[]): number[] {
  const shingles = texts.map(shinglesOf);
  const groups = texts.map((_text, index) => index);
  shingles.forEach((own, index) => {
    for (let other = 0; other < index; other += 1) {
      const [from, to] = [groups[index], groups[other]];
      if (from === undefined || to === undefined || from === to) continue;
      if (!areCopies(own, shingles[other] ?? new Set())) continue;
      groups.forEach((group, at) => {
        if (group === from) groups[at] = to;
      });
    }
  });
  return groups;
}

function shinglesOf(text: string): ReadonlySet<string> {
  const words = plainText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const count = Math.max(1, words.length - SHINGLE + 1);
  return new Set(Array.from({ length: count }, (_, start) => words.slice(start, start + SHINGLE).join(' ')));
}

function areCopies(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [shorter, longer] = one.size < other.size ? [one, other] : [other, one];
  const shared = [...shorter].filter((shingle) => longer.has(shingle)).length;
  return shared > shorter.size * COPIED;
}
