import { createUserProfile, type UserProfile } from '../../../core';

/** What holds for a user for whom no profile is stored. */
export function newcomer(userId: string): UserProfile {
  return createUserProfile('FREE', userId);
}
