import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v3';
import type { LabelledDocument, LabelledType } from './document.mts';

/** Below the folder with the public data sets. */
export const PRESIDIO_FILE = join('presidio-research', 'tests', 'data', 'generated_large.json');

const TYPES: ReadonlyMap<string, LabelledType> = new Map([
  ['EMAIL_ADDRESS', 'email'],
  ['PHONE_NUMBER', 'phone'],
  ['US_SSN', 'ssn'],
  ['CREDIT_CARD', 'credit_card'],
  ['IP_ADDRESS', 'ip_address'],
  ['IBAN_CODE', 'iban'],
]);

const fileSchema = z.array(
  z.object({
    full_text: z.string(),
    spans: z.array(
      z.object({ entity_type: z.string(), start_position: z.number(), end_position: z.number() }),
    ),
  }),
);

/** The generated sentences of microsoft/presidio-research (MIT). */
export function presidioDocuments(folder: string): readonly LabelledDocument[] {
  const file = fileSchema.parse(JSON.parse(readFileSync(join(folder, PRESIDIO_FILE), 'utf8')));
  return file.map(({ full_text: text, spans }) => {
    const offsets = utf16Offsets(text);
    const all = spans.map(({ entity_type, start_position, end_position }) => ({
      type: TYPES.get(entity_type),
      start: offsets[start_position] ?? text.length,
      end: offsets[end_position] ?? text.length,
    }));
    return {
      text,
      labelled: all.flatMap(({ type, ...place }) => (type === undefined ? [] : [{ type, ...place }])),
      others: all.flatMap(({ type, ...place }) => (type === undefined ? [{ type: 'other', ...place }] : [])),
    };
  });
}

/** The file counts code points. */
function utf16Offsets(text: string): readonly number[] {
  const offsets = [0];
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
  return offsets;
}
