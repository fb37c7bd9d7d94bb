/** What tells the state of one store from that of another. */
export interface StoreScope {
  /** The same for all stores of this process that share their state. Holds no secret. */
  readonly scope: string;
}
