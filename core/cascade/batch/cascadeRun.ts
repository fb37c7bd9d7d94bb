import type { CascadeModel } from '../engine/cascadeModel';
import type { Admission } from '../tenant/admission';
import type { TenantResult, TenantRun } from '../tenant/tenantRun';

/** What a batch gives to each run of a query: all but the last two are options of the run, to be passed on. */
export interface CascadeRunContext extends Pick<TenantRun, 'signal' | 'traffic' | 'watch' | 'onAttempt'> {
  /**
   * The models as they are to be asked in this batch, in place of those that the run would ask: make the agent of these.
   * May be the same ones.
   */
  models(models: readonly CascadeModel[]): readonly CascadeModel[];
  /**
   * Whether the run is repeated until jobs have answered all that it asks. Then it must do nothing that counts each time:
   * no learning, no cache, no tools.
   */
  readonly isReplayed: boolean;
  /**
   * The limits of the query's user as the run is to keep them: give this to the agent in place of the run's own. May be
   * the same. Undefined when the batch keeps them itself, because it will run the query again and count it once: the
   * booking is then the batch's to add.
   *
   * @throws as `withAdmission` does before anything is run
   */
  admission(admission: Admission): Promise<Admission | undefined>;
}

/** Answers one query of a batch, with an agent of its own making. It may be called more than once. */
export type CascadeRun = (context: CascadeRunContext) => Promise<TenantResult>;
