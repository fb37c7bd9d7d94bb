import type { IDataObject } from 'n8n-workflow';
import { InvalidParameterError, RedactionMap, restoreDetailed, type Restoration } from '../../core';
import { readChoice } from '../shared/choice';
import { outcomeOf } from '../shared/outcome';
import { readConversationIdField } from './conversation';
import { mapPlaces } from './fields/redaction';
import { jsonIn } from './json';
import type { ItemTask } from './task';

/** What an item gives: its fields with other texts in them, and what the node says of them. */
export interface Rewritten {
  readonly json: IDataObject;
  readonly report: IDataObject;
}

/**
 * Puts back what Redact replaced.
 *
 * @throws {InvalidParameterError}
 */
export async function restoreTexts(task: ItemTask): Promise<Rewritten> {
  const { texts, notes } = task;
  const restore = await restorerFor(task);
  const restorations = texts.texts.map(({ text }) => restore(text));
  const unknown = [...new Set(restorations.flatMap((restoration) => restoration.unknown))];
  if (unknown.length > 0) notes.unknownPlaceholders();
  const restored = restorations.map(({ text }) => text);
  return {
    json: texts.replacedBy(restored),
    report: {
      ...(restored.length === 1 ? { text: restored[0] } : {}),
      restored: [...new Set(restorations.flatMap((restoration) => restoration.restored))],
      unknown,
    },
  };
}

async function restorerFor({ context, itemIndex, store }: ItemTask): Promise<(text: string) => Restoration> {
  const place = readChoice('Values From', context.getNodeParameter('mapIn', itemIndex, 'item'), mapPlaces);
  if (place === 'store') {
    const conversationId = readConversationIdField(context, itemIndex);
    const values = await (await store.open()).placeholdersOf(conversationId);
    return (text) => restoreDetailed(text, values);
  }
  const map = readMap(context.getNodeParameter('map', itemIndex, undefined));
  return (text) => restoreDetailed(text, map);
}

/** What is wrong with a map may be one of its values, which no error is to show. */
function readMap(given: unknown): RedactionMap {
  const map = outcomeOf(() => RedactionMap.from(jsonIn(given)));
  if (map.done) return map.result;
  throw new InvalidParameterError('Values', given, 'what Redact Text put into guardrails.map', {
    isPrivate: true,
  });
}
