import type { Finder, OpenEnd } from '../spans/finder';
import { united } from '../spans/united';
import { readText } from '../text/readText';
import { viewOf, type TextView } from '../text/textView';
import { assignments } from './assignments/assignments';
import { authorizations } from './authorization';
import type { SecretCandidate, SecretRule } from './candidate';
import { findTokens } from './formats/findTokens';
import { jsonWebTokens } from './jsonWebToken';
import { keyBlocks } from './keyBlocks';
import { openEndOf } from './openEnd';
import { randomRuns } from './randomRuns';
import { leastConfidence, type SecretSensitivity } from './sensitivity';
import { shapes } from './shapes';
import { userPasswords } from './userPasswords';

/** A key, a password or another secret in a text. */
export interface SecretMatch {
  /** What it is: `openai_api_key`, `private_key`, `password`, `high_entropy_string`... */
  readonly secretType: string;
  /** Masked: the public beginning of its format, if it has one, and `***`. */
  readonly value: string;
  /** UTF-16 units of the text, the end exclusive. */
  readonly position: readonly [start: number, end: number];
  /** 0 to 1. */
  readonly confidence: number;
}

export interface SecretDetectorOptions {
  /** `balanced` when left out. `strict` finds more and is wrong more often, `permissive` the other way round. */
  readonly sensitivity?: SecretSensitivity;
}

const RULES: readonly SecretRule[] = [
  findTokens,
  shapes,
  jsonWebTokens,
  keyBlocks,
  userPasswords,
  authorizations,
  assignments,
  randomRuns,
];

/**
 * Finds secrets in a text, in time linear in its length: keys of known issuers, private keys, JSON Web Tokens, passwords
 * in addresses, values that a name or a header calls a secret, and runs that only look random. What stands in the place
 * of a secret (`your-api-key`, `${TOKEN}`) is none.
 */
export class SecretDetector implements Finder {
  readonly #leastConfidence: number;

  /** @throws {InvalidParameterError} when the sensitivity is none of the three */
  constructor({ sensitivity }: SecretDetectorOptions = {}) {
    this.#leastConfidence = leastConfidence(sensitivity);
  }

  /** @throws {InvalidParameterError} when it is not a text */
  detect(text: string): SecretMatch[] {
    return this.#candidates(text).map(({ type, start, end, confidence, shown }) => ({
      secretType: type,
      value: `${shown}***`,
      position: [start, end],
      confidence,
    }));
  }

  /**
   * The same places, for redaction.
   *
   * @throws {InvalidParameterError} when it is not a text
   */
  find(text: string): readonly SecretCandidate[] {
    return this.#candidates(text);
  }

  /** For streams: secrets but key blocks hold no blank, so that a text is decided up to the word under way. */
  openEnd(text: string): OpenEnd {
    return openEndOf(text);
  }

  #candidates(given: string): SecretCandidate[] {
    const view = viewOf(readText(given));
    const found = RULES.flatMap((rule) => [...rule(view.text)]);
    const sure = found.filter(({ confidence }) => confidence >= this.#leastConfidence);
    return united(sure).map((candidate) => inOriginal(candidate, view));
  }
}

function inOriginal(candidate: SecretCandidate, view: TextView): SecretCandidate {
  const [start, end] = view.originalSpan(candidate.start, candidate.end);
  return { ...candidate, start, end };
}
