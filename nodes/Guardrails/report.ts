import type { IDataObject } from 'n8n-workflow';
import {
  MODERATION_CATEGORIES,
  type Finding,
  type GuardrailsCheck,
  type ModerationResult,
  type PiiMatch,
  type Violation,
} from '../../core';
import type { ItemText } from './texts';

/** What the checks said about one text of an item. */
export interface CheckedText {
  readonly text: ItemText;
  readonly check: GuardrailsCheck;
}

/** What an item says of the checks of its texts. Values are masked; positions are UTF-16 units, ends exclusive. */
export function checkReport(checked: readonly CheckedText[]): IDataObject {
  const failures = checked.flatMap(({ check }) =>
    check.checks.flatMap(({ engineFailures = [] }) => engineFailures),
  );
  return {
    isSafe: checked.every(({ check }) => check.isSafe),
    violations: checked.flatMap(({ check, text }) =>
      check.violations.map((violation) => violationJson(violation, text)),
    ),
    moderation: moderationJson(checked.flatMap(({ check }) => check.contentModeration ?? [])),
    pii: checked.flatMap(({ check, text }) => check.piiDetected.map((match) => piiJson(match, text))),
    checks: checksJson(checked),
    ...(failures.length === 0 ? {} : { engineFailures: failures.map((failure) => ({ ...failure })) }),
  };
}

function violationJson({ position, score, ...violation }: Violation, { field }: ItemText): IDataObject {
  return {
    ...violation,
    ...(score === undefined ? {} : { score: readable(score) }),
    ...(position ? placeJson(position) : {}),
    ...(field === undefined ? {} : { field }),
  };
}

function piiJson({ piiType, value, position, confidence }: PiiMatch, { field }: ItemText): IDataObject {
  return {
    type: piiType,
    value,
    confidence: readable(confidence),
    ...placeJson(position),
    ...(field === undefined ? {} : { field }),
  };
}

function placeJson([start, end]: readonly [number, number]): IDataObject {
  return { start, end };
}

/** Of several texts, each category has the score of the worst one. */
function moderationJson(results: readonly ModerationResult[]): IDataObject | null {
  if (results.length === 0) return null;
  const scores = MODERATION_CATEGORIES.map((category): [string, number] => [
    category,
    readable(Math.max(...results.map((result) => result.scores[category]))),
  ]);
  return {
    isSafe: results.every(({ isSafe }) => isSafe),
    categories: [...new Set(results.flatMap(({ categories }) => categories))],
    scores: Object.fromEntries(scores),
  };
}

/** One entry for each guardrail: of several texts, what the worst one gave. */
function checksJson(checked: readonly CheckedText[]): IDataObject[] {
  const [first] = checked;
  if (!first) return [];
  return first.check.checks.map(({ guardrail, name }, index) => {
    const reports = checked.flatMap(({ check }) => check.checks[index] ?? []);
    const scores = reports.flatMap(({ score }) => score ?? []);
    return {
      guardrail,
      name,
      passed: reports.every(({ outcome }) => outcome === 'passed'),
      ...(scores.length === 0 ? {} : { score: readable(Math.max(...scores)) }),
    };
  });
}

/** Of a score no more than says something. */
function readable(score: number): number {
  return Number(score.toFixed(4));
}

/** What an item says of what was redacted. */
export function findingJson(
  { type, start, end, confidence }: Finding,
  value: string,
  { field }: ItemText,
): IDataObject {
  return {
    type,
    value,
    confidence: readable(confidence),
    start,
    end,
    ...(field === undefined ? {} : { field }),
  };
}
