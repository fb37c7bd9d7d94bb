import type { IDataObject } from 'n8n-workflow';
import { Guardrails } from '../../core';
import { Engines } from './engines';
import { readPolicy } from './policy';
import { checkReport, type CheckedText } from './report';
import type { ItemTask } from './task';

/** What a check says of an item. */
export interface Checked {
  readonly report: IDataObject;
  readonly isSafe: boolean;
}

/**
 * Checks the texts of an item, one after the other.
 *
 * @throws {InvalidParameterError}
 * @throws {GuardrailEngineError} when nobody can say whether the text is safe
 */
export async function checkTexts(task: ItemTask): Promise<Checked> {
  const { context, itemIndex, texts, options, notes } = task;
  const policy = await readPolicy(task, new Engines(context, itemIndex, options));
  if (policy.rules.length === 0) notes.unchecked();
  const guardrails = new Guardrails(policy);
  const checked: CheckedText[] = [];
  for (const text of texts.texts) {
    const check = await guardrails.check(text.text, { signal: context.getExecutionCancelSignal() });
    for (const { message } of check.checks.flatMap(({ engineFailures = [] }) => engineFailures)) {
      notes.engineFailed(message);
    }
    checked.push({ text, check });
  }
  return { report: checkReport(checked), isSafe: checked.every(({ check }) => check.isSafe) };
}
