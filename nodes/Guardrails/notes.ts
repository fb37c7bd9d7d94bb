import type { NodeExecutionHint } from 'n8n-workflow';
import { info, warning } from '../shared/tenants/storeHints';

/** What came up in a run and is to be said once, beside its items. */
export class RunNotes {
  #unchecked = 0;
  #failures = 0;
  #lastFailure = '';
  #unknownPlaceholders = 0;

  /** The profile of an item's user asks for no guardrail that the operation knows. */
  unchecked(): void {
    this.#unchecked += 1;
  }

  /** A chat model or a moderation API did not answer, and the built-in checks decided alone. */
  engineFailed(message: string): void {
    this.#failures += 1;
    this.#lastFailure = message;
  }

  /** A text holds placeholders that stand for nothing. */
  unknownPlaceholders(): void {
    this.#unknownPlaceholders += 1;
  }

  get hints(): NodeExecutionHint[] {
    return [...this.#uncheckedHints(), ...this.#failureHints(), ...this.#placeholderHints()];
  }

  #uncheckedHints(): NodeExecutionHint[] {
    if (this.#unchecked === 0) return [];
    return [
      info(
        `Items that went on as they came, because the profiles of their users ask for nothing that could be found: ${String(this.#unchecked)}.`,
      ),
    ];
  }

  #failureHints(): NodeExecutionHint[] {
    if (this.#failures === 0) return [];
    return [
      warning(
        `Verdicts that were made without a model that should have had a say: ${String(this.#failures)}. ${this.#lastFailure}.`,
      ),
    ];
  }

  #placeholderHints(): NodeExecutionHint[] {
    if (this.#unknownPlaceholders === 0) return [];
    return [
      warning(
        `Texts with placeholders that stand for nothing: ${String(this.#unknownPlaceholders)}. The model made them up, or the values are of another conversation or no longer kept.`,
      ),
    ];
  }
}
