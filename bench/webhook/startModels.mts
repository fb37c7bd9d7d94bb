import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod/v3';
import { projectPath } from '../../scripts/support/project.mts';

/** A model server that answers at once, in another process. */
export interface Models {
  /** Base URL of its OpenAI-compatible API. */
  readonly url: string;
  readonly stop: () => void;
}

/** Starts one whose models say `text` to everything. It ends with this process at the latest. */
export async function startModels(text: string): Promise<Models> {
  const child = fork(projectPath('bench', 'webhook', 'modelProcess.mts'), [text]);
  const [url] = (await once(child, 'message', { signal: AbortSignal.timeout(10_000) })) as unknown[];
  return { url: z.string().url().parse(url), stop: () => child.kill() };
}
