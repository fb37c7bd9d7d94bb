import { systemClock, type BatchItem, type JobsProgress, type TenantResult } from '../../core';
import type { IExecuteFunctions } from 'n8n-workflow';
import { isManual } from '../shared/tenants/openStore';

/** A tenth of the batch is news, but not more often than this; so is a single query after a minute. In milliseconds. */
const LEAST_MS_BETWEEN = 5_000;
const LEAST_SHARE_BETWEEN = 0.1;
const LONGEST_SILENCE_MS = 60_000;

/** Tells how far a batch is while it runs: in the log of n8n, in the browser of a run by hand, to whoever streams. */
export class Progress {
  readonly #context: IExecuteFunctions;
  readonly #total: number;
  readonly #begunAt = systemClock.now();
  #done = 0;
  #failed = 0;
  #told = 0;
  #toldAt = this.#begunAt;
  #hasBegun = false;

  constructor(context: IExecuteFunctions, total: number) {
    this.#context = context;
    this.#total = total;
  }

  item({ status }: Pick<BatchItem<TenantResult>, 'status'>): void {
    if (status === 'done') this.#done += 1;
    else this.#failed += 1;
    const known = this.#done + this.#failed;
    if (known === this.#total || this.#isDue(known)) this.#tell(known);
  }

  jobs({ pass, total, answered, failed }: JobsProgress): void {
    const what = pass === 1 ? 'drafts' : `answers of pass ${String(pass)}`;
    this.#say(`${String(answered)} of ${String(total)} ${what} have come from the provider${but(failed)}`);
  }

  end(): void {
    if (this.#hasBegun) this.#context.sendChunk('end', 0);
  }

  #isDue(known: number): boolean {
    const silenceMs = systemClock.now() - this.#toldAt;
    if (silenceMs >= LONGEST_SILENCE_MS) return true;
    return silenceMs >= LEAST_MS_BETWEEN && known - this.#told >= this.#total * LEAST_SHARE_BETWEEN;
  }

  #tell(known: number): void {
    this.#told = known;
    this.#toldAt = systemClock.now();
    const seconds = Math.round((this.#toldAt - this.#begunAt) / 1000);
    this.#say(
      `${String(known)} of ${String(this.#total)} queries done${but(this.#failed)} after ${String(seconds)} s`,
    );
  }

  #say(words: string): void {
    const context = this.#context;
    const line = `${context.getNode().name}: ${words}`;
    context.logger.info(line);
    if (isManual(context)) context.sendMessageToUI(line);
    if (!('isStreaming' in context) || !context.isStreaming()) return;
    if (!this.#hasBegun) context.sendChunk('begin', 0);
    this.#hasBegun = true;
    context.sendChunk('item', 0, `${words}\n`);
  }
}

function but(failed: number): string {
  return failed === 0 ? '' : `, ${String(failed)} of them failed`;
}
