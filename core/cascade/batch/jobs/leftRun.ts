import type { ChatModel, ChatRequest } from '../../../models/chatModel';
import { circuitOf, type CascadeModel } from '../../engine/cascadeModel';
import type { Traffic } from '../../engine/traffic';
import type { CascadeRun } from '../cascadeRun';
import { CustomIds, jobRequestOf } from './customId';
import { finalFault } from './finalFault';
import type { JobModel, JobModels } from './jobModels';
import { OPEN_GATE } from './openTraffic';
import { isWorkedOn, type ReplyTable } from './replyTable';

export interface LeftParts {
  readonly index: number;
  readonly table: ReplyTable;
  readonly models: JobModels;
  /** Those whose replies it has used so far: what they said cost what it costs in a job. */
  readonly used: ReadonlySet<string>;
  /** What was reserved for the query when it was first run. */
  readonly reservationId: string | undefined;
}

/** Runs a query on where the jobs have left it: what they have replied to is taken from them, the rest is asked for. */
export function leftRun(run: CascadeRun, parts: LeftParts): CascadeRun {
  const { index, models, used, reservationId } = parts;
  return async (context) => {
    const ids = new CustomIds(index);
    const { traffic } = context;
    return await run({
      ...context,
      // It has to ask what it has asked before, or it would not find the replies.
      isReplayed: true,
      traffic: traffic && withoutReplayed(traffic, models, used),
      models: (given) => context.models(given.map((model) => continued(model, { ...parts, ids }))),
      admission: (admission) =>
        context.admission(reservationId === undefined ? admission : { ...admission, reservationId }),
    });
  };
}

/** A reply out of a table says nothing of how fast its model is. */
function withoutReplayed(traffic: Traffic, models: JobModels, used: ReadonlySet<string>): Traffic {
  return {
    ...traffic,
    gateOf: (model) => (used.has(models.known(model).key) ? OPEN_GATE : traffic.gateOf(model)),
  };
}

function continued(
  model: CascadeModel,
  { models, used, table, ids }: LeftParts & { ids: CustomIds },
): CascadeModel {
  const known: JobModel = models.known(model);
  const { id } = model.chat;
  const chat: ChatModel = {
    ...(id === undefined ? {} : { id }),
    complete: async (request: ChatRequest) => {
      const reply = table.get(ids.next(known.key, jobRequestOf(request)))?.reply;
      if (!reply || !isWorkedOn(reply)) return await model.chat.complete(request);
      if (reply.kind === 'answered') return reply.reply;
      throw finalFault(reply.error);
    },
  };
  const { price, listPrice } = known.cascadeModel;
  const prices = used.has(known.key) ? { price, listPrice } : {};
  return { ...model, ...prices, chat, circuit: circuitOf(model) };
}
