import { auroc } from './measures.mts';

/** A draft as a cascade that has to decide on it is measured. */
export interface Decided {
  /** The lower, the sooner it is escalated. */
  readonly score: number;
  /** Of the draft, and of the answer of the strong model: 0..1. */
  readonly quality: number;
  readonly verifiedQuality: number;
  readonly isGood: boolean;
  /** US dollars. */
  readonly draftCost: number;
  readonly verifiedCost: number;
}

/** The chance that a good draft has a higher score than a bad one. */
export function ranking(drafts: readonly Decided[]): number {
  return auroc(
    drafts.map(({ score }) => score),
    drafts.map(({ isGood }) => isGood),
  );
}

/**
 * Average performance gap recovered (Ong et al., RouteLLM, 2024): drafts are escalated from the lowest score up; the area
 * under the share of the gap between weak and strong that is closed, over the share escalated. 0.5 = at random.
 */
export function gapRecovered(drafts: readonly Decided[]): number {
  const gains = grouped(drafts, ({ score }) => score);
  const gap = sumOf(drafts, gainOf);
  let [closed, area] = [0, 0];
  for (const [, tied] of [...gains].sort(([a], [b]) => a - b)) {
    const gain = sumOf(tied, gainOf);
    area += (closed + gain / 2) * tied.length;
    closed += gain;
  }
  return area / (gap * drafts.length);
}

const BINS = 10;

/** Mean distance between what scores promise and what comes true, over ten bins of equal width. */
export function calibrationError(drafts: readonly Decided[]): number {
  const bins = grouped(drafts, ({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)));
  const distances = [...bins.values()].map((bin) =>
    Math.abs(sumOf(bin, ({ score }) => score) - sumOf(bin, ({ quality }) => quality)),
  );
  return distances.reduce((sum, distance) => sum + distance, 0) / drafts.length;
}

/** What comes of escalating every draft below a threshold. */
export interface Operation {
  readonly escalated: number;
  readonly quality: number;
  /** As a share of always asking the strong model. */
  readonly retained: number;
  readonly saved: number;
  /** `quality` less that of escalating as many at random, and its 95 % interval. */
  readonly gain: number;
  readonly interval: readonly [low: number, high: number];
}

export function operationOf(drafts: readonly Decided[], isEscalated: (draft: Decided) => boolean): Operation {
  const decided = drafts.map((draft) => ({ draft, escalated: isEscalated(draft) }));
  const count = drafts.length;
  const escalated = decided.filter((each) => each.escalated).length / count;
  const quality =
    sumOf(decided, (each) => (each.escalated ? each.draft.verifiedQuality : each.draft.quality)) / count;
  const cost = sumOf(
    decided,
    (each) => each.draft.draftCost + (each.escalated ? each.draft.verifiedCost : 0),
  );
  // What a draft adds to the gain over chance: its own gain, counted for what its decision differs from the rate.
  const gains = decided.map(
    (each) => (Number(each.escalated) - escalated) * (gainOf(each.draft) - sumOf(drafts, gainOf) / count),
  );
  const gain = gains.reduce((sum, value) => sum + value, 0) / count;
  const deviation = Math.sqrt(gains.reduce((sum, value) => sum + (value - gain) ** 2, 0)) / count;
  return {
    escalated,
    quality,
    retained: quality / (sumOf(drafts, ({ verifiedQuality }) => verifiedQuality) / count),
    saved: 1 - cost / sumOf(drafts, ({ verifiedCost }) => verifiedCost),
    gain,
    interval: [gain - 1.96 * deviation, gain + 1.96 * deviation],
  };
}

function gainOf({ quality, verifiedQuality }: Decided): number {
  return verifiedQuality - quality;
}

function grouped(
  drafts: readonly Decided[],
  keyOf: (draft: Decided) => number,
): ReadonlyMap<number, readonly Decided[]> {
  const groups = new Map<number, Decided[]>();
  for (const draft of drafts) {
    const group = groups.get(keyOf(draft));
    if (group) group.push(draft);
    else groups.set(keyOf(draft), [draft]);
  }
  return groups;
}

function sumOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
