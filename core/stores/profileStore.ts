import type { Awaitable } from './awaitable';

/** A profile as a store keeps it: only core/profiles knows what the JSON means. */
export interface StoredProfile {
  readonly userId: string;
  /** What lists are filtered by. */
  readonly tier: string;
  /** The whole profile as JSON text. */
  readonly json: string;
}

export interface ProfileStore {
  getProfile(userId: string): Awaitable<StoredProfile | undefined>;
  /** Creates or replaces. */
  putProfile(profile: StoredProfile): Awaitable<void>;
  /** True when there was one. */
  deleteProfile(userId: string): Awaitable<boolean>;
  /** Ordered by user id, so that pages neither skip nor repeat a user who was there all along. */
  listProfiles(query: ProfileQuery): Awaitable<ProfilePage>;
}

export interface ProfileQuery {
  /** Only users of this tier. */
  readonly tier?: string;
  /** The most profiles to give, 1 or more. */
  readonly limit: number;
  /** The `next` of the page before. */
  readonly after?: string;
}

export interface ProfilePage {
  readonly profiles: readonly StoredProfile[];
  /** Where the next page begins; undefined on the last one. */
  readonly next?: string;
}
