import type { SecretCandidate, SecretRule } from './candidate';
import { isFilling } from './likeness/placeholder';
import { RANDOM, randomnessOf } from './likeness/randomness';

/** A key format without a prefix of its own: its parts and lengths give it away, or the words before it. */
interface Shape {
  readonly type: string;
  /** Found anywhere in a text; repetitions are bounded. */
  readonly pattern: RegExp;
  /** What must stand in the {@link NEARBY} characters before it. */
  readonly after?: RegExp;
  readonly confidence: number;
}

const NEARBY = 128;

const SHAPES: readonly Shape[] = [
  {
    type: 'telegram_bot_token',
    pattern: /(?<![A-Za-z0-9_-])(?:bot)?\d{8,10}:AA[\w-]{32,33}(?![\w-])/g,
    confidence: 0.95,
  },
  {
    type: 'aws_secret_access_key',
    pattern: /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/g,
    after: /aws|amazon|secret.{0,3}access|AKIA|ASIA/i,
    confidence: 0.9,
  },
  { type: 'azure_account_key', pattern: /(?<![A-Za-z0-9+/=]|sha512-)[A-Za-z0-9+/]{86}==/g, confidence: 0.85 },
  {
    type: 'azure_shared_access_key',
    pattern: /(?<=Shared(?:Access|Secret)(?:Key|Value)=)[A-Za-z0-9+/]{40,90}={0,2}/gi,
    confidence: 0.95,
  },
  {
    type: 'azure_shared_access_signature',
    pattern: /(?<=[?&]sig=)[A-Za-z0-9%+/_-]{40,120}/g,
    confidence: 0.9,
  },
  {
    type: 'azure_client_secret',
    pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/g,
    confidence: 0.95,
  },
  {
    type: 'discord_bot_token',
    pattern: /(?<![\w-])[MNO][A-Za-z\d_-]{23,27}\.[\w-]{6,7}\.[\w-]{27,40}(?![\w-])/g,
    confidence: 0.9,
  },
  {
    type: 'mailchimp_api_key',
    pattern: /(?<![A-Za-z0-9])[a-f0-9]{32}-us\d{1,2}(?![A-Za-z0-9])/g,
    confidence: 0.95,
  },
  {
    type: 'terraform_token',
    pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,70}(?![\w=-])/g,
    confidence: 0.95,
  },
  {
    type: 'cloudflare_api_token',
    pattern: /(?<![\w-])[\w-]{40}(?![\w-])/g,
    after: /cloudflare|\bCF_/i,
    confidence: 0.8,
  },
  {
    type: 'twilio_auth_token',
    pattern: /(?<![A-Za-z0-9])[a-f0-9]{32}(?![A-Za-z0-9])/g,
    after: /twilio|(?<![A-Za-z0-9])AC[a-f0-9]{32}/i,
    confidence: 0.85,
  },
];

/** No such key is shorter, or has other characters in it or right before it. */
const LONG_WORD = /[\w.~+/=:%?&-]{32,}/g;

/** Keys that are known by their form rather than by a prefix. */
export const shapes: SecretRule = function* (text) {
  for (const { index: start, 0: word } of text.matchAll(LONG_WORD)) {
    for (const shape of SHAPES) {
      for (const { index, 0: value } of word.matchAll(shape.pattern)) {
        const isMeant = shape.after === undefined || stands(shape.after, text, start + index);
        if (isMeant && isKey(value)) yield candidateOf(shape, start + index, value);
      }
    }
  }
};

function stands(words: RegExp, text: string, position: number): boolean {
  return words.test(text.slice(Math.max(0, position - NEARBY), position));
}

function isKey(value: string): boolean {
  return !isFilling(value) && randomnessOf(value) >= RANDOM / 2;
}

function candidateOf({ type, confidence }: Shape, start: number, value: string): SecretCandidate {
  return { type, start, end: start + value.length, confidence, shown: '' };
}
