/** How an at sign is written; each way allows other dots and other neighbours. */
export type SeparatorKind = 'sign' | 'spaced' | 'marked' | 'word';

/** An at sign, or what stands for one, in positions of the text. */
export interface Separator {
  readonly kind: SeparatorKind;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

const CONFIDENCE: Readonly<Record<SeparatorKind, number>> = {
  sign: 0.98,
  marked: 0.9,
  spaced: 0.7,
  word: 0.6,
};

const SEPARATOR = /@|%40|&#64;|&commat;|[[({<] {0,2}at {0,2}[\])}>]|(?<= )at(?= )/gi;

/** All places of a text that can part a local part from a domain. */
export function* separatorsIn(text: string): Generator<Separator> {
  for (const match of text.matchAll(SEPARATOR)) {
    const start = match.index;
    const end = start + match[0].length;
    const written = kindOf(match[0]);
    if (written === 'sign' && isBracketed(text, start, end)) {
      yield withBlanks(text, { kind: 'marked', start: start - 1, end: end + 1 });
    } else {
      yield withBlanks(text, { kind: written, start, end });
    }
  }
}

function kindOf(written: string): SeparatorKind {
  if (written === '@') return 'sign';
  if (/^at$/i.test(written)) return 'word';
  return /at/i.test(written) && written !== '&commat;' ? 'marked' : 'sign';
}

/** `[@]`, `(@)`. */
function isBracketed(text: string, start: number, end: number): boolean {
  return start > 0 && '[({<'.includes(text.charAt(start - 1)) && /[\])}>]/.test(text.charAt(end));
}

/** Takes in the blanks around; a sign that has them on both sides is a spaced one. */
function withBlanks(text: string, { kind, start, end }: Omit<Separator, 'confidence'>): Separator {
  const from = isBlank(text, start - 1) ? start - 1 : start;
  const to = isBlank(text, end) ? end + 1 : end;
  if (kind !== 'sign') return { kind, start: from, end: to, confidence: CONFIDENCE[kind] };
  if (from < start && to > end)
    return { kind: 'spaced', start: from, end: to, confidence: CONFIDENCE.spaced };
  return { kind, start, end, confidence: CONFIDENCE.sign };
}

function isBlank(text: string, position: number): boolean {
  const character = text.charAt(position);
  return character !== '' && character.trim() === '';
}
