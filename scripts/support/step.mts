import { elapsedSince } from './time.mts';

const TERMINAL_REFRESH_MS = 500;
const LOG_REFRESH_MS = 15_000;

/**
 * Does a piece of work under a title and says how long it took. On a terminal one line is kept up to date while it
 * runs; elsewhere a line is printed every 15 seconds.
 * @param describe what can be said about the work while it runs
 */
export async function step<T>(
  title: string,
  work: () => Promise<T>,
  describe = (): string => '',
): Promise<T> {
  const start = performance.now();
  const line = (): string => [`${title}: ${elapsedSince(start)}`, describe()].filter(Boolean).join(', ');
  const stopShowing = showRepeatedly(line);
  try {
    const result = await work();
    stopShowing();
    process.stdout.write(`${title}: done in ${elapsedSince(start)}\n`);
    return result;
  } catch (error) {
    stopShowing();
    process.stdout.write(`${title}: failed after ${elapsedSince(start)}\n`);
    throw error;
  }
}

function showRepeatedly(line: () => string): () => void {
  const { isTTY, columns } = process.stdout;
  // A terminal that does not know its width says 0.
  const width = columns > 0 ? columns - 1 : undefined;
  const show = (): void => {
    process.stdout.write(isTTY ? `${clearedLine}${line().slice(0, width)}` : `${line()}\n`);
  };
  if (isTTY) show();
  const timer = setInterval(show, isTTY ? TERMINAL_REFRESH_MS : LOG_REFRESH_MS);
  return () => {
    clearInterval(timer);
    if (isTTY) process.stdout.write(clearedLine);
  };
}

/** Carriage return, then ANSI "erase the line". */
const clearedLine = '\r\u001b[2K';
