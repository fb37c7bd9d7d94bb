import type { JobLine, JobRules, SubmittedJob } from './jobRules.mts';

type JobState = 'waiting' | 'running' | 'cancelling' | 'completed' | 'failed' | 'expired' | 'cancelled';

/** How many jobs there were in this process: their ids have to differ. */
let jobs = 0;

/** A job that goes on each time when somebody looks at it. */
export class Job implements SubmittedJob {
  readonly id: string;
  readonly api: SubmittedJob['api'];
  readonly requests: readonly JobLine[];
  readonly headers: ReadonlyMap<string, string>;
  readonly rules: JobRules;
  readonly createdAt = Date.now();
  #looks = 0;
  #cancelledAtLook: number | undefined;

  constructor({ api, requests, headers }: Pick<Job, 'api' | 'requests' | 'headers'>, rules: JobRules) {
    this.id = `${api === 'openAi' ? 'batch' : 'msgbatch'}_${String(++jobs)}`;
    this.api = api;
    this.requests = requests;
    this.headers = headers;
    this.rules = rules;
  }

  get looks(): number {
    return this.#looks;
  }

  get isCancelled(): boolean {
    return this.#cancelledAtLook !== undefined;
  }

  look(): void {
    this.#looks += 1;
  }

  /** Nothing happens to one that has ended. */
  cancel(): void {
    if (!this.hasEnded) this.#cancelledAtLook ??= this.#looks;
  }

  get hasEnded(): boolean {
    return !['waiting', 'running', 'cancelling'].includes(this.state);
  }

  get state(): JobState {
    if (this.#cancelledAtLook !== undefined) {
      return this.#looks > this.#cancelledAtLook ? 'cancelled' : 'cancelling';
    }
    const { endsAtLook = 1, takesMs = 0, ending = 'completed' } = this.rules;
    if (this.#looks >= endsAtLook && Date.now() >= this.createdAt + takesMs) return ending;
    return this.#looks === 0 ? 'waiting' : 'running';
  }

  /** How many of its requests, from the first, are answered. */
  get answered(): number {
    const { answeredBefore = 0 } = this.rules;
    switch (this.state) {
      case 'completed':
        return this.requests.length;
      case 'expired':
      case 'cancelled':
        return Math.min(answeredBefore, this.requests.length);
      default:
        return 0;
    }
  }
}
