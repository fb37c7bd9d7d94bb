import type { IExecuteFunctions } from 'n8n-workflow';
import {
  costSensitivities,
  InvalidParameterError,
  latencyPreferences,
  qualityPreferences,
  type MetadataValue,
  type ProfileOptions,
} from '../../core';
import { readChoice } from '../shared/choice';
import { asRecord } from '../shared/shape';
import { limitLabel, profileLimits, readLimits } from '../shared/tenants/limits';

type Fields = Record<string, unknown>;

const labels: ReadonlyMap<string, string> = new Map([
  ['preferredModels', 'Preferred Models'],
  ['preferredDomains', 'Preferred Domains'],
  ['domainModels', 'Domain Models'],
  ['telemetryLabels', 'Labels'],
  ['metadata', 'Metadata'],
]);

/** The panel's name for what core calls `domainModels.code`, `a key of metadata` or `customDailyBudget`. */
export function changeLabel(parameter: string): string {
  return parameter.replace(/^(a key of )?(\w+)/, (_, before: string | undefined, name: string) => {
    const limit = limitLabel(name);
    const label = limit === undefined ? labels.get(name) : `Limits: ${limit}`;
    return `${before ?? ''}${label ?? name}`;
  });
}

/**
 * What the panel chooses for a user. What it leaves out, or what an expression does not find, is undefined.
 *
 * @throws {InvalidParameterError} for what is of the wrong kind; core checks the rest
 */
export function readChanges(context: IExecuteFunctions, itemIndex: number): ProfileOptions {
  const collection = (name: string) => asRecord(context.getNodeParameter(name, itemIndex, {}));
  return {
    ...profileLimits(readLimits('Limits', collection('limits'))),
    ...readPreferences(collection('preferences')),
    ...readGuardrails(collection('guardrails')),
    ...readTelemetry(collection('telemetry')),
    metadata: readEntries(collection('metadata'), { label: 'Metadata', value: readMetadataValue }),
  };
}

function readPreferences(fields: Fields): ProfileOptions {
  const choice = <Choice extends string>(label: string, name: string, choices: readonly Choice[]) =>
    isGiven(fields[name]) ? readChoice(label, fields[name], choices) : undefined;
  return {
    preferredModels: readNames('Preferred Models', fields['preferredModels']),
    preferredDomains: readNames('Preferred Domains', fields['preferredDomains']),
    domainModels: readDomainModels(asRecord(fields['domainModels'])['domains']),
    costSensitivity: choice('Cost Sensitivity', 'costSensitivity', costSensitivities),
    quality: choice('Quality', 'quality', qualityPreferences),
    latency: choice('Latency', 'latency', latencyPreferences),
  };
}

function readGuardrails(fields: Fields): ProfileOptions {
  return {
    enableContentModeration: readYesOrNo('Content Moderation', fields['enableContentModeration']),
    enablePiiDetection: readYesOrNo('PII Detection', fields['enablePiiDetection']),
    strictGuardrails: readYesOrNo('Strict', fields['strictGuardrails']),
  };
}

function readTelemetry(fields: Fields): ProfileOptions {
  return {
    telemetryOptIn: readYesOrNo('Opt In', fields['telemetryOptIn']),
    telemetryLabels: readEntries(asRecord(fields['telemetryLabels']), { label: 'Labels', value: readText }),
  };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function readYesOrNo(label: string, given: unknown): boolean | undefined {
  if (!isGiven(given)) return undefined;
  if (typeof given === 'boolean') return given;
  throw new InvalidParameterError(label, given, 'true or false');
}

/** Texts with commas between them, or a list of texts. */
function readNames(label: string, given: unknown): readonly string[] | undefined {
  if (!isGiven(given)) return undefined;
  const names: unknown = typeof given === 'string' ? given.split(',') : given;
  if (!Array.isArray(names)) {
    throw new InvalidParameterError(label, given, 'a list of texts, or texts with commas between them');
  }
  return names.map((name: unknown) => readText(label, name).trim()).filter((name) => name !== '');
}

function readText(label: string, given: unknown): string {
  if (typeof given === 'string') return given;
  throw new InvalidParameterError(label, given, 'a text');
}

/** Undefined when there is no row at all. */
function readDomainModels(rows: unknown): ReadonlyMap<string, readonly string[]> | undefined {
  if (!Array.isArray(rows) || rows.length === 0) return undefined;
  return new Map(
    rows
      .map(asRecord)
      .map(({ domain, models }) => [
        readText('Domain Models: Domain', domain),
        readNames('Domain Models: Models', models) ?? [],
      ]),
  );
}

interface EntryKind<Value> {
  readonly label: string;
  readonly value: (label: string, given: unknown) => Value;
}

function readEntries<Value>(
  collection: Fields,
  { label, value: readValue }: EntryKind<Value>,
): ReadonlyMap<string, Value> | undefined {
  const { entries } = collection;
  if (!Array.isArray(entries) || entries.length === 0) return undefined;
  return new Map(
    entries
      .map(asRecord)
      .map(({ name, value }) => [readText(`${label}: Name`, name), readValue(`${label}: Value`, value)]),
  );
}

function readMetadataValue(label: string, given: unknown): MetadataValue {
  if (
    given === null ||
    typeof given === 'string' ||
    typeof given === 'number' ||
    typeof given === 'boolean'
  ) {
    return given;
  }
  throw new InvalidParameterError(label, given, 'a text, a number, true, false or null');
}
