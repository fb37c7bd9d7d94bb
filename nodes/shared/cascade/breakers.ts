import { CircuitBreakers } from '../../../core';

/** Of all cascades in this process: a model that is down is left alone by each of them. */
export const breakers = new CircuitBreakers();
