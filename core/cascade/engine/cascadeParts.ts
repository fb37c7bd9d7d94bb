import type { UserProfile } from '../../profiles/userProfile';
import type { Clock } from '../../time/clock';
import type { Learning } from '../learning/learning';
import type { CustomDomain } from '../query/customDomain';
import type { ReadSettings } from '../settings';
import type { CircuitBreakers } from './breakers/circuitBreakers';
import type { CascadeModel } from './cascadeModel';

/** What a cascade is made of. */
export interface CascadeParts {
  /** One to five models, cheapest first: drafters, then the verifier. One alone answers everything. */
  readonly models: readonly CascadeModel[];
  readonly settings: ReadSettings;
  /** The system's when left out. */
  readonly clock?: Clock | undefined;
  /** Own ones when left out, which forget what other cascades of the process have met with. */
  readonly breakers?: CircuitBreakers | undefined;
  /** Whose preferences choose among the models. */
  readonly profile?: UserProfile | undefined;
  /** Domains besides those built in. */
  readonly domains?: readonly CustomDomain[] | undefined;
  readonly learning?: Learning | undefined;
  /** From 0 to 1; `Math.random` when left out. */
  readonly random?: (() => number) | undefined;
}
