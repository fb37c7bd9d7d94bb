import { valueOf, type Part } from './expression';
import { tokensOf, type Token } from './tokens';

/** One calculation as it stands in a text: `2 * 3 apples = 6 apples`, `9 + 6 = 15`, `(4 + 2) / 3 = 6 / 3 = 2`. */
export interface Step {
  /** The numbers that were calculated with. */
  readonly operands: readonly number[];
  /** What came out according to the text. */
  readonly result: number;
  /** Whether the sides are equal, give or take rounding and a change of unit. */
  readonly holds: boolean;
}

/** So many words after a number are its unit. */
const LONGEST_UNIT = 4;
/** More parts than this make no line of a calculation. */
const MOST_PARTS = 60;

/** Reads the calculations of a text, units and all. Linear in its length. */
export function stepsOf(text: string): readonly Step[] {
  const reader = new StepReader();
  for (const token of tokensOf(text)) reader.read(token);
  return reader.finish();
}

class StepReader {
  readonly #steps: Step[] = [];
  #sides: (readonly Part[])[] = [];
  #parts: Part[] = [];
  #depth = 0;
  #unit = 0;
  /** A power or a product without its sign is on this line, which is more than can be read here. */
  #isUnreadable = false;

  read(token: Token): void {
    switch (token.kind) {
      case 'number':
        if (this.#endsInValue()) this.#end();
        this.#push(token.value);
        return;
      case 'operator':
        if (this.#endsInValue()) this.#push(token.sign);
        else if (token.sign !== '-') this.#end();
        return;
      case 'open':
        if (this.#endsInValue()) this.#end();
        this.#depth += 1;
        this.#push('(');
        return;
      case 'close':
        if (this.#depth === 0 || !this.#endsInValue()) {
          this.#end();
          return;
        }
        this.#depth -= 1;
        this.#push(')');
        return;
      case 'percent':
        this.#readPercent();
        return;
      case 'equals':
        if (!this.#closeSide()) this.#end();
        return;
      case 'unreadable':
        this.#giveUpLine();
        return;
      case 'line':
        this.#end();
        this.#isUnreadable = false;
        return;
      case 'word':
        this.#readWord(token.text);
        return;
      default:
        this.#end();
    }
  }

  finish(): readonly Step[] {
    this.#end();
    return this.#steps;
  }

  #push(part: Part): void {
    this.#parts.push(part);
    this.#unit = 0;
    if (this.#parts.length > MOST_PARTS) this.#drop();
  }

  #endsInValue(): boolean {
    const last = this.#parts.at(-1);
    return typeof last === 'number' || last === ')';
  }

  #readPercent(): void {
    const last = this.#parts.pop();
    if (typeof last === 'number') this.#parts.push(last / 100);
    else this.#end();
  }

  /** A unit, `of` as in "20 % of 50", or the end of the calculation. */
  #readWord(text: string): void {
    const last = this.#parts.at(-1);
    if (last === '/' || last === '-') this.#parts.pop();
    if (!this.#endsInValue()) {
      this.#end();
      return;
    }
    if (text === 'of' && this.#unit === 0) {
      this.#push('*');
      return;
    }
    this.#unit += 1;
    if (this.#unit > LONGEST_UNIT) this.#end();
  }

  #closeSide(): boolean {
    if (this.#depth > 0 || !this.#endsInValue()) return false;
    this.#sides.push(this.#parts);
    this.#parts = [];
    this.#unit = 0;
    return true;
  }

  #giveUpLine(): void {
    this.#drop();
    this.#isUnreadable = true;
  }

  #end(): void {
    while (this.#parts.length > 0 && !this.#closeSide()) this.#parts.pop();
    const step = this.#isUnreadable ? undefined : stepOf(this.#sides);
    if (step) this.#steps.push(step);
    this.#drop();
  }

  #drop(): void {
    this.#sides = [];
    this.#parts = [];
    this.#depth = 0;
    this.#unit = 0;
  }
}

function stepOf(sides: readonly (readonly Part[])[]): Step | undefined {
  const operands = sides
    .filter(calculates)
    .flatMap((side) => side.filter((part) => typeof part === 'number'));
  if (sides.length < 2 || operands.length === 0) return undefined;
  const values = sides.map(valueOf);
  const result = values.at(-1);
  if (result === undefined) return undefined;
  return {
    operands,
    result,
    holds: values.every((value, index) => isSame(value, values[index + 1] ?? value)),
  };
}

function calculates(side: readonly Part[]): boolean {
  return side.length > 1;
}

/** How many of one unit make another: percent, days, months, hours, minutes, metres. */
const RATIOS = [1, 100, 7, 12, 24, 60, 1000, 3600];
/** Results are rounded to a few places, and calculated with again. */
const ROUNDED = 0.006;

function isSame(one: number | undefined, other: number | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  return RATIOS.some((ratio) => isNear(one, other * ratio) || isNear(one * ratio, other));
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(Math.abs(one), Math.abs(other)) * ROUNDED + 0.006;
}
