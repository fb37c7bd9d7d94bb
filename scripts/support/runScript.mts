/**
 * Runs a script to its end and leaves with the exit code it answers. An error is told in words and ends with code 1.
 * Leaves also when something still listens or waits: what a script starts does not outlive it.
 */
export function runScript(main: () => Promise<number>): void {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}
