import type { IExecuteFunctions } from 'n8n-workflow';

/** Sends the answer of an item to whoever listens while it is written. */
export class LiveText {
  readonly #context: IExecuteFunctions;
  readonly #itemIndex: number;
  readonly #isWanted: boolean;
  #hasBegun = false;

  /** @param enabled whether the panel lets answers be streamed; the trigger decides, too */
  constructor(context: IExecuteFunctions, itemIndex: number, enabled: boolean) {
    this.#context = context;
    this.#itemIndex = itemIndex;
    // The context of a tool has no such method.
    this.#isWanted = enabled && 'isStreaming' in context && context.isStreaming();
  }

  /** Undefined when nobody listens: the models need not write piece by piece then. */
  get taker(): ((text: string) => void) | undefined {
    if (!this.#isWanted) return undefined;
    return (text) => {
      this.send(text);
    };
  }

  send(text: string): void {
    if (!this.#isWanted || text === '') return;
    if (!this.#hasBegun) this.#context.sendChunk('begin', this.#itemIndex);
    this.#hasBegun = true;
    this.#context.sendChunk('item', this.#itemIndex, text);
  }

  /** In place of an answer, or of the rest of one. */
  refuse(text: string): void {
    this.send(this.#hasBegun ? `\n\n${text}` : text);
  }

  /** Also of an answer that breaks off: why is said by n8n, or by the item. */
  end(): void {
    if (this.#hasBegun) this.#context.sendChunk('end', this.#itemIndex);
  }
}
