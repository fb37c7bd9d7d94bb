import { readModel } from '../linear/modelFile';
import { collectEvidence, type Reading } from './collectEvidence';
import { readInjectionOptions, readText, type InjectionOptions } from './injectionOptions';
import weights from './model/injection.b64';
import { styleReader } from './model/jailbreakStyle';

/** What a text is found to be. */
export interface InjectionResult {
  readonly isSafe: boolean;
  /** 0 to 1: how sure it is that the text attacks a model. */
  readonly score: number;
  /** What speaks for an attack, the gravest first; empty when nothing does. */
  readonly reasons: readonly string[];
}

const style = styleReader(readModel(weights));

/**
 * Tells a prompt injection or jailbreak from an ordinary text, without asking a model. Takes time linear in the
 * length of the text.
 */
export class InjectionDetector {
  readonly #threshold: number;
  readonly #reading: Reading;

  /** @throws {InvalidParameterError} */
  constructor(options: InjectionOptions = {}) {
    const { threshold, strict } = readInjectionOptions(options);
    this.#threshold = threshold;
    this.#reading = { style, quotations: strict ? 'counted' : 'excused' };
  }

  /** @throws {InvalidParameterError} when it is not a text */
  check(text: string): InjectionResult {
    const evidence = collectEvidence(readText(text), this.#reading);
    const { score } = evidence;
    return { isSafe: score < this.#threshold, score, reasons: evidence.reasons() };
  }
}
