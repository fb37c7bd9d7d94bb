import { systemClock, type Clock } from '../../time/clock';
import { LiveState } from './liveState';
import { LiveStore } from './liveStore';

export interface MemoryStoreOptions {
  /** The system's when left out. */
  readonly clock?: Pick<Clock, 'now'>;
}

/** State in this process, gone when it ends: for tests, and for a service that runs in one process. */
export class MemoryStore extends LiveStore {
  constructor({ clock = systemClock }: MemoryStoreOptions = {}) {
    super(new LiveState(), clock);
  }
}
