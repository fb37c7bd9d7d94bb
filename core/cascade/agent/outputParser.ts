import { asError } from '../../errors/asError';
import type { Clock } from '../../time/clock';
import { withTimeLimit } from '../../time/withTimeLimit';

/** Turns the text of an answer into what the builder wants to have. */
export interface OutputParser {
  /** Goes to the models after the system message. */
  readonly instructions?: string | undefined;
  /** @throws when the text does not fit; the model is told the message */
  parse(text: string): Promise<unknown>;
}

export interface ParsedText {
  readonly fits: true;
  readonly parsed: unknown;
}

export type Parsing = ParsedText | { readonly fits: false; readonly error: Error };

/** How long a parser may take, by whose clock, and who may stop it. */
export interface ParsingLimits {
  /** Milliseconds that the run has left. */
  readonly leftMs: () => number;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/** A parser may ask a model of its own. */
const LONGEST_PARSING_MS = 60_000;

/**
 * Parses texts, each one once: an accepted draft comes by twice. A text that does not fit is an outcome like any other,
 * and so is a parser that hangs.
 *
 * @returns a function that throws the reason of the caller's signal when the caller aborts
 */
export function parsingsOf(parser: OutputParser, limits: ParsingLimits): (text: string) => Promise<Parsing> {
  const known = new Map<string, Promise<Parsing>>();
  return (text) => {
    const parsing = known.get(text) ?? parsingOf(parser, text, limits);
    known.set(text, parsing);
    return parsing;
  };
}

async function parsingOf(parser: OutputParser, text: string, limits: ParsingLimits): Promise<Parsing> {
  const { clock, signal, leftMs } = limits;
  const limit = { clock, signal, timeoutMs: Math.min(LONGEST_PARSING_MS, leftMs()), late };
  try {
    return { fits: true, parsed: await withTimeLimit(limit, () => parser.parse(text)) };
  } catch (cause) {
    signal?.throwIfAborted();
    return { fits: false, error: asError(cause) };
  }
}

function late(timeoutMs: number): Error {
  return new Error(`the parser gave no result within ${String(Math.round(timeoutMs) / 1000)} s`);
}
