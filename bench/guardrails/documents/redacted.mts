import type { LabelledDocument } from './document.mts';

const WORD = /[\p{L}\p{N}]+/gu;

/** Words that are no part of any labelled value, and how many of them are gone. */
export interface Words {
  readonly all: number;
  readonly lost: number;
}

export function lostWords({ text, labelled, others }: LabelledDocument, redacted: string): Words {
  const left = new Map<string, number>();
  for (const word of wordsOf(redacted)) left.set(word, (left.get(word) ?? 0) + 1);
  const expected = wordsOf(withoutPlaces(text, [...labelled, ...others]));
  let lost = 0;
  for (const word of expected) {
    const count = left.get(word) ?? 0;
    if (count === 0) lost += 1;
    else left.set(word, count - 1);
  }
  return { all: expected.length, lost };
}

function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

function withoutPlaces(text: string, places: LabelledDocument['labelled']): string {
  const inOrder = places.toSorted((one, other) => one.start - other.start);
  let position = 0;
  let rest = '';
  for (const { start, end } of inOrder) {
    rest += `${text.slice(position, Math.max(position, start))} `;
    position = Math.max(position, end);
  }
  return rest + text.slice(position);
}
