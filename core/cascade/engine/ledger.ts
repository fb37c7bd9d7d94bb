import { sumOf, type Bill } from './bill';
import type { CascadeModel } from './cascadeModel';
import type { AttemptRole, MadeAttempt } from './report';
import { toTenths } from '../../time/toTenths';

/** One call of a model that was made. */
export interface Attempt {
  readonly model: CascadeModel;
  readonly role: AttemptRole;
  readonly latencyMs: number;
  /** Missing when the provider bills nothing: it refused the request, or could not be reached. */
  readonly bill: Bill | undefined;
  /** Why it brought no answer. */
  readonly error: Error | undefined;
}

interface Entry {
  attempt: Attempt | undefined;
}

/** The calls that a turn has made, in the order in which they began. */
export class Ledger {
  readonly #entries: Entry[] = [];
  readonly #onAttempt: ((attempt: MadeAttempt) => void) | undefined;

  constructor(onAttempt: ((attempt: MadeAttempt) => void) | undefined) {
    this.#onAttempt = onAttempt;
  }

  /** A call begins. Give what came of it to the function that is returned. */
  open(): (attempt: Attempt) => void {
    const entry: Entry = { attempt: undefined };
    this.#entries.push(entry);
    return (attempt) => {
      entry.attempt = attempt;
      this.#onAttempt?.(madeAttempt(attempt));
    };
  }

  attempts(): Attempt[] {
    return this.#entries.flatMap(({ attempt }) => attempt ?? []);
  }

  /** US dollars for all of them; null when the price of one is unknown. */
  costUsd(): number | null {
    return sumOf(this.attempts().flatMap(({ bill }) => (bill ? [bill.costUsd] : [])));
  }
}

/** An attempt as it is told, whether its text became the answer left out. */
export function madeAttempt({ model, role, latencyMs, bill, error }: Attempt): MadeAttempt {
  return {
    model: model.name,
    role,
    inputTokens: bill?.usage.inputTokens ?? null,
    outputTokens: bill?.usage.outputTokens ?? null,
    tokensEstimated: bill?.estimated ?? false,
    costUsd: bill?.costUsd ?? null,
    latencyMs: toTenths(latencyMs),
    error: error?.message ?? null,
  };
}
