/** A number of the question, with the values by which an answer may count with it. */
export interface Quantity {
  readonly value: number;
  /** `half` is 0.5, 2 or 50; `20 %` is 20, 0.2, 80, 0.8, 120 or 1.2. */
  readonly forms: readonly number[];
}

const named: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries({
    two: [2],
    three: [3],
    four: [4],
    five: [5],
    six: [6],
    seven: [7],
    eight: [8],
    nine: [9],
    ten: [10],
    eleven: [11],
    twelve: [12],
    fifteen: [15],
    twenty: [20],
    thirty: [30],
    forty: [40],
    fifty: [50],
    hundred: [100],
    thousand: [1000],
    dozen: [12],
    dozens: [12],
    half: [0.5, 2, 50, 1.5],
    twice: [2],
    double: [2],
    doubled: [2],
    thrice: [3],
    triple: [3],
    tripled: [3],
    third: [3, 0.33, 0.333, 33, 0.67],
    thirds: [3, 0.67, 0.667],
    quarter: [4, 0.25, 25, 0.75],
    quarters: [4, 0.75, 75],
    fifth: [5, 0.2],
    fifths: [5, 0.2],
  }),
);

const written =
  /(?<number>\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,10})?|\d{1,15}(?:\.\d{1,10})?)(?<percent>[ ]?(?:%|percent))?|(?<word>\p{L}{2,20})/gu;

/** The numbers that a question gives, in digits or words, in their order. */
export function quantitiesOf(text: string): readonly Quantity[] {
  return [...text.matchAll(written)].flatMap(({ groups = {} }) => {
    const { number, percent, word } = groups;
    if (word !== undefined) {
      const forms = named.get(word.toLowerCase());
      const [value] = forms ?? [];
      return forms && value !== undefined ? [{ value, forms }] : [];
    }
    const value = Number(number?.replaceAll(',', ''));
    return [{ value, forms: percent === undefined ? [value] : shareForms(value) }];
  });
}

function shareForms(percent: number): readonly number[] {
  const share = percent / 100;
  return [percent, share, 100 - percent, 1 - share, 100 + percent, 1 + share];
}

/** Numbers that differ by the dust of binary fractions only are the same. */
export function keyOf(value: number): number {
  return Math.round(Math.abs(value) * 1000) / 1000;
}
