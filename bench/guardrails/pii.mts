import { loadCore } from '../engineOverhead/workload.mts';
import type { Conditions } from '../support/conditions.mts';
import { percent } from '../support/percent.mts';
import type { Table } from '../support/table.mts';
import { CORE_TYPES, LABELLED_TYPES, type LabelledDocument } from './documents/document.mts';
import { type DocumentSet, documentSets } from './documents/documentSets.mts';
import { NAME } from './peers/cascadeflow.mts';
import type { PersonalDataFinder } from './peers/contestant.mts';
import { personalDataFinders } from './peers/finders.mts';
import { added, f1Of, precisionOf, recallOf, type Tally, tallyOf } from './spans/tally.mts';
import type { TypedSpan } from './spans/span.mts';

const TARGET_F1 = 0.93;
const TARGET_F1_OF_TYPE = 0.85;

/** What one finder made of one set of documents, by type. */
interface Result {
  readonly set: DocumentSet;
  readonly finder: PersonalDataFinder;
  readonly tallies: ReadonlyMap<string, Tally>;
}

/** Personal data found in labelled documents: the same type, at least half of both places shared. */
export async function pii(conditions: Conditions): Promise<Table> {
  const finders = await personalDataFinders(await loadCore());
  const { sets, missing } = documentSets(conditions);
  const results = sets.flatMap((set) => finders.map((finder) => resultOf(set, finder)));
  return tableOf(results, missing);
}

function resultOf(set: DocumentSet, finder: PersonalDataFinder): Result {
  const found = new Map(set.documents.map((document) => [document, foundIn(document, finder)]));
  const tallies = LABELLED_TYPES.map(
    (type) =>
      [type, added([...found].map(([{ labelled }, spans]) => tallyOf(type, labelled, spans)))] as const,
  );
  return { set, finder, tallies: new Map(tallies) };
}

/** n8n's patterns fail when they have taken too long; then it has found nothing. */
function foundIn({ text }: LabelledDocument, finder: PersonalDataFinder): readonly TypedSpan[] {
  try {
    return finder.find(text);
  } catch {
    return [];
  }
}

function tableOf(results: readonly Result[], missing: string): Table {
  const own = results.filter(({ finder }) => finder.name === NAME);
  const micro = own.map((result) => f1Of(coreTally(result)));
  const types = own.flatMap(({ tallies }) => [...tallies.values()]).map(f1Of);
  return {
    title: 'Personal data found: precision / recall / F1 in percent, same type, half of both places shared',
    columns: ['', ...LABELLED_TYPES, 'the five core types', 'F1'],
    rows: results.map((result) => [
      `${result.set.name} (${String(result.set.documents.length)}): ${result.finder.name}`,
      ...LABELLED_TYPES.map((type) => cellOf(result.tallies.get(type))),
      cellOf(coreTally(result)),
      percent(f1Of(coreTally(result))),
    ]),
    remark:
      `Ours: F1 at least ${percent(Math.min(...micro))} on the five core types (target: ${percent(TARGET_F1)}), at ` +
      `least ${percent(Math.min(...types))} on each type (target: ${percent(TARGET_F1_OF_TYPE)}).${missing}`,
  };
}

function coreTally({ tallies }: Result): Tally {
  return added(CORE_TYPES.flatMap((type) => tallies.get(type) ?? []));
}

function cellOf(tally: Tally | undefined): string {
  if (tally === undefined) return '-';
  const shares = [precisionOf(tally), recallOf(tally), f1Of(tally)];
  return shares.map((share) => (Number.isNaN(share) ? '-' : (share * 100).toFixed(1))).join(' / ');
}
