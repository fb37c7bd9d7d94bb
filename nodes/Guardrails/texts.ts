import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { InvalidParameterError, mapTexts, textsIn, withTexts, type MapTextsOptions } from '../../core';
import { readChoice } from '../shared/choice';
import { textSources } from './fields/text';
import { isWhole, outermost, readPaths, replaceAt, type Path } from './paths';

/** A text of an item. */
export interface ItemText {
  readonly text: string;
  /** The field that the panel names; undefined for a text that it gives. */
  readonly field?: string;
}

/** The texts that an operation is about, and the item with others in their place. */
export interface ItemTexts {
  readonly texts: readonly ItemText[];
  /** @param texts one in place of each of `texts` */
  readonly replacedBy: (texts: readonly string[]) => IDataObject;
}

/** @throws {InvalidParameterError} */
export function readTexts(context: IExecuteFunctions, itemIndex: number, json: IDataObject): ItemTexts {
  const given: unknown = context.getNodeParameter('textSource', itemIndex, 'auto');
  if (readChoice('Source for Text', given, textSources) === 'fields') {
    const paths = readPaths('Fields', context.getNodeParameter('fields', itemIndex, ''));
    return textsAt(paths, paths.some(isWhole) ? withoutReport(json) : json);
  }
  const text: unknown = context.getNodeParameter('text', itemIndex, undefined);
  if (typeof text !== 'string') throw new InvalidParameterError('Text', text, 'a text', { isPrivate: true });
  return givenText(text, json);
}

/** A field that holds the very text is where it came from, whatever the expression says. */
function givenText(text: string, json: IDataObject): ItemTexts {
  return {
    texts: [{ text }],
    replacedBy: ([replacement = text]) =>
      mapTexts(json, (each) => (each === text ? replacement : each)) as IDataObject,
  };
}

/** Each path leads somewhere, also one that another contains: what is misspelt must not go unchecked. */
function textsAt(paths: readonly Path[], json: IDataObject): ItemTexts {
  const outer = outermost(paths);
  const texts: ItemText[] = [];
  for (const path of paths) {
    const field = path.name === '' ? {} : { field: path.name };
    replaceAt(json, path, (value) => {
      if (outer.includes(path)) texts.push(...textsOf(value).map((text) => ({ text, ...field })));
      return value;
    });
  }
  return { texts, replacedBy: (replacements) => replaceAll(json, outer, replacements) };
}

function replaceAll(json: IDataObject, paths: readonly Path[], texts: readonly string[]): IDataObject {
  let done = 0;
  return paths.reduce<IDataObject>((item, path) => {
    const replaced = replaceAt(item, path, (value) => {
      const own = texts.slice(done, done + textsOf(value).length);
      done += own.length;
      return withTextsOf(value, own);
    });
    return replaced as IDataObject;
  }, json);
}

/** Deep inside an object, a shorter number is an amount or an id, and no card. */
const WITHIN_OBJECT = { leastDigits: 7 };
/** A field that is named may hold any whole number. */
const ITSELF = { leastDigits: 1 };

function textsOf(value: unknown): readonly string[] {
  return textsIn(value, numbersOf(value));
}

function withTextsOf(value: unknown, texts: readonly string[]): unknown {
  return withTexts(value, texts, numbersOf(value));
}

function numbersOf(value: unknown): MapTextsOptions {
  return typeof value === 'number' ? ITSELF : WITHIN_OBJECT;
}

/** What the node said before is no text of the item: it quotes what was found, or keeps it to be restored. */
function withoutReport(json: IDataObject): IDataObject {
  return Object.fromEntries(Object.entries(json).filter(([name]) => name !== 'guardrails'));
}
