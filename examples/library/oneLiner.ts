import { deserializeProfile, type UserProfile } from 'n8n-nodes-cascadeflow';
import type { Query } from './query';

const FIND = 'SELECT * FROM user_profiles WHERE user_id = ?';

/** The profile of a user; FREE for one who is unknown. The columns are named as the options of `createUserProfile`. */
export async function profileOf(query: Query, userId: string): Promise<UserProfile> {
  return deserializeProfile((await query(FIND, [userId]))[0] ?? {}, { userId, defaultTier: 'FREE' });
}
