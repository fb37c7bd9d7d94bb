import {
  CORE_PII_TYPES,
  InvalidParameterError,
  MODERATION_CATEGORIES,
  PII_TYPES,
  type CustomEntity,
  type GuardrailRule,
  type ModerationCategory,
  type PiiType,
} from '../../core';
import { readChoice } from '../shared/choice';
import { asRecord, isRecord, recordIn } from '../shared/shape';
import { patterns, type Engines } from './engines';
import { categoryNames } from './fields/guardrails';
import type { Options } from './options';

type Rule<Name extends GuardrailRule['guardrail']> = Extract<GuardrailRule, { guardrail: Name }>;
type Fields = Readonly<Record<string, unknown>>;

const piiChoices = ['all', 'common', 'selected'] as const;
/** Marks that end a sentence are no part of a keyword. */
const NO_KEYWORD = /^[\s.,!?;:]*$/;
const sensitivities = ['strict', 'balanced', 'permissive'] as const;

/**
 * The guardrails that the panel gives.
 *
 * @throws {InvalidParameterError} also when there is none: a node that guards nothing must not look as if it did
 * @throws {NodeOperationError} when a chat model or a credential is missing
 */
export async function readRules(
  given: Fields,
  options: Options,
  engines: Engines,
): Promise<readonly GuardrailRule[]> {
  const rules = [
    ...(await readModeration(given, options, engines)),
    ...readPii(given),
    ...readSecrets(given),
    ...(await readInjection(given, engines)),
    ...readKeywords(given),
    ...readUrls(given),
    ...(await readTopic(given, engines)),
    ...(await readCustom(given, engines)),
  ];
  if (rules.length === 0) throw new InvalidParameterError('Guardrails', '', 'at least one guardrail');
  return rules;
}

/** The settings of a guardrail; undefined when it was not added. */
function settings(given: Fields, name: string): Fields | undefined {
  return given[name] === undefined ? undefined : recordIn(asRecord(given[name]), 'value');
}

const listNames = { customRegex: 'Custom Regex', custom: 'Custom' } as const;

/** The rows of a list; none when nothing was added. Anything else is refused, or it would look like an empty list. */
function rowsIn(given: Fields, name: keyof typeof listNames, list: string): readonly Fields[] {
  const collection = given[name] ?? {};
  const rows: unknown = isRecord(collection) ? (collection[list] ?? []) : collection;
  if (!Array.isArray(rows)) throw new InvalidParameterError(listNames[name], rows, 'a list');
  return rows.map(asRecord);
}

async function readModeration(
  given: Fields,
  { moderateWith }: Options,
  engines: Engines,
): Promise<readonly Rule<'moderation'>[]> {
  const moderation = settings(given, 'moderation');
  if (!moderation) return [];
  return [
    {
      guardrail: 'moderation',
      strict: readFlag('Moderation: Strict', moderation['strict'], false),
      thresholds: readThresholds(moderation['thresholds']),
      builtIn: moderateWith.has('builtIn'),
      engines: await engines.forModeration(),
    },
  ];
}

function readThresholds(given: unknown = {}): Partial<Record<ModerationCategory, number>> {
  if (!isRecord(given)) throw new InvalidParameterError('Moderation: Thresholds', given, 'an object');
  return Object.fromEntries(
    MODERATION_CATEGORIES.filter((category) => given[category] !== undefined).map((category) => [
      category,
      readThreshold(`Moderation: ${categoryNames[category]}`, given[category]),
    ]),
  );
}

/** Patterns of one's own are found together with personal data, so that overlapping findings are told apart. */
function readPii(given: Fields): readonly Rule<'pii'>[] {
  const pii = settings(given, 'pii');
  const customEntities = readRegexes(given);
  if (!pii && customEntities.length === 0) return [];
  return [{ guardrail: 'pii', ...(pii ? readEntities(pii) : { types: [] }), customEntities, patterns }];
}

function readEntities(pii: Fields): Pick<Rule<'pii'>, 'types' | 'defaultRegion' | 'includePrivateIps'> {
  return {
    types: readTypes(pii),
    includePrivateIps: readFlag('Personal Data (PII): Private IP Addresses', pii['includePrivateIps'], true),
    ...readRegion(pii['defaultRegion']),
  };
}

/** Core says which regions there are. */
function readRegion(given: unknown): Pick<Rule<'pii'>, 'defaultRegion'> {
  if (given === undefined || given === '') return {};
  return { defaultRegion: readText('Personal Data (PII): Phone Region', given).trim() };
}

