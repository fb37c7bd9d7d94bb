/** Which of the requests to a batch API is meant: the upload of the file, the job itself, a look at it... */
export type JobStep = 'upload' | 'create' | 'look' | 'results' | 'cancel';

/** How a request to the batch API is refused. */
interface JobRefusal {
  readonly at: JobStep;
  /** 404, 405 or 501 when the server has no batch API; 0 cuts the connection without an answer. */
  readonly status: number;
  /** What it says; a page for people when left out. */
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How often it does so before it does what it was asked; always when left out. */
  readonly times?: number;
  /** Whether it does what it was asked before it refuses, as a server does whose answer is lost on the way. */
  readonly done?: boolean;
}

/** What becomes of a job. What is left out goes well. */
export interface JobRules {
  readonly refusals?: readonly JobRefusal[];
  /** At which look at it the job has ended: 1, the first, when left out. `Infinity` for one that never ends. */
  readonly endsAtLook?: number;
  /** How long it takes at least, in ms; nothing when left out. */
  readonly takesMs?: number;
  /** How it ends, unless it is cancelled before. */
  readonly ending?: 'completed' | 'failed' | 'expired';
  /** How many of its requests, from the first, were answered when it expired or was cancelled; none when left out. */
  readonly answeredBefore?: number;
  /** Why it failed. */
  readonly faults?: readonly string[];
  /** Changes the lines of the results: leaves some out, doubles them, breaks them. */
  readonly rewrite?: (lines: readonly string[]) => readonly string[];
}

/** A job as it was submitted. */
export interface SubmittedJob {
  readonly id: string;
  readonly api: 'openAi' | 'anthropic';
  readonly requests: readonly JobLine[];
  /** Header names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** How often it was looked at. */
  readonly looks: number;
  readonly isCancelled: boolean;
}

/** One request of a job. */
export interface JobLine {
  readonly customId: string;
  /** Of the chat completion, or of the message. */
  readonly body: unknown;
}
