import { BUILT_IN_LABELS } from '../../guardrails/redaction/label';
import { mentionsIn } from '../../guardrails/redaction/mentions';
import type { HiddenValues } from '../../guardrails/redaction/restore';
import { splice } from '../../guardrails/redaction/splice';
import { labelIn } from '../../stores/redactions/placeholders';
import { OpenPlaceholder } from './openPlaceholder';

/** So many characters of what was given out are read again: they may decide about what follows. */
const CONTEXT = 128;

/**
 * Restores a text while it is written: what `push` and `end` return, put together, is what `restore` makes of the whole
 * text, in whatever pieces it comes. Only what may become a placeholder is held back, 120 characters at most.
 */
export class StreamRestorer {
  readonly #values: HiddenValues;
  readonly #labels: ReadonlySet<string>;
  readonly #open: OpenPlaceholder | undefined;
  /** The context, then what is not given out yet. */
  #window = '';
  #given = 0;

  /** @param values whose names do not change any more while the text is written */
  constructor(values: HiddenValues) {
    const labels = [...values.keys()].map(labelIn);
    this.#values = values;
    this.#labels = new Set([...BUILT_IN_LABELS, ...labels]);
    this.#open = labels.length === 0 ? undefined : new OpenPlaceholder(this.#labels);
  }

  /** @returns what is decided with this piece, possibly nothing */
  push(piece: string): string {
    if (!this.#open) return piece;
    this.#window += piece;
    return this.#giveUpTo(this.#open.from(this.#window));
  }

  /** @returns all that is left */
  end(): string {
    return this.#giveUpTo(this.#window.length);
  }

  #giveUpTo(border: number): string {
    if (border <= this.#given) return '';
    const from = this.#given;
    const places = this.#mentions()
      .filter(({ start, end }) => start >= from && end <= border)
      .map(({ name, start, end }) => ({ name, start: start - from, end: end - from }));
    const text = splice(this.#window.slice(from, border), places, ({ name }) => this.#values.get(name) ?? '');
    const kept = Math.max(0, border - CONTEXT);
    this.#window = this.#window.slice(kept);
    this.#given = border - kept;
    return text;
  }

  #mentions() {
    const mayHold = /[1-9]/.test(this.#window.slice(this.#given));
    if (!mayHold) return [];
    return [...mentionsIn(this.#window, this.#labels)].filter(
      ({ name }) => this.#values.get(name) !== undefined,
    );
  }
}
