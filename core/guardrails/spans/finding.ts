/** A place in a text that a detector found. Positions are UTF-16 units of the original text, `end` exclusive. */
export interface Finding<Type extends string = string> {
  readonly type: Type;
  readonly start: number;
  readonly end: number;
  /** 0 to 1: how sure it is that this is what `type` says. */
  readonly confidence: number;
}
