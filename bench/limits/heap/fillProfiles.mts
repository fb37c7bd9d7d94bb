import { setTimeout as sleep } from 'node:timers/promises';
import type * as Core from '../../../core/index.ts';
import { furnishingOf } from '../profiles/furnishing.mts';
import { userIdsOf } from '../speed/population.mts';
import { growthBy } from './growth.mts';
import type { ProfilesJob } from './job.mts';

const TIMEOUT_MS = 500;

/** Bytes a user that a manager holds when it has each user's profile in its cache. */
export async function fillProfiles(core: typeof Core, { users, furnished }: ProfilesJob): Promise<number> {
  const userIds = userIdsOf(users);
  const load = (userId: string) =>
    core.createUserProfile('PRO', userId, furnished ? furnishingOf(userId) : {});
  const options = { load, maxEntries: users, timeoutMs: TIMEOUT_MS };
  await new core.UserProfileManager(options).getProfile('somebody');
  const manager = new core.UserProfileManager(options);
  const bytes = await growthBy(async () => {
    for (const userId of userIds) await manager.getProfile(userId);
    // What bounds a load in time is not collected before that time is over.
    await sleep(2 * TIMEOUT_MS);
    return manager;
  });
  return bytes / users;
}
