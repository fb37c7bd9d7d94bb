const PROBE_TIMEOUT_MS = 2000;

/** Whether a URL answers with success, within two seconds. */
export async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) })).ok;
  } catch {
    return false;
  }
}
