import { CallGates } from '../../../core';

/** What the batches of this process have learned of how many calls the models take. */
export const capacities = new CallGates();
