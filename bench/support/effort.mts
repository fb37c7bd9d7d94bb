/** How much work a benchmark may put in. A quick run shows that all of it works; its figures are rough. */
export interface Effort {
  readonly quick: boolean;
}
