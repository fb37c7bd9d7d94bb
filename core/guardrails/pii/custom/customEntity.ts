import { z } from 'zod/v3';
import { InvalidParameterError, readParameter } from '../../../errors/invalidParameterError';
import { saying } from '../../../errors/saying';
import { PII_TYPES } from '../piiTypes';
import { VALUE_CHECKS, valueCheckNames, type ValueCheck, type ValueCheckName } from './valueChecks';

/** Personal data of one's own kind: an employee number, a policy number. */
export interface CustomEntity {
  /** 1 to 40 of `A-Z a-z 0-9 _ -`, and no built-in type's. It becomes the label: `[EMPLOYEE_ID]`. */
  readonly name: string;
  /** A JavaScript regular expression: its source, or a literal with flags out of `i m s u v`: `/emp-\d{6}/i`. */
  readonly pattern: string;
  /** What a match has to be besides: one of the named checksums, or a function of the match. */
  readonly validator?: ValueCheckName | ValueCheck;
  /** 0 to 1, before the words around a match are weighed; 0.8 when left out. */
  readonly confidence?: number;
  /** Words that make a match near them likelier: with a confidence below 0.5 nothing is found without one. */
  readonly supportingWords?: readonly string[];
}

/** An entity with every choice made. */
export interface ReadCustomEntity {
  readonly name: string;
  readonly source: string;
  readonly flags: string;
  readonly isValid: ValueCheck;
  readonly confidence: number;
  readonly supportingWords: readonly string[];
}

const MOST_ENTITIES = 50;
const LONGEST_PATTERN = 1000;
const MOST_WORDS = 50;
const DEFAULT_CONFIDENCE = 0.8;

const BUILT_IN: ReadonlySet<string> = new Set(PII_TYPES);
const LITERAL = /^\/(?<source>.+)\/(?<flags>[a-z]*)$/s;

const nameSaying = '1 to 40 letters, digits, underscores or dashes';
const ownName = 'a name that no built-in entity has';
const patternSaying = `a regular expression of 1 to ${String(LONGEST_PATTERN)} characters`;
const flagsSaying = 'a regular expression with no other flags than g, i, m, s, u and v';
const shareSaying = 'a number from 0 to 1';
const validatorSaying = `a function or one of ${valueCheckNames.join(', ')}`;
const wordsSaying = `a list of at most ${String(MOST_WORDS)} words of 1 to 40 characters`;
const entitiesSaying = `a list of at most ${String(MOST_ENTITIES)} entities`;
const entitySaying = 'an object with a name and a pattern';

const name = z
  .string(saying(nameSaying))
  .regex(/^[\w-]{1,40}$/, nameSaying)
  .refine((given) => !BUILT_IN.has(given.toLowerCase()), ownName);

const pattern = z
  .string(saying(patternSaying))
  .min(1, patternSaying)
  .max(LONGEST_PATTERN, patternSaying)
  .transform(parsed)
  .refine(({ flags }) => /^[gimsuv]*$/.test(flags), flagsSaying);

const validator = z
  .union([z.enum(valueCheckNames), z.custom<ValueCheck>((given) => typeof given === 'function')], {
    errorMap: () => ({ message: validatorSaying }),
  })
  .transform((given) => (typeof given === 'string' ? VALUE_CHECKS[given] : given));

const word = z.string(saying(wordsSaying)).trim().toLowerCase().min(1, wordsSaying).max(40, wordsSaying);

const entity = z
  .object(
    {
      name,
      pattern,
      validator: validator.optional(),
      confidence: z.number(saying(shareSaying)).min(0, shareSaying).max(1, shareSaying).optional(),
      supportingWords: z.array(word, saying(wordsSaying)).max(MOST_WORDS, wordsSaying).optional(),
    },
    saying(entitySaying),
  )
  .transform((given): ReadCustomEntity => ({
    name: given.name,
    source: given.pattern.source,
    flags: given.pattern.flags.replaceAll('g', ''),
    isValid: given.validator ?? (() => true),
    confidence: given.confidence ?? DEFAULT_CONFIDENCE,
    supportingWords: given.supportingWords ?? [],
  }));

const entities = z.array(entity, saying(entitiesSaying)).max(MOST_ENTITIES, entitiesSaying);

/** @throws {InvalidParameterError} */
export function readCustomEntity(given: unknown): ReadCustomEntity {
  return readParameter('customEntity', given, entity);
}

/**
 * Reads a list of entities, no two of one name.
 *
 * @throws {InvalidParameterError}
 */
export function readCustomEntities(given: unknown): readonly ReadCustomEntity[] {
  const read = readParameter('customEntities', given, entities);
  const names = new Set<string>();
  for (const { name: one } of read) {
    if (names.has(one.toLowerCase())) {
      throw new InvalidParameterError('customEntities', one, 'a list in which every name is there once');
    }
    names.add(one.toLowerCase());
  }
  return read;
}

function parsed(written: string): { source: string; flags: string } {
  const groups = LITERAL.exec(written)?.groups;
  return { source: groups?.['source'] ?? written, flags: groups?.['flags'] ?? '' };
}
