import type { GuardrailSettings, UserProfile } from '../../profiles/userProfile';
import { PiiDetector } from '../pii/piiDetector';
import type { PiiMatch } from '../pii/piiMatch';
import type { RedactionOptions, ReversibleOptions } from '../redaction/redact';
import type { RedactionMap } from '../redaction/redactionMap';
import { Guardrails, type CheckOptions } from './guardrails';
import type { GuardrailsCheck } from './guardrailsCheck';
import { piiOptions, policyOf, type ProfileChecks } from './policyOf';
import { readTextToCheck } from './readTextToCheck';

type Guarded = Pick<UserProfile, 'guardrails'>;

/** Checks and redacts the texts of users as their profiles say. */
export class GuardrailsManager {
  readonly #choices: ProfileChecks;
  /** What profiles switch on has few combinations. Each is prepared when the first user with it comes. */
  readonly #prepared = new Map<string, Guardrails>();
  readonly #detectors: Readonly<Record<'none' | 'lenient' | 'strict', PiiDetector>>;

  /**
   * @param choices how texts are checked for what a profile has switched on
   * @throws {InvalidParameterError}
   */
  constructor(choices: ProfileChecks = {}) {
    this.#choices = choices;
    this.#detectors = {
      none: new PiiDetector({ types: [] }),
      lenient: new PiiDetector(piiOptions(false, choices.pii)),
      strict: new PiiDetector(piiOptions(true, choices.pii)),
    };
    this.#guardrailsFor({
      guardrails: { enableContentModeration: true, enablePiiDetection: true, strict: false },
    });
  }

  /**
   * Moderates a text and looks for personal data, as far as the profile has that switched on. Both make a text unsafe;
   * a strict profile also counts what is only doubtful. With both off nothing is looked for, and the text is safe.
   *
   * @throws as {@link Guardrails} does
   */
  async checkContent(text: string, profile: Guarded, options: CheckOptions = {}): Promise<GuardrailsCheck> {
    return await this.#guardrailsFor(profile).check(text, options);
  }

  /**
   * The text with something else in place of personal data, and what that was; the text itself, when the profile has
   * the detection switched off. The style `reversible` also gives the map that `restore` takes.
   *
   * @throws {InvalidParameterError} when it is not a text, or for options that are not allowed
   * @throws {PatternError} when a pattern of one's own fails
   */
  redactPii(
    text: string,
    profile: Guarded,
    options: ReversibleOptions,
  ): Promise<[redacted: string, matches: PiiMatch[], map: RedactionMap]>;
  redactPii(
    text: string,
    profile: Guarded,
    options?: RedactionOptions,
  ): Promise<[redacted: string, matches: PiiMatch[]]>;
  async redactPii(
    given: string,
    { guardrails }: Guarded,
    options: RedactionOptions | ReversibleOptions = {},
  ): Promise<[redacted: string, matches: PiiMatch[], map?: RedactionMap]> {
    const text = readTextToCheck(given);
    const detector = this.#detectorFor(guardrails);
    const redacted =
      options.style === 'reversible' ? detector.redact(text, options) : detector.redact(text, options);
    return await Promise.resolve(redacted);
  }

  #detectorFor({ enablePiiDetection, strict }: GuardrailSettings): PiiDetector {
    if (!enablePiiDetection) return this.#detectors.none;
    return strict ? this.#detectors.strict : this.#detectors.lenient;
  }

  #guardrailsFor(profile: Guarded): Guardrails {
    const { enableContentModeration, enablePiiDetection, strict } = profile.guardrails;
    const key = [enableContentModeration, enablePiiDetection, strict].join();
    const known = this.#prepared.get(key);
    if (known) return known;
    const guardrails = new Guardrails(policyOf(profile, this.#choices));
    this.#prepared.set(key, guardrails);
    return guardrails;
  }
}
