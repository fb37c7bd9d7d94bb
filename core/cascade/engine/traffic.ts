import type { CallGate } from '../../batch/gates/callGate';
import type { CascadeModel } from './cascadeModel';

/** When the calls of models may be made, where many queries share them. */
export interface Traffic {
  gateOf(model: CascadeModel): CallGate;
  /**
   * The longest that a call waits because its provider refuses it with 429, in ms. Such a refusal uses up no retry, and
   * hands the query to no other model before.
   */
  readonly longestWaitMs: number;
}
