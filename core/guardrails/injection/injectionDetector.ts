import { readModel } from '../linear/modelFile';
import { once } from '../once';
import { collectEvidence } from './collectEvidence';
import { readInjectionOptions, readText, type InjectionOptions } from './injectionOptions';
import jailbreakWeights from './model/injection.b64';
import { JAILBREAK, likenessReader, WORDING } from './model/likeness';
import wordingWeights from './model/wording.b64';
import type { Quotations } from './phrases/addPhrases';

/** What a text is found to be. */
export interface InjectionResult {
  readonly isSafe: boolean;
  /** 0 to 1: how sure it is that the text attacks a model. */
  readonly score: number;
  /** What speaks for an attack, the gravest first; empty when nothing does. */
  readonly reasons: readonly string[];
}

const likenesses = once(
  () =>
    new Map([
      [
        'reads like the jailbreaks that people pass on',
        likenessReader(readModel(jailbreakWeights), JAILBREAK),
      ],
      ['is worded like an attack on a model', likenessReader(readModel(wordingWeights), WORDING)],
    ]),
);

/**
 * Tells a prompt injection or jailbreak from an ordinary text, without asking a model. Takes time linear in the
 * length of the text. It knows what attacks are made of, not what they mean: an attack in words of its own, one that is
 * put together from harmless pieces, or a code word that is agreed on first gets past it, in languages other than
 * English more often.
 */
export class InjectionDetector {
  readonly #threshold: number;
  readonly #quotations: Quotations;

  /** @throws {InvalidParameterError} */
  constructor(options: InjectionOptions = {}) {
    const { threshold, strict } = readInjectionOptions(options);
    this.#threshold = threshold;
    this.#quotations = strict ? 'counted' : 'excused';
  }

  /** @throws {InvalidParameterError} when it is not a text */
  check(text: string): InjectionResult {
    const evidence = collectEvidence(readText(text), {
      likeness: likenesses(),
      quotations: this.#quotations,
    });
    const { score } = evidence;
    return { isSafe: score < this.#threshold, score, reasons: evidence.reasons() };
  }
}
