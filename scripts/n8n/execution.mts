import { z } from 'zod/v3';

/** One item as it left a node: its data, the input item it came from, and the error that made it fail. */
const itemSchema = z.object({
  json: z.record(z.unknown()),
  pairedItem: z.unknown(),
  error: z.unknown(),
});

const errorSchema = z.object({ message: z.string(), description: z.string().nullish() });

/** The run of another node that this one belongs to: for a sub-node, that of the node it was asked by. */
const sourceSchema = z.object({ previousNode: z.string(), previousNodeRun: z.number().optional() });

const runSchema = z.object({
  executionStatus: z.string().optional(),
  source: z.array(sourceSchema.nullable()).optional(),
  executionTime: z.number().optional(),
  error: errorSchema.optional(),
  /** What the node says of the run in the editor. */
  hints: z.array(z.object({ message: z.string() })).optional(),
  /** By connection type (`main`, `ai_languageModel`...), then by output; null where an output got nothing. */
  data: z.record(z.array(z.array(itemSchema).nullable())).optional(),
});

const runDataSchema = z.object({
  resultData: z.object({
    /** By node, its runs in order. */
    runData: z.record(z.array(runSchema)),
    lastNodeExecuted: z.string().optional(),
    error: errorSchema.optional(),
  }),
});

/** What `GET /executions/:id` answers. Its `data` is text in the "flatted" form. */
export const executionSchema = z.object({
  id: z.string(),
  status: z.string(),
  mode: z.string(),
  workflowId: z.string(),
  data: z.string().transform((text) => runDataSchema.parse(unflatten(text))),
});

export type Execution = z.output<typeof executionSchema>;

/**
 * Reads the "flatted" form (https://github.com/WebReflection/flatted), which n8n keeps run data in: a JSON array
 * whose first entry is the value itself and in which every string inside an object or array is the index of another
 * entry.
 */
function unflatten(text: string): unknown {
  const entries = z.array(z.unknown()).parse(JSON.parse(text));
  const built = new Map<unknown, unknown>();
  const valueAt = (reference: unknown): unknown => {
    if (typeof reference !== 'string') return reference;
    const entry = entries[Number(reference)];
    if (typeof entry !== 'object' || entry === null) return entry;
    if (built.has(reference)) return built.get(reference);
    return Array.isArray(entry) ? buildArray(reference, entry) : buildObject(reference, entry);
  };
  const buildArray = (reference: string, entry: readonly unknown[]): unknown[] => {
    const values: unknown[] = [];
    built.set(reference, values);
    for (const element of entry) values.push(valueAt(element));
    return values;
  };
  const buildObject = (reference: string, entry: object): object => {
    const value = {};
    built.set(reference, value);
    return Object.assign(
      value,
      Object.fromEntries(Object.entries(entry).map(([name, part]) => [name, valueAt(part)])),
    );
  };
  return valueAt('0');
}
