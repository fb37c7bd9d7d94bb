import type { INodeExecutionData } from 'n8n-workflow';
import {
  CalibrationLearning,
  CascadeAgent,
  refusalText,
  ResponseCache,
  systemClock,
  type RunOptions,
  type TenantResult,
} from '../../core';
import { binaryImages } from '../shared/agentPorts/binaryImages';
import { connectedMemory } from '../shared/agentPorts/connectedMemory';
import { connectedParser } from '../shared/agentPorts/connectedParser';
import { connectedTools } from '../shared/agentPorts/connectedTools';
import { breakers } from '../shared/cascade/breakers';
import { cascadeModels } from '../shared/cascade/cascadeModels';
import { readGuards } from '../shared/queries/guards';
import { readUser } from '../shared/queries/user';
import { withinLimits } from './admission';
import { LiveText } from './liveText';
import { readParameters } from './parameters';
import { answered, refused } from './report';
import type { ItemTask, Question } from './task';

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
  const question = { user, parameters, live };
  return await withinLimits(task, question, (onAttempt) => ask(task, question, onAttempt)).then(
    (result) => {
      live.end();
      run.answered(result.cascade);
      return answered(result, item.json, parameters);
    },
    (error: unknown) => {
      const refusal = refusalText(error, parameters.refusals);
      if (!refusal) {
        live.end();
        throw error;
      }
      live.refuse(refusal.text);
      live.end();
      return refused(refusal, error, item.json, parameters);
    },
  );
}

async function ask(
  task: ItemTask,
  question: Question,
  onAttempt: RunOptions['onAttempt'],
): Promise<TenantResult> {
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
    onAttempt,
    history: await memory?.load(),
    onText: live.taker,
    guards: readGuards(context, itemIndex, user),
    cache: await cacheOf(task, question),
  });
  const hint = await memory?.save(query, result.output);
  if (hint) run.note(hint);
  return result;
}

async function cacheOf(
  { run }: ItemTask,
  { user, parameters }: Question,
): Promise<ResponseCache | undefined> {
  const { cacheMs: ttlMs } = parameters;
  if (ttlMs === undefined) return undefined;
  return new ResponseCache({ store: await run.store.open(), userId: user?.profile.userId, ttlMs });
}
