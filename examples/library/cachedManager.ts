import { serializeProfile, UserProfileManager, type UserProfile } from 'n8n-nodes-cascadeflow';
import type { Query } from './query';

const SAVE = `
  INSERT INTO profiles (user_id, tier, profile) VALUES (?, ?, ?)
  ON CONFLICT (user_id) DO UPDATE SET tier = excluded.tier, profile = excluded.profile`;

/**
 * A manager over a table `profiles (user_id PRIMARY KEY, tier, profile)`, whose last column is JSON. It asks the
 * database for a user at most once a minute, once also when a hundred requests of that user come at the same time.
 */
export function profileManager(query: Query): UserProfileManager {
  return new UserProfileManager({
    ttlMs: 60_000,
    maxEntries: 10_000,
    load: async (userId) => {
      const [row] = await query('SELECT profile FROM profiles WHERE user_id = ?', [userId]);
      return row?.['profile'];
    },
    save: async (profile: UserProfile) => {
      const json = JSON.stringify(serializeProfile(profile));
      await query(SAVE, [profile.userId, profile.tier, json]);
    },
    remove: async (userId) => {
      const removed = await query('DELETE FROM profiles WHERE user_id = ? RETURNING user_id', [userId]);
      return removed.length > 0;
    },
  });
}
