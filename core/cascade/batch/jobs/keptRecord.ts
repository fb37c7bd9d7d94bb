import { asError } from '../../../errors/asError';
import type { CheckpointConfig } from '../../../batch/batchConfig';
import { StoredStateError } from '../../../stores/storedStateError';
import { readJobsRecord, type JobsRecord } from './jobsRecord';

const KEY = 'jobs';
/** A job takes a day at most: the record changes before that, or the process that keeps it is gone. */
const TWO_DAYS_MS = 172_800_000;

export type KeptUnder = Pick<CheckpointConfig<unknown, unknown>, 'store' | 'batchId' | 'ttlMs'>;

/** The record of a batch, in a store. */
export class KeptRecord {
  readonly #where: KeptUnder;
  #fault: Error | undefined;

  constructor(where: KeptUnder) {
    this.#where = where;
  }

  /** Why the newest record is not in the store; undefined when it is. */
  get fault(): Error | undefined {
    return this.#fault;
  }

  /**
   * Undefined when there is none of these queries.
   *
   * @throws {StoredStateError} for one that cannot be read
   * @throws what the store throws
   */
  async read(queries: number, fingerprint: string): Promise<JobsRecord | undefined> {
    const { store, batchId } = this.#where;
    const [text] = await store.batchEntries(batchId, [KEY]);
    const record = text === undefined ? undefined : await recordIn(text);
    return record?.queries === queries && record.fingerprint === fingerprint ? record : undefined;
  }

  /** A store that does not take it ends no batch: see `fault`. */
  async keep(record: JobsRecord): Promise<void> {
    const { store, batchId, ttlMs = TWO_DAYS_MS } = this.#where;
    const keeping = async () => {
      await store.keepBatchEntries(batchId, [[KEY, JSON.stringify(record)]], ttlMs);
    };
    this.#fault = await keeping().then(() => undefined, asError);
  }
}

async function recordIn(text: string): Promise<JobsRecord> {
  return await Promise.resolve(text)
    .then((json) => readJobsRecord(JSON.parse(json)))
    .catch((cause: unknown) => {
      throw new StoredStateError('The jobs of a batch', asError(cause).message, cause);
    });
}
