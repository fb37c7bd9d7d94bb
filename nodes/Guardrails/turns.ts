import { asError } from '../../core';

/** As many items as are checked at the same time: each may ask several models outside, which limit how often. */
const AT_ONCE = 10;

/** Lets a few of many work at the same time, in the order in which they come. */
export class Turns {
  readonly #endAtFailure: boolean;
  readonly #waiting: (() => void)[] = [];
  #free = AT_ONCE;
  #failure: Error | undefined;

  /** @param options.endAtFailure whether nothing is begun any more once something has failed */
  constructor({ endAtFailure }: { readonly endAtFailure: boolean }) {
    this.#endAtFailure = endAtFailure;
  }

  /** @throws what `work` throws, or what ended the turns before it was its own */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#turn();
    return await this.#begin(work)
      .catch((thrown: unknown): never => {
        if (this.#endAtFailure) this.#failure ??= asError(thrown);
        throw asError(thrown);
      })
      .finally(() => {
        this.#pass();
      });
  }

  async #turn(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((begin) => this.#waiting.push(begin));
  }

  async #begin<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#failure) throw this.#failure;
    return await work();
  }

  #pass(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
