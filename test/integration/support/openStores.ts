import path from 'node:path';
import { jest } from '@jest/globals';
import type { RedisStore } from '../../../core';

/**
 * The Redis stores that compiled nodes open. In n8n nobody closes them, since an idle connection closes by itself after
 * a minute: too long for tests to wait at their end.
 */
export class OpenStores {
  readonly #seen: jest.SpiedFunction<(...args: never[]) => unknown>[];

  private constructor(prototype: RedisStore) {
    const methods = Object.getOwnPropertyNames(prototype).filter(
      (name) => !/^(constructor|close)$|^#/.test(name),
    );
    this.#seen = methods.map((name) =>
      jest.spyOn(prototype as unknown as Record<string, (...args: never[]) => unknown>, name),
    );
  }

  /** Looks on from now on, and changes nothing. */
  static async watch(): Promise<OpenStores> {
    const core = (await import(path.resolve('dist/core/index.js'))) as {
      RedisStore: { prototype: RedisStore };
    };
    return new OpenStores(core.RedisStore.prototype);
  }

  async close(): Promise<void> {
    const stores = new Set(this.#seen.flatMap(({ mock }) => mock.contexts as RedisStore[]));
    await Promise.all([...stores].map((store) => store.close()));
  }
}
