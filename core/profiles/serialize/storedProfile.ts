import type { StoredProfile } from '../../stores/profileStore';
import { StoredStateError } from '../../stores/storedStateError';
import type { UserProfile } from '../userProfile';
import { deserializeProfile, type DeserializeOptions } from './deserializeProfile';
import { objectIn } from './json';
import { serializeProfile } from './serializeProfile';

/** The profile as stores keep it. */
export function toStored(profile: UserProfile): StoredProfile {
  return { userId: profile.userId, tier: profile.tier, json: JSON.stringify(serializeProfile(profile)) };
}

/**
 * @throws {StoredStateError} when it is no profile, or that of another user
 * @throws {InvalidParameterError} when the profile says something that is not allowed
 */
export function fromStored({ userId, json }: StoredProfile, options: DeserializeOptions = {}): UserProfile {
  const row = objectIn(json);
  if (!row) throw new StoredStateError('The profile of a user', 'it is not JSON');
  const profile = deserializeProfile(row, options);
  if (profile.userId === userId) return profile;
  throw new StoredStateError('The profile of a user', 'it belongs to another user');
}
