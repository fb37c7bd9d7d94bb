/** A store in memory answers at once, one behind a network later: await what it gives. */
export type Awaitable<T> = T | Promise<T>;
