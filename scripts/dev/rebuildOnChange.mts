import type { Stage } from '../demo/stage.mts';
import { installPackage } from '../n8n/installPackage.mts';
import type { N8nProcess } from '../n8n/n8nProcess.mts';
import { startN8n } from '../n8n/startN8n.mts';
import { build, sourcesChangedAt } from '../support/build.mts';
import { projectPath } from '../support/project.mts';
import { step } from '../support/step.mts';
import { sleep } from '../support/time.mts';

/**
 * Looking at the times of change misses nothing, whereas Node's recursive `watch` on Linux loses sight of a file that
 * an editor replaces.
 */
const LOOK_EVERY_MS = 500;

/**
 * Rebuilds the package on each change of its sources and, when that changed the package, restarts n8n with it at the
 * same address. While a change does not compile, n8n runs on with the last build that did. Never resolves.
 */
export async function rebuildOnChange({ installation, home, n8n: first }: Stage): Promise<never> {
  let n8n: N8nProcess = first;
  let built = sourcesChangedAt();
  for (;;) {
    built = await changeAfter(built);
    try {
      await step('Rebuilding', build);
      if ((await installPackage(home, projectPath())) === 'unchanged') continue;
      n8n = await step(`Restarting n8n at ${n8n.url}`, async () => {
        await n8n.stop();
        return startN8n({ installation, home, port: n8n.port });
      });
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      console.error('Waiting for the next change.');
    }
  }
}

/** Resolves with the time of a change that has settled: editors and checkouts write in several steps. */
async function changeAfter(built: number): Promise<number> {
  let seen = built;
  for (;;) {
    await sleep(LOOK_EVERY_MS);
    const now = sourcesChangedAt();
    if (now !== built && now === seen) return now;
    seen = now;
  }
}
