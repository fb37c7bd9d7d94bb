import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';

/** How sure a finding has to be, 0 to 1. */
const LEAST_CONFIDENCE = {
  /** Also what only looks random: hashes, ids, ordinary words given as a password. */
  strict: 0.3,
  balanced: 0.5,
  /** Only known formats, key blocks and values that a name or a header calls a secret. */
  permissive: 0.8,
} as const;

export type SecretSensitivity = keyof typeof LEAST_CONFIDENCE;

const allowed = 'strict, balanced or permissive';
const sensitivity = z.enum(['strict', 'balanced', 'permissive'], { errorMap: () => ({ message: allowed }) });

/** @throws {InvalidParameterError} */
export function leastConfidence(given: unknown): number {
  return LEAST_CONFIDENCE[readParameter('sensitivity', given ?? 'balanced', sensitivity)];
}
