import { existsSync } from 'node:fs';
import { step } from '../support/step.mts';
import { waitFor } from '../support/time.mts';
import {
  findFault,
  installationFolder,
  isMarkedComplete,
  markComplete,
  N8N_VERSION,
} from './installation.mts';
import { installN8n } from './installN8n.mts';
import { StagingFolder } from './stagingFolder.mts';

const LONGEST_INSTALLATION_MS = 30 * 60_000;

/**
 * Makes sure that the n8n these scripts run is in the user's cache folder: at once when it is, after some minutes and
 * 3 GB when it has to be installed. A process that asks while another one installs waits for it.
 * @returns the folder it is in, for `n8nCommand`
 * @throws Error when it cannot be installed, saying what is missing
 */
export async function ensureN8n(): Promise<string> {
  const folder = installationFolder();
  if (isMarkedComplete(folder)) return folder;
  if (existsSync(folder) && (await isWhole(folder))) return folder;
  const staging = new StagingFolder(`${folder}.installing`);
  const turn = takeTurn(folder, staging) ?? (await waitForTurn(folder, staging));
  if (turn === 'install') await installInto(folder, staging);
  return folder;
}

async function isWhole(folder: string): Promise<boolean> {
  const fault = await step(`Checking the n8n found in ${folder}`, () => findFault(folder));
  if (fault === undefined) markComplete(folder);
  else process.stdout.write(`It is installed again: ${fault}\n`);
  return fault === undefined;
}

/** What this process is to do; undefined while another one is at it. */
function takeTurn(folder: string, staging: StagingFolder): 'nothing' | 'install' | undefined {
  if (isMarkedComplete(folder)) return 'nothing';
  if (!staging.claim()) return undefined;
  if (!isMarkedComplete(folder)) return 'install';
  staging.discard(); // the other process finished between the look and the claim
  return 'nothing';
}

function waitForTurn(folder: string, staging: StagingFolder): Promise<'nothing' | 'install'> {
  const title = `Another process (${String(staging.owner())}) is installing n8n`;
  return step(title, () =>
    waitFor(() => Promise.resolve(takeTurn(folder, staging)), {
      what: `the installation in ${staging.path}`,
      timeoutMs: LONGEST_INSTALLATION_MS,
      intervalMs: 1000,
    }),
  );
}

async function installInto(folder: string, staging: StagingFolder): Promise<void> {
  process.stdout.write(`n8n ${N8N_VERSION} is installed once into ${folder} (3 GB, some minutes)\n`);
  try {
    await installN8n(staging.path);
    const fault = await findFault(staging.path);
    if (fault !== undefined) throw new Error(`n8n ${N8N_VERSION} was installed but does not run: ${fault}`);
    markComplete(staging.path);
    staging.moveTo(folder);
  } catch (error) {
    staging.discard();
    throw error;
  }
}
