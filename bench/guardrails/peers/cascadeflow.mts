import type * as Core from '../../../core/index.ts';
import type { Moderator, PersonalDataFinder, SecretFinder } from './contestant.mts';

export const NAME = 'cascadeflow';

export function ownModerator(core: typeof Core): Moderator {
  const moderator = new core.ContentModerator();
  return { name: NAME, isHarmful: (text) => !moderator.check(text).isSafe };
}

export function ownPersonalData(core: typeof Core): PersonalDataFinder {
  const detector = new core.PiiDetector();
  return {
    name: NAME,
    find: (text) => detector.find(text),
    redact: (text) => {
      const [redacted] = detector.redact(text);
      return redacted;
    },
  };
}

export function ownSecrets(core: typeof Core): SecretFinder {
  const detector = new core.SecretDetector();
  return { name: NAME, find: (text) => detector.find(text) };
}
