import type { ModelHeader } from '../../../core/guardrails/linear/modelFile.ts';
import { RARITY_STEP } from '../../../core/guardrails/linear/modelFile.ts';
import type { GramKind } from '../../../core/guardrails/linear/grams.ts';

const LARGEST = 127;

/** A group with the weights that were found for it. */
export interface FittedGroup {
  readonly kind: GramKind;
  /** Those of the grams that have slots of their own. */
  readonly hashes: Uint32Array | undefined;
  readonly rarity: Float32Array;
  readonly damping?: number | undefined;
  /** By output, then by slot. */
  readonly weights: readonly Float64Array[];
}

export interface FittedModel {
  readonly outputs: readonly string[];
  readonly biases: readonly number[];
  readonly groups: readonly FittedGroup[];
  readonly extra: ReadonlyMap<string, readonly number[]>;
}

/** The text of a weights file, which `readModel` of core reads. Weights are rounded to one byte each. */
export function encodeModel({ outputs, biases, groups, extra }: FittedModel): string {
  const header: ModelHeader = {
    outputs: [...outputs],
    biases: biases.map(rounded),
    groups: groups.map(({ kind, hashes, rarity, weights, damping }) => ({
      kind,
      slots: rarity.length,
      own: hashes !== undefined,
      scales: weights.map(scaleOf).map(rounded),
      damping,
    })),
    extra: Object.fromEntries([...extra].map(([name, values]) => [name, values.map(rounded)])),
  };
  const bytes = Buffer.concat(groups.flatMap(bytesOf));
  return `${JSON.stringify(header)}\n${bytes.toString('base64')}\n`;
}

function bytesOf({ hashes, rarity, weights }: FittedGroup): Buffer[] {
  const ownHashes = hashes === undefined ? [] : [hashBytes(hashes)];
  const steps = Uint8Array.from(rarity, (value) => Math.round((value - 1) / RARITY_STEP));
  const scales = weights.map(scaleOf);
  const bySlot = new Int8Array(rarity.length * weights.length);
  weights.forEach((values, output) => {
    values.forEach((value, slot) => {
      bySlot[slot * weights.length + output] = Math.round(value / (scales[output] ?? 1));
    });
  });
  return [...ownHashes, Buffer.from(steps), Buffer.from(bySlot.buffer)];
}

function hashBytes(hashes: Uint32Array): Buffer {
  const bytes = Buffer.alloc(hashes.length * 4);
  hashes.forEach((hash, index) => bytes.writeUInt32LE(hash, index * 4));
  return bytes;
}

function scaleOf(weights: Float64Array): number {
  const largest = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest === 0 ? 1 : largest / LARGEST;
}

function rounded(value: number): number {
  return Number(value.toPrecision(7));
}
