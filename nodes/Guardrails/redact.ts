import type { IDataObject } from 'n8n-workflow';
import {
  finderOf,
  isRedactable,
  maskValue,
  redact,
  RedactionMap,
  redactStored,
  type Awaitable,
  type Finding,
  type Redaction,
} from '../../core';
import { readChoice } from '../shared/choice';
import { objectIn } from '../shared/itemJson';
import { outcomeOf } from '../shared/outcome';
import { readConversationIdField } from './conversation';
import { Engines } from './engines';
import { mapPlaces, styles } from './fields/redaction';
import { readPolicy } from './policy';
import { findingJson } from './report';
import type { Rewritten } from './restore';
import type { ItemTask } from './task';

/**
 * Replaces what the guardrails find in the texts of an item. It is all or nothing: no text goes on redacted in part.
 *
 * @throws {InvalidParameterError}
 * @throws {PatternError} when a pattern of the user's own fails
 */
export async function redactTexts(task: ItemTask): Promise<Rewritten> {
  const { context, itemIndex, texts, options, notes } = task;
  const { rules } = await readPolicy(task, new Engines(context, itemIndex, options));
  const redactable = rules.filter(isRedactable);
  if (redactable.length === 0) notes.unchecked();
  const finder = finderOf(redactable);
  const found = texts.texts.map(({ text }) => ({ text, findings: finder.find(text) }));
  const redactor = await redactorFor(task, typesIn(found.flatMap(({ findings }) => findings)));
  const redactions: Redaction[] = [];
  for (const { text, findings } of found) redactions.push(await redactor.redact(text, findings));
  return {
    json: texts.replacedBy(redactions.map(({ text }) => text)),
    report: {
      ...(redactions.length === 1 ? { text: redactions[0]?.text } : {}),
      found: redactions.flatMap(({ findings }, index) => {
        const text = texts.texts[index];
        return text ? findings.map((finding) => findingJson(finding, masked(text.text, finding), text)) : [];
      }),
      ...redactor.report(),
    },
  };
}

/** What looks like a placeholder of one text may stand in another one. */
function typesIn(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(({ type }) => type))];
}

function masked(text: string, { type, start, end }: Finding): string {
  return maskValue(type, text.slice(start, end));
}

interface Redactor {
  readonly redact: (text: string, findings: readonly Finding[]) => Awaitable<Redaction>;
  /** What Restore needs to know afterwards. */
  readonly report: () => IDataObject;
}

async function redactorFor(task: ItemTask, customTypes: readonly string[]): Promise<Redactor> {
  const { context, itemIndex } = task;
  const style = readChoice(
    'Replace With',
    context.getNodeParameter('style', itemIndex, 'reversible'),
    styles,
  );
  if (style !== 'reversible') {
    const hashKey = style === 'hash' ? readHashKey(task) : {};
    return { redact: (text, findings) => redact(text, findings, { style, ...hashKey }), report: () => ({}) };
  }
  const place = readChoice('Keep Values In', context.getNodeParameter('mapIn', itemIndex, 'item'), mapPlaces);
  return place === 'store' ? await redactorIntoStore(task, customTypes) : redactorIntoItem(task, customTypes);
}

/** Core says what a key has to be. */
function readHashKey({ context, itemIndex }: ItemTask): { readonly hashKey: string } {
  const given: unknown = context.getNodeParameter('hashKey', itemIndex, '');
  return { hashKey: typeof given === 'string' ? given : '' };
}

/** All texts of an item share one map, also when they are redacted by several nodes. */
function redactorIntoItem({ item, options }: ItemTask, customTypes: readonly string[]): Redactor {
  const before = options.includeInputFields ? objectIn(item.json, 'guardrails')['map'] : undefined;
  const known = outcomeOf(() => RedactionMap.from(before));
  const map = known.done ? known.result : new RedactionMap();
  return {
    redact: (text, findings) => redact(text, findings, { style: 'reversible', map, customTypes }),
    report: () => {
      const { version, entries } = map.toJSON();
      return { map: { version, entries: entries.map((entry) => [...entry]) } };
    },
  };
}

async function redactorIntoStore(task: ItemTask, customTypes: readonly string[]): Promise<Redactor> {
  const { context, itemIndex, options } = task;
  const conversationId = readConversationIdField(context, itemIndex);
  const store = await task.store.open();
  return {
    redact: (text, findings) =>
      redactStored(text, findings, { store, conversationId, ttlMs: options.keepMs, customTypes }),
    report: () => ({ conversationId }),
  };
}
