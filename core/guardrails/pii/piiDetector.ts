import { maskValue } from '../redaction/maskValue';
import { redact, type RedactionOptions, type ReversibleOptions } from '../redaction/redact';
import type { RedactionMap } from '../redaction/redactionMap';
import type { Finder, OpenEnd } from '../spans/finder';
import type { Finding } from '../spans/finding';
import { readText } from '../text/readText';
import { coreDetectors } from './coreDetectors';
import { customEntityDetectors } from './custom/customEntityDetector';
import { documentDetectors } from './entities/documents';
import type { EntityDetector } from './entityDetector';
import { findEntities } from './findEntities';
import { openPersonalData } from './openEnd';
import type { PiiMatch } from './piiMatch';
import { readPiiOptions, type PiiDetectorOptions } from './piiOptions';

/**
 * Finds personal data in a text, in time linear in its length, and takes it out. What is found has the form and, where
 * there is one, the checksum of its type; words around it make it likelier or less likely. No two findings overlap.
 */
export class PiiDetector implements Finder {
  /** For streams. Nobody knows what a pattern of one's own may still match: with such an entity it is not there. */
  readonly openEnd?: (text: string) => OpenEnd;
  readonly #detectors: readonly EntityDetector[];
  readonly #threshold: number;
  readonly #customTypes: readonly string[];

  /**
   * @throws {InvalidParameterError}
   * @throws {PatternError} for a custom entity whose pattern is invalid, or when no runner was given for it
   */
  constructor(options: PiiDetectorOptions = {}) {
    const { types, threshold, ...core } = readPiiOptions(options);
    const builtIn = new Map<string, EntityDetector>([
      ...Object.entries(coreDetectors(core)),
      ...documentDetectors,
    ]);
    const custom = customEntityDetectors(options.customEntities ?? [], options.patterns);
    this.#detectors = [...types.flatMap((type) => builtIn.get(type) ?? []), ...custom];
    this.#threshold = threshold;
    this.#customTypes = custom.map(({ type }) => type);
    if (custom.length === 0) this.openEnd = openPersonalData;
  }

  /**
   * What was found, in the order of the text, with masked values.
   *
   * @throws {InvalidParameterError} when it is not a text
   * @throws {PatternError} when a custom entity's pattern takes too long
   */
  detect(text: string): PiiMatch[] {
    return this.find(text).map((finding) => matchOf(text, finding));
  }

  /**
   * The same places without values, for redaction.
   *
   * @throws {InvalidParameterError} when it is not a text
   * @throws {PatternError} when a custom entity's pattern takes too long
   */
  find(text: string): readonly Finding[] {
    return findEntities(readText(text), this.#detectors, this.#threshold);
  }

  /**
   * The text with something else in place of what was found, and what that was. The style `reversible` also gives the
   * map that `restore` takes; it holds the values in clear text.
   *
   * @throws {InvalidParameterError} when it is not a text, or for options that are not allowed
   * @throws {PatternError} when a custom entity's pattern takes too long
   */
  redact(
    text: string,
    options: ReversibleOptions,
  ): [redacted: string, matches: PiiMatch[], map: RedactionMap];
  redact(text: string, options?: RedactionOptions): [redacted: string, matches: PiiMatch[]];
  redact(
    text: string,
    options: RedactionOptions | ReversibleOptions = {},
  ): [redacted: string, matches: PiiMatch[], map?: RedactionMap] {
    const found = this.find(text);
    if (options.style !== 'reversible') {
      const redaction = redact(text, found, options);
      return [redaction.text, redaction.findings.map((finding) => matchOf(text, finding))];
    }
    const customTypes = [...this.#customTypes, ...(options.customTypes ?? [])];
    const redaction = redact(text, found, { ...options, customTypes });
    return [redaction.text, redaction.findings.map((finding) => matchOf(text, finding)), redaction.map];
  }
}

function matchOf(text: string, { type, start, end, confidence }: Finding): PiiMatch {
  return {
    piiType: type,
    value: maskValue(type, text.slice(start, end)),
    position: [start, end],
    confidence,
  };
}
