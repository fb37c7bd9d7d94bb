import type { PatternRunner } from '../../patterns/patternRunner';
import type { Candidate, EntityDetector } from '../entityDetector';
import {
  readCustomEntities,
  readCustomEntity,
  type CustomEntity,
  type ReadCustomEntity,
} from './customEntity';
import { PatternError } from './patternError';

/**
 * A detector for each of a list of entities, no two of one name.
 *
 * @throws {InvalidParameterError}
 * @throws {PatternError}
 */
export function customEntityDetectors(
  given: unknown,
  runner: PatternRunner | undefined,
): readonly EntityDetector[] {
  return readCustomEntities(given).map((entity) => detectorOf(entity, runner));
}

/**
 * Finds what a user's own pattern matches, in the text as a reader sees it: digits of every script are 0-9, invisible
 * characters are gone. Empty matches do not count.
 *
 * @param runner bounds the time of the pattern
 * @throws {InvalidParameterError}
 * @throws {PatternError} without a runner, and when the pattern is invalid; `find` throws it when the runner stops it
 */
export function customEntityDetector(
  entity: CustomEntity,
  runner: PatternRunner | undefined,
): EntityDetector {
  return detectorOf(readCustomEntity(entity), runner);
}

function detectorOf(
  { name, source, flags, isValid, confidence, supportingWords }: ReadCustomEntity,
  runner: PatternRunner | undefined,
): EntityDetector {
  if (!runner) throw new PatternError(name, 'no_runner');
  if (!matchesOf(runner, source, flags, '')) throw new PatternError(name, 'invalid');
  return {
    type: name,
    supportingWords,
    find({ text }) {
      const matches = matchesOf(runner, source, flags, text);
      if (!matches) throw new PatternError(name, 'stopped');
      return matches.flatMap(({ index: start, 0: found }): Candidate[] =>
        found !== '' && isValid(found) ? [{ start, end: start + found.length, confidence }] : [],
      );
    },
  };
}

/** Undefined when the runner failed; what it said is dropped, because it may quote the text. */
function matchesOf(runner: PatternRunner, source: string, flags: string, text: string) {
  try {
    return [...runner.matchAll(source, text, flags)];
  } catch {
    return undefined;
  }
}
