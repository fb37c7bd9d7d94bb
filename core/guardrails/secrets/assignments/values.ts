import { isExpression, isFilling, isPlaceholder } from '../likeness/placeholder';
import { kindsIn, RANDOM, randomnessOf } from '../likeness/randomness';
import type { SecretKind } from './names';

/** A value as it was given to a name. */
export interface GivenValue {
  readonly kind: SecretKind;
  readonly value: string;
  /** How it was given: quoted, as in code; bare, as in a file of settings (`NAME=value`); said, as in a sentence. */
  readonly manner: 'quoted' | 'bare' | 'said';
}

const NO_VALUE =
  /^(?:true|false|null|none|nil|undefined|yes|no|on|off|string|str|text|number|integer|int|bool|boolean|object|any|unknown|void|optional|required|empty|hidden|password|passwd|pass|secret|token|key|apikey|api[-_]key|bearer|basic|n\/a|tbd|default)$/i;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
/** Dates, versions, amounts and addresses of pages. */
const PLAIN_DATA = /^[\d.,:/%$€£+-]+$|^(?:https?|ftp|file):\/\//i;

/** 0 to 1: how sure it is that the value is a secret, judged by the value and not by its name alone. */
export function confidenceIn(given: GivenValue): number {
  const { value, kind, manner } = given;
  if (NO_VALUE.test(value) || isPlaceholder(value) || (manner !== 'quoted' && isExpression(value))) return 0;
  return kind === 'password' ? confidenceInPassword(given) : confidenceInKey(value);
}

function confidenceInPassword({ value, manner }: GivenValue): number {
  if (/^\d+$/.test(value)) return value.length >= 6 && value.length <= 20 ? 0.55 : 0.3;
  if (PLAIN_DATA.test(value)) return 0;
  if (isWords(value)) return manner === 'quoted' ? 0.45 : manner === 'bare' && value.length >= 6 ? 0.4 : 0;
  const isMixed = kindsIn(value) >= 3 && value.length >= 8;
  return isMixed || randomnessOf(value) >= RANDOM ? 0.85 : 0.7;
}

/** Letters alone, with what joins words. */
function isWords(value: string): boolean {
  return /^[\p{L}'’./()-]+$/u.test(value) && randomnessOf(value.replace(/[^A-Za-z]/g, '')) < RANDOM;
}

function confidenceInKey(value: string): number {
  if (value.length < 8 || PLAIN_DATA.test(value) || isFilling(value)) return 0;
  if (UUID.test(value)) return 0.65;
  if (/^[\da-f]+$/i.test(value)) return value.length >= 16 ? 0.85 : 0.4;
  const randomness = randomnessOf(value);
  if (randomness >= RANDOM && value.length >= 16) return 0.85;
  if (!/\d/.test(value)) return randomness >= RANDOM ? 0.5 : 0;
  return randomness >= RANDOM / 2 && !isNumbered(value) ? 0.6 : 0.35;
}

/** `session-2024`, `createdAt2`: words with a number after them. */
function isNumbered(value: string): boolean {
  return /^[A-Za-z._-]*\d*$/.test(value) && randomnessOf(value.replace(/[^A-Za-z]/g, '')) < RANDOM;
}
