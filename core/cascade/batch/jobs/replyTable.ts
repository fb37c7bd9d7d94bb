import type { JobReply } from '../../../models/jobs/chatJobs';

/** A reply, and the pass whose job brought it. */
export interface KnownReply {
  readonly pass: number;
  readonly reply: JobReply;
}

/** What the jobs of a batch have replied, by custom id. */
export class ReplyTable {
  readonly #replies = new Map<string, KnownReply>();

  /** A reply says more than that there will be none. */
  add(pass: number, reply: JobReply): void {
    const { customId } = reply;
    const known = this.#replies.get(customId);
    if (!known || !isWorkedOn(known.reply)) this.#replies.set(customId, { pass, reply });
  }

  get(customId: string): KnownReply | undefined {
    return this.#replies.get(customId);
  }
}

/** Whether the model was asked: expired and cancelled requests never reached it. */
export function isWorkedOn({ kind }: JobReply): boolean {
  return kind === 'answered' || kind === 'failed';
}