function readTypes(pii: Fields): readonly PiiType[] {
  const choice = readChoice('Personal Data (PII): Type', pii['type'] ?? 'common', piiChoices);
  if (choice === 'all') return PII_TYPES;
  if (choice === 'common') return CORE_PII_TYPES;
  const entities = pii['entities'];
  if (Array.isArray(entities) && entities.length > 0) {
    return entities.map((entity: unknown) => readChoice('Personal Data (PII): Entities', entity, PII_TYPES));
  }
  throw new InvalidParameterError(
    'Personal Data (PII): Entities',
    entities,
    'a list with at least one entity',
  );
}

function readRegexes(given: Fields): readonly CustomEntity[] {
  return rowsIn(given, 'customRegex', 'regex').map(({ name, value }) => ({
    name: readText('Custom Regex: Name', name),
    pattern: readText('Custom Regex: Regex', value),
  }));
}

function readSecrets(given: Fields): readonly Rule<'secrets'>[] {
  const secrets = settings(given, 'secretKeys');
  if (!secrets) return [];
  const sensitivity = readChoice(
    'Secret Keys: Permissiveness',
    secrets['permissiveness'] ?? 'balanced',
    sensitivities,
  );
  return [{ guardrail: 'secrets', sensitivity }];
}

async function readInjection(given: Fields, engines: Engines): Promise<readonly Rule<'injection'>[]> {
  const jailbreak = settings(given, 'jailbreak');
  if (!jailbreak) return [];
  const threshold = readThreshold('Jailbreak: Threshold', jailbreak['threshold'] ?? 0.5);
  const asksModel = readFlag('Jailbreak: Ask the Chat Model Too', jailbreak['askModel'], false);
  if (!asksModel) return [{ guardrail: 'injection', threshold }];
  return [{ guardrail: 'injection', threshold, judge: await engines.judge(), judgeThreshold: threshold }];
}

function readKeywords(fields: Fields): readonly Rule<'keywords'>[] {
  const { keywords } = fields;
  // An expression that leads nowhere gives undefined, under the name that it was written for.
  if (!Object.hasOwn(fields, 'keywords') || keywords === '') return [];
  const given = readText('Keywords', keywords);
  if (NO_KEYWORD.test(given)) throw new InvalidParameterError('Keywords', given, 'at least one keyword');
  return [{ guardrail: 'keywords', keywords: given }];
}

function readUrls(given: Fields): readonly Rule<'urls'>[] {
  const urls = settings(given, 'urls');
  if (!urls) return [];
  const allowed: unknown = urls['allowedUrls'] ?? '';
  const schemes: unknown = urls['allowedSchemes'] ?? ['https'];
  if (typeof allowed !== 'string') {
    throw new InvalidParameterError('URLs: Allowed', allowed, 'hosts or URLs, separated by commas');
  }
  if (!Array.isArray(schemes)) {
    throw new InvalidParameterError('URLs: Allowed Schemes', schemes, 'a list of schemes such as https');
  }
  return [
    {
      guardrail: 'urls',
      allowedUrls: allowed,
      allowedSchemes: schemes.map(String),
      blockUserinfo: readFlag('URLs: Userinfo', urls['blockUserinfo'], true),
      allowSubdomains: readFlag('URLs: Allow Subdomains', urls['allowSubdomains'], true),
    },
  ];
}

async function readTopic(given: Fields, engines: Engines): Promise<readonly Rule<'topic'>[]> {
  const topic = settings(given, 'topicalAlignment');
  if (!topic) return [];
  return [
    {
      guardrail: 'topic',
      scope: readText('Topical Alignment: Business Scope', topic['scope']),
      threshold: readThreshold('Topical Alignment: Threshold', topic['threshold'] ?? 0.7),
      judge: await engines.judge(),
    },
  ];
}

async function readCustom(given: Fields, engines: Engines): Promise<readonly Rule<'custom'>[]> {
  const rows = rowsIn(given, 'custom', 'guardrail');
  if (rows.length === 0) return [];
  const judge = await engines.judge();
  return rows.map(({ name, prompt, threshold }) => ({
    guardrail: 'custom',
    name: readText('Custom: Name', name),
    prompt: readText('Custom: Rule', prompt),
    threshold: readThreshold('Custom: Threshold', threshold ?? 0.7),
    judge,
  }));
}

function readText(label: string, given: unknown): string {
  if (typeof given === 'string' && given.trim() !== '') return given;
  throw new InvalidParameterError(label, given, 'a text');
}

function readFlag(label: string, given: unknown, otherwise: boolean): boolean {
  const flag = given === undefined ? otherwise : given;
  if (typeof flag === 'boolean') return flag;
  throw new InvalidParameterError(label, given, 'true or false');
}

function readThreshold(label: string, given: unknown): number {
  if (typeof given === 'number' && given >= 0 && given <= 1) return given;
  throw new InvalidParameterError(label, given, 'a number from 0 to 1');
}
