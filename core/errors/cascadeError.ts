const marker = Symbol.for('n8n-nodes-cascadeflow.error');

/** What an error needs besides its message. */
export interface CascadeErrorDetails {
  /** Stable, machine-readable name of the fault, e.g. `INVALID_PARAMETER`. */
  code: string;
  /** What the reader can do about it, in one or two sentences. */
  hint?: string;
  cause?: unknown;
}

/**
 * Base of every error that core throws on purpose.
 *
 * Use {@link CascadeError.is} rather than `instanceof`: when two copies of this package are loaded,
 * each has its own class, but both carry the same registered symbol.
 */
export class CascadeError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly [marker] = true;

  constructor(message: string, { code, hint, cause }: CascadeErrorDetails) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = hint;
  }

  static is(error: unknown): error is CascadeError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
