type CleanUp = () => unknown;

const cleanUps: CleanUp[] = [];

/** Has something done after the test, whether it passes or not. */
export function afterwards(cleanUp: CleanUp): void {
  cleanUps.push(cleanUp);
}

/** For `afterEach`: the newest first. */
export async function cleanUp(): Promise<void> {
  for (const next of cleanUps.splice(0).reverse()) await next();
}
