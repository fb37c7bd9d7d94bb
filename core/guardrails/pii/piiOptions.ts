import { z } from 'zod/v3';
import { InvalidParameterError, readParameter } from '../../errors/invalidParameterError';
import { saying } from '../../errors/saying';
import type { PatternRunner } from '../patterns/patternRunner';
import type { CustomEntity } from './custom/customEntity';
import { regionOf, type Region } from './entities/phone/numberingPlans';
import { CORE_PII_TYPES, PII_TYPES, type PiiType } from './piiTypes';

/** What a user may choose about the detection of personal data. */
export interface PiiDetectorOptions {
  /** The built-in types to look for; the core types when left out. */
  readonly types?: readonly PiiType[];
  /** Whose national phone numbers are known without a country code: ISO 3166-1, two letters; `US` when left out. */
  readonly defaultRegion?: string;
  /** Whether private, loopback and link-local addresses count as IP addresses; true when left out. */
  readonly includePrivateIps?: boolean;
  /** 0 to 1: what is less sure is left alone; 0.5 when left out. */
  readonly threshold?: number;
  /** Looked for besides the built-in types. */
  readonly customEntities?: readonly CustomEntity[];
  /** Runs the patterns of custom entities; needed when there are any. */
  readonly patterns?: PatternRunner;
}

/** Options with every choice made; custom entities are read where detectors are made of them. @internal */
export interface ReadPiiOptions {
  readonly types: readonly PiiType[];
  readonly defaultRegion: Region;
  readonly includePrivateIps: boolean;
  readonly threshold: number;
}

const DEFAULT_REGION = 'US';
const DEFAULT_THRESHOLD = 0.5;

const typesSaying = `a list out of ${PII_TYPES.join(', ')}`;
const regionSaying = 'the two letters of a country, such as US or DE';
const yesOrNo = z.boolean(saying('true or false'));
const share = 'a number from 0 to 1';

const types = z.array(z.enum(PII_TYPES, { errorMap: () => ({ message: typesSaying }) }), saying(typesSaying));
const code = z.string(saying(regionSaying));
const threshold = z.number(saying(share)).min(0, share).max(1, share);

/** @throws {InvalidParameterError} @internal */
export function readPiiOptions(given: PiiDetectorOptions): ReadPiiOptions {
  return {
    types: [...new Set(readParameter('types', given.types ?? CORE_PII_TYPES, types))],
    defaultRegion: readRegion(given.defaultRegion ?? DEFAULT_REGION),
    includePrivateIps: readParameter('includePrivateIps', given.includePrivateIps ?? true, yesOrNo),
    threshold: readParameter('threshold', given.threshold ?? DEFAULT_THRESHOLD, threshold),
  };
}

function readRegion(given: unknown): Region {
  const region = regionOf(readParameter('defaultRegion', given, code).toUpperCase());
  if (region === undefined) throw new InvalidParameterError('defaultRegion', given, regionSaying);
  return region;
}
