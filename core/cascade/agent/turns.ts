import type { CascadeRequest, CascadeTurn } from '../engine/cascadeRequest';

/** Who answers the turns of a run: a cascade, in production. */
export interface Turns {
  /**
   * @throws whatever ends the turn without an answer; a {@link SpentError} says what was spent
   * @throws the reason of the request's signal when the caller aborts
   */
  complete(request: CascadeRequest): Promise<CascadeTurn>;
}
