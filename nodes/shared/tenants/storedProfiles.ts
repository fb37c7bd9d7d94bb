import { fromStored, type Store, type UserProfile } from '../../../core';

/** Profiles as they are stored, each read once in a run: all items of a user are judged by the same one. */
export class StoredProfiles {
  readonly #store: Pick<Store, 'getProfile'>;
  readonly #loads = new Map<string, Promise<UserProfile | undefined>>();

  constructor(store: Pick<Store, 'getProfile'>) {
    this.#store = store;
  }

  /**
   * @returns undefined for an unknown user
   * @throws {StoredStateError} when what is stored is no profile of the user
   */
  get(userId: string): Promise<UserProfile | undefined> {
    const running = this.#loads.get(userId);
    if (running) return running;
    const load = this.#load(userId);
    this.#loads.set(userId, load);
    return load;
  }

  async #load(userId: string): Promise<UserProfile | undefined> {
    const stored = await this.#store.getProfile(userId);
    return stored && fromStored(stored);
  }
}
