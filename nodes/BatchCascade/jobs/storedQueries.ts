import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { asError, CascadeError, type Store } from '../../../core';
import { asRecord } from '../../shared/shape';
import { imageFields } from '../images';
import { queryParameterNames } from '../parameters';
import { readDiscount, readReturns, type Returns } from '../settings';

/** What is kept of an item of a job: what the panel said for it, and its fields. */
interface StoredQuery {
  readonly parameters: ReadonlyMap<string, unknown>;
  /** Why the panel had nothing to say for it, as when an expression failed. */
  readonly fault: string | undefined;
  readonly json: IDataObject;
}

export interface StoredQueries {
  readonly queries: readonly StoredQuery[];
  readonly returns: Returns;
  /** 0..1; undefined when what is known of the provider holds. */
  readonly discount: number | undefined;
  /** How long they are kept after the last change, in ms. */
  readonly ttlMs: number;
}

const HEAD = 'queries';
const VERSION = 1;
/** As many as one round trip to a store carries well. */
const AT_ONCE = 500;

function keyOf(index: number): string {
  return `query:${String(index)}`;
}

/**
 * Keeps all that is needed to answer the incoming items in a later execution. What is the same for all items is kept once.
 *
 * @throws {StoreFullError}
 * @throws {StoreUnavailableError}
 */
export async function keepQueries(
  context: IExecuteFunctions,
  { store, jobId, ttlMs }: { store: Store; jobId: string; ttlMs: number },
): Promise<void> {
  const items = context.getInputData();
  const returns = readReturns(context);
  const discount = readDiscount(context);
  const first = readParameters(context, 0);
  const common = 'fault' in first ? {} : first.parameters;
  const head = { version: VERSION, count: items.length, returns, discount, ttlMs, common };
  const rows = items.map((item, index): [string, string] => {
    const own = unlike(common, withoutImages(item, readParameters(context, index)));
    return [keyOf(index), JSON.stringify({ ...own, json: keptOf(item, returns) })];
  });
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await store.keepBatchEntries(jobId, rows.slice(from, from + AT_ONCE), ttlMs);
  }
  await store.keepBatchEntries(jobId, [[HEAD, JSON.stringify(head)]], ttlMs);
}

type Read = { readonly parameters: Record<string, unknown> } | { readonly fault: string };

function readParameters(context: IExecuteFunctions, itemIndex: number): Read {
  try {
    const values = queryParameterNames.map((name) => [
      name,
      context.getNodeParameter(name, itemIndex, null) as unknown,
    ]);
    return { parameters: Object.fromEntries(values) as Record<string, unknown> };
  } catch (error) {
    return { fault: asError(error).message };
  }
}

/** Images are too large to be kept, and the query would be another one without them. */
function withoutImages(item: INodeExecutionData, read: Read): Read {
  if ('fault' in read || asRecord(read.parameters['options'])['passImages'] === false) return read;
  if (imageFields(item).length === 0) return read;
  return {
    fault: 'The images of an item cannot be kept for a job: use Run Batch, or switch Pass Images off',
  };
}

/** A reservation that the item brings along is needed in any case. */
function keptOf({ json }: INodeExecutionData, { includesInputFields }: Returns): IDataObject {
  if (includesInputFields) return json;
  return 'rateLimit' in json ? { rateLimit: json['rateLimit'] } : {};
}

/** Without what is common to all. */
function unlike(common: Record<string, unknown>, read: Read): Read {
  if ('fault' in read) return read;
  const own = Object.entries(read.parameters).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(common[name]),
  );
  return { parameters: Object.fromEntries(own) };
}

/**
 * The queries of a job, in their order.
 *
 * @throws {CascadeError} `JOB_UNKNOWN` when the store holds no such job
 */
export async function storedQueries(store: Store, jobId: string): Promise<StoredQueries> {
  const [text] = await store.batchEntries(jobId, [HEAD]);
  const head = asRecord(parsed(text));
  const count = head['count'];
  if (head['version'] !== VERSION || typeof count !== 'number') throw unknownJob();
  const common = asRecord(head['common']);
  const rows: (string | undefined)[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const keys = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, offset) => keyOf(from + offset));
    rows.push(...(await store.batchEntries(jobId, keys)));
  }
  const { includesInputFields, returnsTrace } = asRecord(head['returns']);
  const discount = head['discount'];
  return {
    queries: rows.map((row) => queryOf(row, common)),
    discount: typeof discount === 'number' ? discount : undefined,
    ttlMs: Number(head['ttlMs']),
    returns: { includesInputFields: includesInputFields !== false, returnsTrace: returnsTrace === true },
  };
}

function queryOf(row: string | undefined, common: Record<string, unknown>): StoredQuery {
  const { parameters, fault, json } = asRecord(parsed(row));
  return {
    parameters: new Map([...Object.entries(common), ...Object.entries(asRecord(parameters))]),
    fault:
      row === undefined ? 'The query is not kept any more' : typeof fault === 'string' ? fault : undefined,
    json: asRecord(json) as IDataObject,
  };
}

function parsed(text: string | undefined): unknown {
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

export function unknownJob(): CascadeError {
  return new CascadeError('There is no job with this ID', {
    code: 'JOB_UNKNOWN',
    hint: 'A job is kept in the store that Submit Job used, for as long as its Keep Results For says. Static data belongs to one workflow, and a run by hand does not see what production keeps there.',
  });
}
