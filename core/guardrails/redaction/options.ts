import { z } from 'zod/v3';
import { InvalidParameterError, readParameter } from '../../errors/invalidParameterError';

const IRREVERSIBLE_STYLES = ['label', 'numbered', 'mask', 'hash', 'remove'] as const;
const REDACTION_STYLES = [...IRREVERSIBLE_STYLES, 'reversible'] as const;

/**
 * What stands in place of a finding: `label` [EMAIL], `numbered` [EMAIL_1] with the same number for the same text,
 * `mask` j***@***, `hash` [EMAIL_x7fQ...] which only who has the key can compute, `remove` nothing, `reversible`
 * [EMAIL_1] with a map that `restore` takes.
 */
export type RedactionStyle = (typeof REDACTION_STYLES)[number];
export type IrreversibleStyle = (typeof IRREVERSIBLE_STYLES)[number];

/** So many characters at least: with a short key the hash of a phone number is found by trying. */
const SHORTEST_KEY = 16;

const stylesAllowed = `one of ${REDACTION_STYLES.join(', ')}`;
const keyAllowed = `a text of at least ${String(SHORTEST_KEY)} characters for the style hash`;

const style = z.enum(IRREVERSIBLE_STYLES, { errorMap: () => ({ message: stylesAllowed }) });

/** @throws {InvalidParameterError} for anything else, `reversible` excepted, which has options of its own */
export function readStyle(given: unknown): IrreversibleStyle {
  return readParameter('style', given, style);
}

/** @throws {InvalidParameterError}, in which the key is never shown */
export function readKey(given: unknown): string {
  if (typeof given === 'string' && given.length >= SHORTEST_KEY) return given;
  throw new InvalidParameterError('hashKey', given, keyAllowed, { isPrivate: true });
}
