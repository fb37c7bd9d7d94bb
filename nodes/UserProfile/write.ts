import {
  fromStored,
  systemClock,
  toStored,
  Turns,
  type Store,
  type StoredProfile,
  type UserProfile,
} from '../../core';
import { outcomeOf } from '../shared/outcome';
import { newcomer } from '../shared/tenants/newcomer';

export interface Written {
  readonly profile: UserProfile;
  /** Whether there was none before. */
  readonly created: boolean;
}

/** A change starts from what is stored: nobody else in this process comes between. */
const turns = new Turns();

interface Change {
  readonly userId: string;
  /** Whether a user without a profile gets one. */
  readonly create: boolean;
  readonly change: (profile: UserProfile) => UserProfile;
}

/**
 * Changes the profile of a user. A new one starts as that of a FREE user.
 *
 * @returns undefined for a user who has none and gets none
 * @throws {StoredStateError} when what is stored is no profile of the user
 * @throws whatever `change` throws
 */
export function changeProfile(
  store: Store,
  { userId, create, change }: Change,
): Promise<Written | undefined> {
  return turns.take(userId, async () => {
    const stored = await store.getProfile(userId);
    if (!stored && !create) return undefined;
    const profile = change(stored ? fromStored(stored) : newcomer(userId));
    await store.putProfile(toStored(profile));
    return { profile, created: !stored };
  });
}

/**
 * Replaces what is stored. When the user was created is kept, if the new profile does not say it.
 *
 * @param readProfile reads the profile, given the moment to take for the creation of one that names none, in ms since
 *   the epoch
 */
export function replaceProfile(
  store: Store,
  userId: string,
  readProfile: (createdAt: number) => UserProfile,
): Promise<Written> {
  return turns.take(userId, async () => {
    const stored = await store.getProfile(userId);
    const profile = readProfile(stored ? createdAt(stored) : systemClock.now());
    await store.putProfile(toStored(profile));
    return { profile, created: !stored };
  });
}

/** What cannot be read says nothing, and is replaced. */
function createdAt(stored: StoredProfile): number {
  const read = outcomeOf(() => fromStored(stored));
  return read.done ? Date.parse(read.result.createdAt) : systemClock.now();
}

/** Erases the user's profile and usage. True when there was anything to erase. */
export function deleteUser(store: Store, userId: string): Promise<boolean> {
  return turns.take(userId, async () => store.deleteUser(userId));
}
