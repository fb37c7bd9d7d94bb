import {
  CalibrationLearning,
  CascadeAgent,
  ResponseCache,
  withAdmission,
  type Admission,
  type CascadeRun,
  type CascadeRunContext,
  type RunOptions,
  type TenantResult,
} from '../../core';
import { binaryImages } from '../shared/agentPorts/binaryImages';
import { connectedParser } from '../shared/agentPorts/connectedParser';
import { breakers } from '../shared/cascade/breakers';
import { cascadeModels } from '../shared/cascade/cascadeModels';
import { admissionOf } from '../shared/queries/admissionOf';
import { readGuards } from '../shared/queries/guards';
import { readQueryParameters, type QueryParameters } from '../shared/queries/queryParameters';
import { readUser, type User } from '../shared/queries/user';
import type { BatchRun } from './batchRun';

export interface QueryOptions {
  /** Whether each query is counted against the limits of its user. */
  readonly countsEach: boolean;
  /** Told of every call of a model, beside whoever counts. */
  readonly onAttempt?: RunOptions['onAttempt'];
}

/** The run that answers the query of an item. What is wrong with a parameter of the item fails that run alone. */
export function queryRun(run: BatchRun, itemIndex: number, options: QueryOptions): CascadeRun {
  return async (batch) => {
    const { context, store } = run;
    const user = await readUser(context, itemIndex, () => store.profiles());
    const parameters = readQueryParameters(context, itemIndex, user?.profile);
    const asked = { itemIndex, user, parameters };
    const own = options.countsEach ? await itemAdmission(run, asked) : undefined;
    const admission = own && (await batch.admission(own));
    const answer: Answer = (...listeners) =>
      ask(run, asked, batch, [batch.onAttempt, options.onAttempt, ...listeners]);
    if (own) run.admits(itemIndex);
    if (!admission) return await answer();
    // What has to be fetched for it is fetched once there is room; should that fail, the request is given back.
    const { result, booking } = await withAdmission(admission, answer);
    return { ...result, booking };
  };
}

type Listener = RunOptions['onAttempt'];
type Answer = (...listeners: readonly Listener[]) => Promise<TenantResult>;

interface Asked {
  readonly itemIndex: number;
  readonly user: User | undefined;
  readonly parameters: QueryParameters;
}

async function itemAdmission(
  { store, context }: BatchRun,
  { itemIndex, ...asked }: Asked,
): Promise<Admission | undefined> {
  const item = context.getInputData()[itemIndex] ?? { json: {} };
  return await admissionOf(store, { item, ...asked });
}

async function ask(
  run: BatchRun,
  { itemIndex, user, parameters }: Asked,
  batch: CascadeRunContext,
  listeners: readonly Listener[],
): Promise<TenantResult> {
  const { context } = run;
  const { query, settings, domains, prices, hasOutputParser, passImages } = parameters;
  const models = await cascadeModels(context, { itemIndex, prices });
  const parser = hasOutputParser ? await connectedParser(context, itemIndex) : undefined;
  const images = passImages ? await binaryImages(context, itemIndex) : [];
  const { learning, cache } = batch.isReplayed ? NO_MEMORIES : await memoriesOf(run, { user, parameters });
  const agent = new CascadeAgent({
    ...settings,
    models: batch.models(models),
    domains,
    breakers,
    learning,
    profile: user?.applies.has('preferences') ? user.profile : undefined,
  });
  return await agent.run(query, {
    cache,
    images,
    parser,
    signal: batch.signal,
    traffic: batch.traffic,
    watch: batch.watch,
    onAttempt: (attempt) => {
      for (const listener of listeners) listener?.(attempt);
    },
    guards: readGuards(context, itemIndex, user),
  });
}

/** What is remembered from one query to the next. */
interface Memories {
  readonly learning: CalibrationLearning | undefined;
  readonly cache: ResponseCache | undefined;
}

const NO_MEMORIES: Memories = { learning: undefined, cache: undefined };

async function memoriesOf(
  { store }: BatchRun,
  { user, parameters }: Pick<Asked, 'user' | 'parameters'>,
): Promise<Memories> {
  const { cacheMs: ttlMs, learns } = parameters;
  return {
    learning: learns ? new CalibrationLearning({ store: await store.open() }) : undefined,
    cache:
      ttlMs === undefined
        ? undefined
        : new ResponseCache({ store: await store.open(), userId: user?.profile.userId, ttlMs }),
  };
}
