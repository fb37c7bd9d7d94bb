import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import type { Store } from '../../../core';
import { openStore } from './openStore';
import { StoredProfiles } from './storedProfiles';
import { storeHints } from './storeHints';

/** The store of one run of a node, opened when the first item asks for it: what is wrong with it fails the items. */
export class RunStore {
  readonly #context: IExecuteFunctions;
  #store: Promise<Store> | undefined;
  #profiles: Promise<StoredProfiles> | undefined;

  constructor(context: IExecuteFunctions) {
    this.#context = context;
  }

  /** @throws whatever `openStore` throws */
  open(): Promise<Store> {
    this.#store ??= openStore(this.#context);
    return this.#store;
  }

  /** @throws whatever `openStore` throws */
  profiles(): Promise<StoredProfiles> {
    this.#profiles ??= this.open().then((store) => new StoredProfiles(store));
    return this.#profiles;
  }

  /** @param byHand what a run by hand means for what the node has done; see `storeHints` */
  async hints(byHand: string): Promise<NodeExecutionHint[]> {
    const store = await this.#store?.catch(() => undefined);
    return store ? storeHints(this.#context, store, byHand) : [];
  }
}
