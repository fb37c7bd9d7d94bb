import { CascadeError } from '../../errors/cascadeError';
import type { Awaitable } from '../../stores/awaitable';
import type { ProfileStore } from '../../stores/profileStore';
import { StoredStateError } from '../../stores/storedStateError';
import { deserializeProfile, type DeserializeOptions } from '../serialize/deserializeProfile';
import { fromStored, toStored } from '../serialize/storedProfile';
import type { UserProfile } from '../userProfile';

/** Where profiles live. A function goes before the store. */
export interface ProfileSourceOptions {
  store?: ProfileStore;
  /** Gives a profile, a row that `deserializeProfile` can read, or null or undefined for an unknown user. */
  load?: (userId: string, signal: AbortSignal) => Awaitable<unknown>;
  /** Creates or replaces. */
  save?: (profile: UserProfile, signal: AbortSignal) => Awaitable<unknown>;
  /** Says whether there was one. */
  remove?: (userId: string, signal: AbortSignal) => Awaitable<boolean>;
}

export class ProfileSource {
  readonly #options: ProfileSourceOptions;
  readonly #reading: DeserializeOptions;

  constructor(options: ProfileSourceOptions, reading: DeserializeOptions) {
    this.#options = options;
    this.#reading = reading;
  }

  /**
   * @returns undefined for an unknown user
   * @throws {StoredStateError} when what is found belongs to another user
   * @throws {InvalidParameterError} when it says something that is not allowed
   */
  async load(userId: string, signal: AbortSignal): Promise<UserProfile | undefined> {
    const { load, store } = this.#options;
    const reading = { ...this.#reading, userId };
    const profile = load
      ? given(await load(userId, signal), (row) => deserializeProfile(row, reading))
      : given(await store?.getProfile(userId), (stored) => fromStored(stored, reading));
    if (!profile || profile.userId === userId) return profile;
    throw new StoredStateError('The profile of a user', 'it belongs to another user');
  }

  /** @throws {CascadeError} `PROFILES_READ_ONLY` */
  async save(profile: UserProfile, signal: AbortSignal): Promise<void> {
    const { save, store } = this.#options;
    if (save) await save(profile, signal);
    else if (store) await store.putProfile(toStored(profile));
    else throw readOnly('save');
  }

  /** @throws {CascadeError} `PROFILES_READ_ONLY` */
  async remove(userId: string, signal: AbortSignal): Promise<boolean> {
    const { remove, store } = this.#options;
    if (remove) return remove(userId, signal);
    if (store) return store.deleteProfile(userId);
    throw readOnly('remove');
  }
}

function given<Found, Result>(
  found: Found | null | undefined,
  read: (found: Found) => Result,
): Result | undefined {
  return found === null || found === undefined ? undefined : read(found);
}

function readOnly(missing: 'save' | 'remove'): CascadeError {
  return new CascadeError(`These profiles cannot be changed: there is neither a store nor \`${missing}\``, {
    code: 'PROFILES_READ_ONLY',
    hint: `Give UserProfileManager a store, or a function \`${missing}\`.`,
  });
}
