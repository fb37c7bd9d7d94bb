import type { ToolCall } from './chatModel';

/** A piece of a call of a tool, as streams bring it: what is missing came earlier or comes later. */
export interface ToolCallPiece {
  /** Which of the calls it belongs to. Left out, a piece with a name begins a call, and others belong to the last. */
  readonly index?: number | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly arguments?: string | undefined;
}

interface OpenCall {
  id: string;
  name: string;
  readonly written: string[];
}

/** Puts the calls of tools together, of which a stream brings the pieces. */
export class ToolCallPieces {
  readonly #calls: OpenCall[] = [];
  readonly #byIndex = new Map<number, OpenCall>();

  add({ index, id = '', name = '', arguments: written = '' }: ToolCallPiece): void {
    const known = index === undefined ? this.#lastUnless(name) : this.#byIndex.get(index);
    const call = known && !isAnother(known, id) ? known : this.#open(index);
    if (id !== '') call.id = id;
    if (name !== '') call.name = name;
    call.written.push(written);
  }

  /** In the order in which they began. */
  calls(): ToolCall[] {
    return this.#calls.map(({ id, name, written }) => ({ id, name, arguments: written.join('') }));
  }

  #lastUnless(begins: string): OpenCall | undefined {
    return begins === '' ? this.#calls.at(-1) : undefined;
  }

  #open(index: number | undefined): OpenCall {
    const call = { id: '', name: '', written: [] };
    this.#calls.push(call);
    if (index !== undefined) this.#byIndex.set(index, call);
    return call;
  }
}

/** Some servers count every call as the first. */
function isAnother(known: OpenCall, id: string): boolean {
  return id !== '' && known.id !== '' && known.id !== id;
}
