import type { UserProfileManager } from 'n8n-nodes-cascadeflow';
import type { Query } from './query';

/** What billing calls the plans. */
const tierOfPlan = new Map<unknown, string>([
  ['hobby', 'STARTER'],
  ['scale', 'BUSINESS'],
]);

/** From `>=` on: what changed in that very moment is rather seen twice than never. */
const CHANGED = `
  SELECT user_id, plan, cancelled, changed_at FROM subscriptions WHERE changed_at >= ? ORDER BY changed_at`;

export interface SyncReport {
  readonly changed: number;
  readonly deleted: number;
  /** Users with a plan that is not in the table above: they keep the tier they had. */
  readonly unknownPlan: readonly string[];
  /** Where the next night begins; keep it. */
  readonly until: string;
}

/**
 * Brings the tiers up to what billing changed since the last night. Limits and preferences of a user's own stay. A
 * night that fails half-way is simply run again from where the last good one ended.
 */
export async function syncTiers(
  query: Query,
  manager: UserProfileManager,
  since: string,
): Promise<SyncReport> {
  const unknownPlan: string[] = [];
  let [changed, deleted, until] = [0, 0, since];
  for (const { user_id, plan, cancelled, changed_at } of await query(CHANGED, [since])) {
    const userId = String(user_id);
    const tier = tierOfPlan.get(plan);
    if (cancelled === 1) {
      await manager.deleteProfile(userId);
      deleted += 1;
    } else if (tier === undefined) {
      unknownPlan.push(userId);
    } else {
      await manager.changeTier(userId, tier);
      changed += 1;
    }
    until = String(changed_at);
  }
  return { changed, deleted, unknownPlan, until };
}
