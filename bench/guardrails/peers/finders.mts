import type * as Core from '../../../core/index.ts';
import { ownPersonalData } from './cascadeflow.mts';
import type { PersonalDataFinder } from './contestant.mts';
import { n8nGuardrails } from './n8nGuardrails.mts';
import { redactPii } from './redactPii.mts';

/** Ours first. */
export async function personalDataFinders(core: typeof Core): Promise<readonly PersonalDataFinder[]> {
  const { personalData } = await n8nGuardrails();
  return [ownPersonalData(core), redactPii, personalData];
}
