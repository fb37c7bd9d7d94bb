import { loadCore } from '../engineOverhead/workload.mts';
import { percent } from '../support/percent.mts';
import type { Table } from '../support/table.mts';
import { NAME, ownModerator } from './peers/cascadeflow.mts';
import type { Moderator } from './peers/contestant.mts';
import { wordFilters } from './peers/wordFilters.mts';

const TARGET_PASS = 0.85;

/** Texts of one kind, all harmful or all harmless, and the share that each moderator decides rightly. */
interface Line {
  readonly name: string;
  readonly isHarmful: boolean;
  readonly texts: readonly string[];
  readonly right: ReadonlyMap<string, number>;
}

/** The functional cases of the tests: harmful texts found, and texts that only look harmful let pass. */
export async function functional(): Promise<Table> {
  const moderators = [ownModerator(await loadCore()), ...wordFilters];
  const { HATEFUL } = await import('../../test/core/guardrails/moderation/functional/hateful.ts');
  const { HARMLESS } = await import('../../test/core/guardrails/moderation/functional/harmless.ts');
  const { OTHER_HARM } = await import('../../test/core/guardrails/moderation/functional/otherHarm.ts');
  const lines = [
    ...[...HATEFUL, ...HARMLESS].map(({ name, hateful, texts }) => lineOf(name, hateful, texts, moderators)),
    ...OTHER_HARM.flatMap(({ category, harmful, harmless }) => [
      lineOf(category, true, harmful, moderators),
      lineOf(category, false, harmless, moderators),
    ]),
  ];
  return tableOf(lines, moderators);
}

function lineOf(
  name: string,
  isHarmful: boolean,
  texts: readonly string[],
  moderators: readonly Moderator[],
): Line {
  const shares = moderators.map((moderator) => {
    const right = texts.filter((text) => moderator.isHarmful(text) === isHarmful);
    return [moderator.name, right.length / texts.length] as const;
  });
  return { name, isHarmful, texts, right: new Map(shares) };
}

function tableOf(lines: readonly Line[], moderators: readonly Moderator[]): Table {
  const harmless = lines.filter(({ isHarmful }) => !isHarmful);
  const below = harmless.filter(({ right }) => (right.get(NAME) ?? 0) < TARGET_PASS).map(({ name }) => name);
  return {
    title: 'Moderation: cases of our own that are decided rightly',
    columns: ['', 'cases', ...moderators.map(({ name }) => name)],
    rows: [
      ...lines.map(rowOf),
      rowOf(
        together(
          'all that is harmful',
          lines.filter(({ isHarmful }) => isHarmful),
        ),
      ),
      rowOf(together('all that only looks harmful', harmless)),
    ],
    remark:
      `Each kind of harmless text is to pass in at least ${percent(TARGET_PASS)}; ours misses that for ` +
      `${below.length === 0 ? 'none' : below.join(', ')}. Our patterns were written beside these cases.`,
  };

  function rowOf({ name, isHarmful, texts, right }: Line): readonly string[] {
    return [
      `${isHarmful ? 'found' : 'let pass'}: ${name}`,
      String(texts.length),
      ...moderators.map((moderator) => percent(right.get(moderator.name) ?? NaN)),
    ];
  }

  function together(name: string, some: readonly Line[]): Line {
    const texts = some.flatMap((line) => line.texts);
    const isHarmful = some.some((line) => line.isHarmful);
    return lineOf(name, isHarmful, texts, moderators);
  }
}
