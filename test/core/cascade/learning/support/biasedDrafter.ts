import type { Observation } from '../../../../../core/cascade/learning/learning';

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Drafting = Observation & { readonly right: boolean };

/** A model whose drafts are held to be better than they are: by `bias` log-odds. */
export class BiasedDrafter {
  readonly #random: () => number;
  readonly #bias: number;

  constructor(seed: number, bias: number) {
    this.#random = randomFrom(seed);
    this.#bias = bias;
  }

  draft(domain: string): Drafting {
    const likely = 0.1 + 0.8 * this.#random();
    const right = this.#random() < likely;
    return {
      model: 'mini',
      domain,
      confidence: 1 / (1 + ((1 - likely) / likely) * Math.exp(-this.#bias)),
      query: 'What is the capital of Australia?',
      draft: right ? 'Canberra.' : 'Sydney.',
      answer: 'The capital of Australia is Canberra.',
      right,
    };
  }
}

/** Expected calibration error: how far confidences are from the share that was right, over ten bins. */
export function calibrationError(
  judged: readonly { readonly confidence: number; readonly right: boolean }[],
): number {
  const bins = Array.from({ length: 10 }, (_, bin) =>
    judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin),
  );
  return bins.reduce((sum, inBin) => {
    const expected = inBin.reduce((total, { confidence }) => total + confidence, 0);
    return sum + Math.abs(expected - inBin.filter(({ right }) => right).length) / judged.length;
  }, 0);
}
