import { THING_WORDS } from '../../contextVocabulary';

/** Words of things that are also in the names of documents: `tax id`, `business number`. */
const IN_NAMES_OF_DOCUMENTS: ReadonlySet<string> = new Set(['id', 'ids', 'article', 'case', 'reference']);

/** What else carries numbers as long as those of documents. */
export const OTHER_NUMBERS: readonly string[] = [
  ...THING_WORDS.filter((word) => !IN_NAMES_OF_DOCUMENTS.has(word)),
  ...['phone', 'telephone', 'tel', 'mobile', 'cell', 'fax', 'call', 'transaction', 'shipping'],
];
