import type { Awaitable } from './awaitable';
import type { BatchStore } from './batchStore';
import type { CalibrationStore } from './calibrationStore';
import type { LimitStore } from './limitStore';
import type { ProfileStore, StoredProfile } from './profileStore';
import type { RedactionStore } from './redactionStore';
import type { ResponseCacheStore } from './responseCacheStore';

/**
 * Where the state of tenants lives. A port in the domain's words: each operation is atomic, each store makes it so in
 * its own way.
 */
export interface Store
  extends ProfileStore, LimitStore, RedactionStore, CalibrationStore, ResponseCacheStore, BatchStore {
  /** Erases the user's profile, usage and cached responses. True when there was anything to erase. */
  deleteUser(userId: string): Awaitable<boolean>;
  /** All that is kept about the user, as it would be persisted; undefined for an unknown user. */
  exportUser(userId: string): Awaitable<UserExport | undefined>;
  /** Gives back connections and the like; the store must not be used afterwards. */
  close(): Awaitable<void>;
}

export interface UserExport {
  /** As `serializeProfile` writes it. */
  readonly profile?: StoredProfile;
  /** The packed usage, in base64. */
  readonly usage?: string;
  /** The cached responses, the oldest first. */
  readonly responses?: readonly string[];
}
