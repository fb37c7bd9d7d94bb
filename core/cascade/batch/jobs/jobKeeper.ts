import type { Awaitable } from '../../../stores/awaitable';
import type { JobAdmissions } from './jobAdmissions';
import { isLive, type JobEntry, type JobsRecord } from './jobsRecord';

/** Takes the record of a batch each time that it has changed, to keep it. */
export type OnRecord = (record: JobsRecord) => Awaitable<void>;

/** The record of a batch while it is worked on. */
export class JobKeeper {
  readonly #admissions: JobAdmissions;
  readonly #onRecord: OnRecord | undefined;
  #record: JobsRecord;
  /** By the place of the job in the record, what its provider said of it. */
  readonly #words = new Map<number, string>();

  /** A job that was being submitted when the record was written may be at the provider or not. */
  constructor(record: JobsRecord, admissions: JobAdmissions, onRecord: OnRecord | undefined) {
    this.#admissions = admissions;
    this.#onRecord = onRecord;
    const jobs = record.jobs.map((job) =>
      job.state === 'submitting' ? { ...job, state: 'lost' as const } : job,
    );
    this.#record = { ...record, jobs };
  }

  get record(): JobsRecord {
    return { ...this.#record, ...this.#admissions.kept };
  }

  get jobs(): readonly JobEntry[] {
    return this.#record.jobs;
  }

  get isLive(): boolean {
    return this.jobs.some(isLive);
  }

  /** @returns the place of the job in the record */
  async add(entry: JobEntry): Promise<number> {
    await this.#change({ jobs: [...this.jobs, entry] });
    return this.jobs.length - 1;
  }

  /** @param words of the provider, on a job that is not as it should be */
  async update(place: number, change: Partial<JobEntry>, words?: string): Promise<void> {
    if (words !== undefined) this.#words.set(place, words);
    await this.#change({
      jobs: this.jobs.map((job, index) => (index === place ? { ...job, ...change } : job)),
    });
  }

  /** Every query has had its first turn. */
  async close(): Promise<void> {
    this.#admissions.close();
    if (!this.#record.isSubmitted) await this.#change({ isSubmitted: true });
  }

  /** What jobs left unanswered that are over is to be asked again. What may have been taken is not. */
  async reopen(): Promise<void> {
    const isOver = (job: JobEntry) => !isLive(job) && job.state !== 'lost';
    await this.#change({ jobs: this.jobs.map((job) => (isOver(job) ? { ...job, isReplaced: true } : job)) });
  }

  /** The job that a request of a query is in, or was in. */
  jobOf(index: number, pass: number, modelKey: (job: JobEntry) => boolean): JobPlace | undefined {
    const place = this.jobs.findLastIndex(
      (job) =>
        job.pass === pass && job.first <= index && index <= job.last && !job.isReplaced && modelKey(job),
    );
    const entry = this.jobs[place];
    return entry && { entry, words: this.#words.get(place) };
  }

  async #change(change: Partial<JobsRecord>): Promise<void> {
    this.#record = { ...this.#record, ...change };
    await this.#onRecord?.(this.record);
  }
}

export interface JobPlace {
  readonly entry: JobEntry;
  readonly words: string | undefined;
}
