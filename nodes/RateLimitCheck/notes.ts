import type { NodeExecutionHint } from 'n8n-workflow';
import { effectiveLimits, type StoreUnavailableError, type UserProfile } from '../../core';
import { info, warning } from '../shared/tenants/storeHints';

/** What came up in a run and is to be said once, beside its items. */
export class RunNotes {
  #unbudgeted = false;
  #unknownReservations = 0;
  #unjudged = 0;
  #unavailable: StoreUnavailableError | undefined;

  /** A request was counted at an estimated cost. */
  counted(profile: UserProfile, estimatedCost: number): void {
    if (estimatedCost === 0 && effectiveLimits(profile).dailyBudget !== null) this.#unbudgeted = true;
  }

  /** A reservation was to be closed that the store does not know. */
  unknownReservation(): void {
    this.#unknownReservations += 1;
  }

  /** An item was sent on unjudged. */
  unavailable(error: StoreUnavailableError): void {
    this.#unjudged += 1;
    this.#unavailable = error;
  }

  get hints(): NodeExecutionHint[] {
    return [...this.#budgetHints(), ...this.#reservationHints(), ...this.#unavailableHints()];
  }

  #budgetHints(): NodeExecutionHint[] {
    if (!this.#unbudgeted) return [];
    return [
      info(
        'Estimated Cost is 0: the daily budget binds only on what Record Cost settles. Record the cost of each request, or give an estimate.',
      ),
    ];
  }

  #reservationHints(): NodeExecutionHint[] {
    if (this.#unknownReservations === 0) return [];
    return [
      warning(
        `Reservations that the store does not know: ${String(this.#unknownReservations)}. They are older than a day, their user was reset, or they were made in another store.`,
      ),
    ];
  }

  #unavailableHints(): NodeExecutionHint[] {
    if (!this.#unavailable) return [];
    return [
      warning(
        `Items that were sent on without a check, as If Store Is Unavailable says: ${String(this.#unjudged)}. ${this.#unavailable.message}.`,
      ),
    ];
  }
}
