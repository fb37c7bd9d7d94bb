import type { OnEngineFailure } from '../external/onEngineFailure';
import type { CustomRule } from './checks/customCheck';
import type { InjectionRule } from './checks/injectionCheck';
import type { KeywordsRule } from './checks/keywordsCheck';
import type { ModerationRule } from './checks/moderationCheck';
import type { PiiRule } from './checks/piiCheck';
import type { SecretsRule } from './checks/secretsCheck';
import type { TopicRule } from './checks/topicCheck';
import type { UrlsRule } from './checks/urlsCheck';

/** One thing that a text is checked for, and how. */
export type GuardrailRule =
  ModerationRule | PiiRule | SecretsRule | InjectionRule | KeywordsRule | UrlsRule | TopicRule | CustomRule;

/** What a text is checked for. */
export interface GuardrailPolicy {
  /** At most 50. Without any, every text is safe. */
  readonly rules: readonly GuardrailRule[];
  /**
   * `first` ends at the first violation: engines outside are then asked one after the other. `all`, which is meant
   * when left out, finds everything.
   */
  readonly find?: 'first' | 'all' | undefined;
  /** `fail` when left out: what an engine could not judge is not called safe. */
  readonly onEngineFailure?: OnEngineFailure | undefined;
}
