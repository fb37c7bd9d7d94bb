import { CascadeError } from '../../errors/cascadeError';

/** What n8n saved did not come back: it runs in queue mode, where no execution sees another's static data. */
export class StaticDataUselessError extends CascadeError {
  constructor() {
    super('The static data that was saved did not come back with the executions after it', {
      code: 'STATIC_DATA_USELESS',
      hint: 'This is so when n8n runs in queue mode: each execution starts empty there. Choose Redis as the store.',
    });
  }
}
