import { type Conditions, dataWith } from '../../support/conditions.mts';
import type { LabelledDocument } from './document.mts';
import { generatedDocuments } from './generated.mts';
import { PRESIDIO_FILE, presidioDocuments } from './presidio.mts';

export interface DocumentSet {
  readonly name: string;
  readonly documents: readonly LabelledDocument[];
}

/** What the detection of personal data is measured with, and what is not there. */
export interface DocumentSets {
  readonly sets: readonly DocumentSet[];
  /** A sentence for the reader; empty when nothing is missing. */
  readonly missing: string;
}

export function documentSets(conditions: Conditions): DocumentSets {
  const own = { name: 'own', documents: generatedDocuments(conditions.quick ? 200 : 1_500) };
  const folder = dataWith(conditions, PRESIDIO_FILE);
  if (folder === undefined) {
    return { sets: [own], missing: ' Left out: --data names no folder with microsoft/presidio-research.' };
  }
  const all = presidioDocuments(folder);
  const presidio = { name: 'presidio', documents: conditions.quick ? all.slice(0, 300) : all };
  return { sets: [presidio, own], missing: '' };
}
