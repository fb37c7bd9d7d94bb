import { InvalidParameterError, readSettings, type CustomDomain, type ReadSettings } from '../../../core';
import { asRecord } from '../shape';
import { splitList } from '../lists';

/** What the panel calls the settings that core checks. */
export const settingLabels: readonly (readonly [parameter: string, label: string])[] = [
  ['auditShare', 'Audit Share (%)'],
  ['domains', 'Custom Domains'],
  ['domainThresholds', 'Domain Thresholds'],
  ['judge', 'Doubtful Drafts'],
  ['logprobs', 'Ask for Log-Probabilities'],
  ['maxCostUsd', 'Max Cost per Query (USD)'],
  ['mode', 'Mode'],
  ['preset', 'Preset'],
  ['retries', 'Retries per Model'],
  ['routing', 'Routing'],
  ['samples', 'Samples to Compare'],
  ['systemMessage', 'System Message'],
  ['threshold', 'Quality Threshold'],
  ['verifyAlways', 'Verify Always'],
  ['whenVerifierFails', 'If Verifier Fails'],
];

/**
 * The settings that the preset and the options of a node make.
 *
 * @param preset as the panel, or an expression, gives it; undefined leaves the choice to core
 * @throws {InvalidParameterError}
 */
export function readSettingsFields(preset: unknown, options: Record<string, unknown>): ReadSettings {
  return readSettings({
    preset,
    auditShare: optionalShare('Audit Share (%)', options['auditPercent']),
    domainThresholds: readThresholds(options['domainThresholds']),
    judge: options['judge'],
    logprobs: options['logprobs'],
    longestWaitMs: readSeconds('Max Wait for Retry', options['longestWaitSeconds'], { from: 0, to: 3600 }),
    maxCostUsd: options['maxCostUsd'],
    mode: options['mode'],
    retries: options['retries'],
    routing: options['routing'],
    samples: options['samples'],
    systemMessage: options['systemMessage'],
    threshold: options['qualityThreshold'],
    timeoutMs: readSeconds('Timeout per Model', options['timeoutSeconds'], { from: 0.001, to: 3600 }),
    totalTimeoutMs: readSeconds('Timeout in Total', options['totalTimeoutSeconds'], {
      from: 0.001,
      to: 86_400,
    }),
    verifyAlways: readDomains(options['verifyAlways']),
    whenVerifierFails: options['whenVerifierFails'],
  });
}

/** @throws {InvalidParameterError} for a domain without a name; core checks the rest */
export function readCustomDomains(given: unknown): CustomDomain[] {
  return rowsIn(given, 'domain').map(({ name, keywords, examples }) => ({
    name: readText('Custom Domains: Name', name),
    keywords: splitList(keywords),
    examples: typeof examples === 'string' ? splitList(examples, '\n') : [],
  }));
}

function readThresholds(given: unknown): Map<string, number> | undefined {
  if (given === undefined) return undefined;
  return new Map(
    rowsIn(given, 'threshold').map(({ domain, threshold }) => [
      readText('Domain Thresholds: Domain', domain),
      readThreshold('Domain Thresholds: Threshold', threshold),
    ]),
  );
}

function readThreshold(label: string, given: unknown): number {
  if (typeof given === 'number' && given >= 0 && given <= 1) return given;
  throw new InvalidParameterError(label, given, 'a number from 0 to 1');
}

function readDomains(given: unknown): readonly string[] | undefined {
  return given === undefined ? undefined : splitList(given);
}

interface Seconds {
  readonly from: number;
  readonly to: number;
}

function readSeconds(label: string, seconds: unknown, { from, to }: Seconds): number | undefined {
  if (seconds === undefined) return undefined;
  if (typeof seconds === 'number' && seconds >= from && seconds <= to) return seconds * 1000;
  throw new InvalidParameterError(
    label,
    seconds,
    `a number of seconds from ${String(from)} to ${String(to)}`,
  );
}

function optionalShare(label: string, percent: unknown): number | undefined {
  if (percent === undefined) return undefined;
  if (typeof percent === 'number' && percent >= 0 && percent <= 100) return percent / 100;
  throw new InvalidParameterError(label, percent, 'a number of percent from 0 to 100');
}

function readText(label: string, given: unknown): string {
  if (typeof given === 'string' && given.trim() !== '') return given.trim();
  throw new InvalidParameterError(label, given, 'a text that is not empty');
}

function rowsIn(collection: unknown, name: string): Record<string, unknown>[] {
  const rows = asRecord(collection)[name];
  return Array.isArray(rows) ? rows.map(asRecord) : [];
}
