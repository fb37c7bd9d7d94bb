import type { DigitGroups } from './digitGroups';

/** Blanks and line breaks have codes up to this. */
const SPACE = 0x20;

/** Groups as long as this or longer have one sign: no number that is looked for has so many digits. */
const LONGEST_TOLD = 35;
const SIGNS = Array.from({ length: LONGEST_TOLD + 1 }, (_, length) => length.toString(36));

/** Groups of digits with nothing between them but what is used inside numbers: `415-555-2671`, `4 1 5`. */
export class DigitRun {
  readonly groups: DigitGroups;
  /** Its first group, and the one behind its last. */
  readonly first: number;
  readonly end: number;
  #digits = '';
  #shape = '';
  #hasBrackets: boolean | undefined;

  constructor(groups: DigitGroups, first: number, end: number) {
    this.groups = groups;
    this.first = first;
    this.end = end;
  }

  get digitCount(): number {
    return this.groups.digitsIn(this.first, this.end - 1);
  }

  /** Whether there is a bracket in any gap. */
  get hasBrackets(): boolean {
    this.#hasBrackets ??= /[()]/.test(this.#written);
    return this.#hasBrackets;
  }

  /** Whether one number can end before a group and another begin with it: at a blank, but not within `4 1 5 5`. */
  isBorder(group: number): boolean {
    if (group === this.first || group === this.end) return true;
    return this.#hasBlankBefore(group) && !(this.#isSingle(group - 1) && this.#isSingle(group));
  }

  digitsOf(first: number, last: number): string {
    if (first === last) return this.groups.text.slice(this.groups.startOf(first), this.groups.endOf(first));
    if (this.#digits === '') this.#digits = this.#written.replace(/[^0-9]+/g, '');
    const from = first === this.first ? 0 : this.groups.digitsIn(this.first, first - 1);
    return this.#digits.slice(from, from + this.groups.digitsIn(first, last));
  }

  /** How many digits each group has, one sign a group: `334` of `415-555-2671`, a letter for ten and more. */
  shapeOf(first: number, last: number): string {
    if (first === last) return this.#signOf(first);
    if (this.#shape === '') {
      for (let group = this.first; group < this.end; group += 1) this.#shape += this.#signOf(group);
    }
    return this.#shape.slice(first - this.first, last - this.first + 1);
  }

  get #written(): string {
    return this.groups.text.slice(this.groups.startOf(this.first), this.groups.endOf(this.end - 1));
  }

  #signOf(group: number): string {
    return SIGNS[Math.min(this.groups.lengthOf(group), LONGEST_TOLD)] ?? '';
  }

  #isSingle(group: number): boolean {
    return this.groups.lengthOf(group) === 1;
  }

  #hasBlankBefore(group: number): boolean {
    const { text } = this.groups;
    const start = this.groups.startOf(group);
    for (let position = this.groups.endOf(group - 1); position < start; position += 1) {
      if (text.charCodeAt(position) <= SPACE) return true;
    }
    return false;
  }
}
