import type { Answer } from '../contestants/contestant.mts';
import type { Work } from './nanoseconds.mts';
import type { Population } from './population.mts';

export const COST_USD = 0.001;

/** Something that is done to one user after the other. */
export interface Operation {
  readonly name: string;
  readonly workOn: (population: Population) => Work;
}

export const look: Operation = {
  name: 'look',
  workOn: (population) => () => population.next.look(COST_USD),
};

export const refusedLook: Operation = {
  name: 'look, refused',
  workOn: (population) => async () => {
    try {
      await population.next.look(COST_USD);
    } catch {
      // Ours says a refusal by an exception; making it is part of what is timed.
    }
  },
};

export const admit: Operation = {
  name: 'admit',
  workOn: (population) => () => population.next.admit(COST_USD),
};

export const refusedAdmit: Operation = { ...admit, name: 'admit, refused' };

export const cycle: Operation = {
  name: 'admit and settle',
  workOn: (population) => () => {
    const answer = population.next.admit(COST_USD);
    return answer instanceof Promise ? answer.then(settle) : settle(answer);
  },
};

function settle(answer: Answer): unknown {
  return answer.allowed ? answer.settle(COST_USD) : undefined;
}
