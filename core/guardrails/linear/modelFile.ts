import { z } from 'zod/v3';
import { GRAM_KINDS } from './grams';
import type { LinearModel, WeightedGroup } from './linearModel';
import { ownSlots, sharedSlots } from './slots';

/** A rarity is kept in one byte, in steps of this size; no gram has less than 1. */
export const RARITY_STEP = 1 / 24;

const BYTES_OF_A_HASH = 4;

const groupSchema = z.object({
  kind: z.enum(GRAM_KINDS),
  slots: z.number().int().positive(),
  /** Whether the grams have slots of their own: then their hashes stand before the rarities, all but the last slot's. */
  own: z.boolean(),
  scales: z.array(z.number()),
  damping: z.number().optional(),
});

/** @internal */
const headerSchema = z.object({
  outputs: z.array(z.string()),
  biases: z.array(z.number()),
  groups: z.array(groupSchema),
  /** What the model's user needs besides. */
  extra: z.record(z.array(z.number())),
});

/** The first line of a weights file. The second is base64: for each group hashes, rarities, weights. @internal */
export type ModelHeader = z.infer<typeof headerSchema>;
type GroupHeader = z.infer<typeof groupSchema>;

export interface ModelFile {
  readonly model: LinearModel;
  readonly extra: ReadonlyMap<string, readonly number[]>;
}

/** @throws ZodError or RangeError when the text is not that of a weights file */
export function readModel(text: string): ModelFile {
  const [first = '', second = ''] = text.split('\n');
  const header = headerSchema.parse(JSON.parse(first));
  const bytes = new Reader(bytesOf(second));
  const groups = header.groups.map((group) => readGroup(group, header.outputs.length, bytes));
  return {
    model: { outputs: header.outputs, biases: header.biases, groups },
    extra: new Map(Object.entries(header.extra)),
  };
}

function readGroup(
  { kind, slots: count, own, scales, damping }: GroupHeader,
  outputs: number,
  bytes: Reader,
): WeightedGroup {
  const slots = own ? ownSlots(bytes.hashes(count - 1)) : sharedSlots(count);
  const rarity = Float32Array.from(bytes.take(count), (byte) => 1 + byte * RARITY_STEP);
  return { kind, slots, rarity, weights: Int8Array.from(bytes.take(count * outputs)), scales, damping };
}

class Reader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(count: number): Uint8Array {
    const end = this.#position + count;
    if (end > this.#bytes.length) throw new RangeError('The weights file ends too early.');
    const taken = this.#bytes.subarray(this.#position, end);
    this.#position = end;
    return taken;
  }

  hashes(count: number): Uint32Array {
    const { buffer, byteOffset } = this.take(count * BYTES_OF_A_HASH);
    const view = new DataView(buffer, byteOffset);
    return Uint32Array.from({ length: count }, (_, index) => view.getUint32(index * BYTES_OF_A_HASH, true));
  }
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
