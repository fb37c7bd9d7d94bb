import type * as Core from '../../core/index.ts';
import { loadCore } from '../engineOverhead/workload.mts';
import { Measurements, ratios } from '../limits/measurements.mts';
import type { Effort } from '../support/effort.mts';
import { median } from '../support/statistics.mts';
import type { Table } from '../support/table.mts';
import { generatedDocuments } from './documents/generated.mts';
import { prose } from './texts/prose.mts';

const LENGTH = 100_000;
const CHUNKS = [1, 16, 1_000];
const WHOLE = 'whole';
const NANOSECONDS_A_MS = 1_000_000;

/** A way to guard a text: in chunks, or all at once. */
interface Guarding {
  readonly name: string;
  readonly guard: () => Core.StreamGuard;
  readonly scan: (text: string) => unknown;
}

/** What guarding a stream costs a character, against one scan of the whole text by the same detectors. */
export async function stream(effort: Effort): Promise<Table> {
  const length = effort.quick ? LENGTH / 10 : LENGTH;
  const rows: (readonly string[])[] = [];
  for (const guarding of guardingsOf(await loadCore())) {
    for (const [kind, text] of textsOf(length)) {
      const measured = await Measurements.inTurn(effort.quick ? 1 : 7, subjectsOf(guarding, text));
      rows.push([`${kind}: ${guarding.name}`, ...cellsOf(measured)]);
    }
  }
  return {
    title: `Stream guard: nanoseconds a character of ${length.toLocaleString('en')}, and as a multiple of one scan of the whole`,
    columns: ['', WHOLE, ...CHUNKS.flatMap((size) => [`chunks of ${size.toLocaleString('en')}`, 'x'])],
    rows,
    remark: 'A model writes some 300 characters a second: a microsecond a character is 0.03 % of that time.',
  };
}

/** By name the whole, and by their size the chunks: nanoseconds a character. */
function subjectsOf({ guard, scan }: Guarding, text: string): ReadonlyMap<string, () => Promise<number>> {
  const chunked = CHUNKS.map((size) => {
    const chunks = chunksOf(text, size);
    return [String(size), () => nanosecondsACharacter(text, () => passThrough(guard(), chunks))] as const;
  });
  return new Map([[WHOLE, () => nanosecondsACharacter(text, () => scan(text))], ...chunked]);
}

function cellsOf(measured: Measurements): readonly string[] {
  const whole = measured.of(WHOLE);
  const chunked = CHUNKS.map((size) => measured.of(String(size)));
  return [
    median(whole).toFixed(0),
    ...chunked.flatMap((times) => [median(times).toFixed(0), median(ratios(times, whole)).toFixed(1)]),
  ];
}

function textsOf(length: number): ReadonlyMap<string, string> {
  const documents = generatedDocuments(Math.ceil(length / 150)).map(({ text }) => text);
  return new Map([
    ['prose', prose(length)],
    ['personal data and look-alikes', documents.join('\n').slice(0, length)],
    ['one long word', 'kR7x'.repeat(length / 4)],
  ]);
}

function guardingsOf(core: typeof Core): readonly Guarding[] {
  const pii = new core.PiiDetector();
  const secrets = new core.SecretDetector();
  const moderator = new core.ContentModerator();
  const detectors = [
    { guardrail: 'pii', finder: pii },
    { guardrail: 'secrets', finder: secrets },
  ] as const;
  return [
    {
      name: 'personal data and secrets',
      guard: () => new core.StreamGuard({ detectors }),
      scan: (text) => [pii.find(text), secrets.find(text)],
    },
    {
      name: 'with moderation',
      guard: () =>
        new core.StreamGuard({
          detectors,
          moderate: (sentence) => {
            moderator.check(sentence);
            return [];
          },
        }),
      scan: (text) => [pii.find(text), secrets.find(text), moderator.check(text)],
    },
  ];
}

function passThrough(guard: Core.StreamGuard, chunks: readonly string[]): string {
  let passed = '';
  for (const chunk of chunks) passed += guard.push(chunk);
  return passed + guard.end();
}

function chunksOf(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
}

function nanosecondsACharacter(text: string, work: () => unknown): Promise<number> {
  const start = performance.now();
  work();
  return Promise.resolve(((performance.now() - start) * NANOSECONDS_A_MS) / text.length);
}
