/** A signal that aborts with another one, or by itself. */
export interface LinkedAbort {
  readonly signal: AbortSignal;
  abort(reason: Error): void;
  /** Leaves no listener on the other signal behind. */
  release(): void;
}

export function linkedAbort(to: AbortSignal | undefined): LinkedAbort {
  const controller = new AbortController();
  const follow = () => {
    controller.abort(to?.reason);
  };
  if (to?.aborted) follow();
  to?.addEventListener('abort', follow);
  return {
    signal: controller.signal,
    abort: (reason) => {
      controller.abort(reason);
    },
    release: () => {
      to?.removeEventListener('abort', follow);
    },
  };
}
