import { constants } from 'node:os';

type Cleanup = () => void | Promise<void>;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const cleanups = new Set<Cleanup>();

/**
 * Has `cleanup` run before a signal (Ctrl+C among them) ends this process, so that no child outlives it. The exit code
 * is `process.exitCode` where one was set, else 128 plus the signal's number.
 * @returns a function that takes the cleanup back
 */
export function beforeTermination(cleanup: Cleanup): () => void {
  if (cleanups.size === 0) listen();
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size === 0) stopListening();
  };
}

function listen(): void {
  for (const signal of SIGNALS) process.on(signal, terminate);
}

function stopListening(): void {
  for (const signal of SIGNALS) process.off(signal, terminate);
}

let terminating = false;

/** A signal often comes twice: from the terminal and passed on by the parent. */
function terminate(signal: (typeof SIGNALS)[number]): void {
  if (terminating) return;
  terminating = true;
  void Promise.allSettled([...cleanups].map(async (cleanup) => cleanup())).then(() => {
    process.exit(process.exitCode ?? 128 + constants.signals[signal]);
  });
}
