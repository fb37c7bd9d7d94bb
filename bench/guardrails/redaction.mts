import { loadCore } from '../engineOverhead/workload.mts';
import type { Conditions } from '../support/conditions.mts';
import { percent } from '../support/percent.mts';
import type { Table } from '../support/table.mts';
import { LABELLED_TYPES, type LabelledDocument, type LabelledType } from './documents/document.mts';
import { type DocumentSet, documentSets } from './documents/documentSets.mts';
import { NAME } from './peers/cascadeflow.mts';
import type { PersonalDataFinder } from './peers/contestant.mts';
import { personalDataFinders } from './peers/finders.mts';
import { lostWords, type Words } from './documents/redacted.mts';

/** Shares of the values of a type that may stay readable. */
const TARGETS: Readonly<Record<LabelledType, number>> = {
  email: 0.01,
  phone: 0.03,
  ssn: 0.01,
  credit_card: 0.01,
  ip_address: 0.01,
  iban: 0.01,
};

/** What one finder's redaction left of one set of documents. */
interface Result {
  readonly set: DocumentSet;
  readonly finder: PersonalDataFinder;
  /** By type: the share of labelled values that can still be read. */
  readonly readable: ReadonlyMap<LabelledType, number>;
  readonly words: Words;
}

/** Labelled values that can still be read after redaction, and words that should have stayed and are gone. */
export async function redaction(conditions: Conditions): Promise<Table> {
  const finders = await personalDataFinders(await loadCore());
  const { sets, missing } = documentSets(conditions);
  return tableOf(
    sets.flatMap((set) => finders.map((finder) => resultOf(set, finder))),
    missing,
  );
}

function resultOf(set: DocumentSet, finder: PersonalDataFinder): Result {
  const redacted = set.documents.map((document) => ({ document, left: redactedBy(finder, document) }));
  const values = redacted.flatMap(({ document, left }) =>
    document.labelled.map(({ type, start, end }) => ({
      type,
      readable: left.includes(document.text.slice(start, end)),
    })),
  );
  const words = redacted.map(({ document, left }) => lostWords(document, left));
  return {
    set,
    finder,
    readable: new Map(
      LABELLED_TYPES.map((type) => {
        const ofType = values.filter((value) => value.type === type);
        return [type, ofType.filter(({ readable }) => readable).length / ofType.length];
      }),
    ),
    words: {
      all: words.reduce((sum, { all }) => sum + all, 0),
      lost: words.reduce((sum, { lost }) => sum + lost, 0),
    },
  };
}

/** n8n's patterns fail when they have taken too long; then nothing is redacted. */
function redactedBy(finder: PersonalDataFinder, { text }: LabelledDocument): string {
  try {
    return finder.redact(text);
  } catch {
    return text;
  }
}

function tableOf(results: readonly Result[], missing: string): Table {
  const own = results.filter(({ finder }) => finder.name === NAME);
  const beyond = own.flatMap(({ set, readable }) =>
    LABELLED_TYPES.filter((type) => (readable.get(type) ?? 0) >= TARGETS[type]).map(
      (type) => `${type} (${set.name})`,
    ),
  );
  return {
    title: 'Personal data left after redaction: share of the labelled values that can still be read',
    columns: ['', ...LABELLED_TYPES, 'other words lost'],
    rows: results.map(({ set, finder, readable, words }) => [
      `${set.name} (${String(set.documents.length)}): ${finder.name}`,
      ...LABELLED_TYPES.map((type) => percent(readable.get(type) ?? NaN)),
      percent(words.lost / words.all),
    ]),
    remark:
      `Targets: below ${percent(TARGETS.phone)} of phone numbers, below ${percent(TARGETS.email)} of all others. ` +
      `Ours misses ${beyond.length === 0 ? 'none' : beyond.join(', ')}.${missing}`,
  };
}
