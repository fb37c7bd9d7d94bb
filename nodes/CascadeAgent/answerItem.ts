import type { INodeExecutionData } from 'n8n-workflow';
import {
  CalibrationLearning,
  CascadeAgent,
  RateLimiter,
  refusalText,
  ResponseCache,
  systemClock,
  type Admission,
  type TenantResult,
} from '../../core';
import { binaryImages } from '../shared/agentPorts/binaryImages';
import { connectedMemory } from '../shared/agentPorts/connectedMemory';
import { connectedParser } from '../shared/agentPorts/connectedParser';
import { connectedTools } from '../shared/agentPorts/connectedTools';
import { breakers } from '../shared/cascade/breakers';
import { cascadeModels } from '../shared/cascade/cascadeModels';
import { objectIn } from '../shared/itemJson';
import type { AgentRun } from './agentRun';
import { readGuards } from './guards';
import { LiveText } from './liveText';
import { readParameters, type Parameters } from './parameters';
import { answered, refused } from './report';
import { readUser, type User } from './user';

export interface ItemTask {
  readonly run: AgentRun;
  readonly item: INodeExecutionData;
  readonly itemIndex: number;
  readonly signal: AbortSignal;
}

/**
 * Answers the query of one item.
 *
 * @throws what a parameter, a sub-node, a limit, a guardrail or the models have against it
 */
export async function answerItem(task: ItemTask): Promise<INodeExecutionData['json']> {
  const { run, item, itemIndex } = task;
  const { context } = run;
  const user = await readUser(context, itemIndex, () => run.store.profiles());
  const parameters = readParameters(context, itemIndex, user?.profile);
  const live = new LiveText(context, itemIndex, parameters.streams);
  return await answer(task, { user, parameters, live }).then(
    (result) => {
      live.end();
      run.answered(result.cascade);
      return answered(result, item.json, parameters.returns);
    },
    (error: unknown) => {
      const refusal = refusalText(error, parameters.refusals);
      if (!refusal) {
        live.end();
        throw error;
      }
      live.send(refusal.text);
      live.end();
      return refused(refusal, error, item.json, parameters.returns);
    },
  );
}

interface Question {
  readonly user: User | undefined;
  readonly parameters: Parameters;
  readonly live: LiveText;
}

async function answer(task: ItemTask, question: Question): Promise<TenantResult> {
  const { run, itemIndex, signal } = task;
  const { context } = run;
  const { user, parameters, live } = question;
  const { query, settings, domains, prices, maxIterations } = parameters;
  const models = await cascadeModels(context, { itemIndex, prices });
  const tools = await connectedTools(context, itemIndex, { verifyAfter: parameters.verifyAfterTools });
  const memory = await connectedMemory(context, itemIndex, { clock: systemClock, signal });
  const parser = parameters.hasOutputParser ? await connectedParser(context, itemIndex) : undefined;
  const images = parameters.passImages ? await binaryImages(context, itemIndex) : [];
  const agent = new CascadeAgent({
    ...settings,
    models,
    domains,
    breakers,
    profile: user?.applies.has('preferences') ? user.profile : undefined,
    learning: parameters.learns ? new CalibrationLearning({ store: await run.store.open() }) : undefined,
  });
  const result = await agent.run(query, {
    signal,
    tools,
    images,
    parser,
    maxIterations,
    history: await memory?.load(),
    onText: live.taker,
    guards: readGuards(context, itemIndex, user),
    admission: await admissionOf(task, question),
    cache: await cacheOf(task, question),
  });
  const hint = await memory?.save(query, result.output);
  if (hint) run.note(hint);
  return result;
}

async function admissionOf(
  { run, item }: ItemTask,
  { user, parameters }: Question,
): Promise<Admission | undefined> {
  if (!user?.applies.has('limits')) return undefined;
  const { reservationId: incoming } = objectIn(item.json, 'rateLimit');
  return {
    limiter: new RateLimiter({ store: await run.store.open() }),
    profile: user.profile,
    estimateUsd: parameters.estimatedCostUsd,
    reservationId: parameters.reservationId ?? (typeof incoming === 'string' ? incoming : undefined),
    whenUnavailable: parameters.whenUnavailable,
  };
}

async function cacheOf(
  { run }: ItemTask,
  { user, parameters }: Question,
): Promise<ResponseCache | undefined> {
  const { cacheMs: ttlMs } = parameters;
  if (ttlMs === undefined) return undefined;
  return new ResponseCache({ store: await run.store.open(), userId: user?.profile.userId, ttlMs });
}
