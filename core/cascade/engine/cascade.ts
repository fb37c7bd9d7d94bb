import { InvalidParameterError } from '../../errors/invalidParameterError';
import { costOf } from '../../models/prices/costOf';
import type { ModelPrice } from '../../models/prices/modelPrice';
import { systemClock } from '../../time/clock';
import { readCustomDomains } from '../query/customDomain';
import { begin, type ReadParts } from './begin';
import { CircuitBreakers } from './breakers/circuitBreakers';
import { buildReport } from './buildReport';
import type { CascadeParts } from './cascadeParts';
import type { CascadeRequest, CascadeTurn } from './cascadeRequest';
import { climb } from './climb';
import { restOf, type Course } from './course';
import { failureOf } from './failure';
import { handOver } from './handOver';
import type { FinalTurn } from './judgedTurn';
import { learnFrom } from './learn';
import { withRecord } from './withRecord';

export const MOST_MODELS = 5;

/** Answers each request with the cheapest of its models that is good enough. */
export class Cascade {
  readonly #parts: ReadParts;

  /** @throws {InvalidParameterError} for too few or many models, a price that is none, or a domain that is none */
  constructor(parts: CascadeParts) {
    const { models, clock = systemClock, breakers = new CircuitBreakers(), random = Math.random } = parts;
    if (models.length < 1 || models.length > MOST_MODELS) {
      throw new InvalidParameterError('models', models, `a list of 1 to ${String(MOST_MODELS)} models`);
    }
    for (const { price } of models) if (price) checkPrice(price);
    const domains = parts.domains && readCustomDomains(parts.domains);
    this.#parts = { ...parts, clock, breakers, random, domains };
  }

  /**
   * @throws {AllModelsFailedError} when no model brings an answer that may be shown
   * @throws {BudgetExceededError} when the limit of cost left no room for one that could have
   * @throws {BrokenOffError} when the last model failed after the beginning of its answer was given to `onText`
   * @throws {CascadeError} `PRICE_UNKNOWN` when there is a limit of cost and a model without a price
   * @throws the reason of the request's signal when the caller aborts
   * @throws {CascadeError} `TEXT_NOT_TAKEN` when `onText` is not done in time
   * @throws what `onText` throws
   */
  async complete(request: CascadeRequest): Promise<CascadeTurn> {
    request.signal?.throwIfAborted();
    const course = await withRecord(begin(this.#parts, request));
    tellRoute(course);
    const { turns, answer } = await climb(course);
    if (!answer) throw failureOf(course, turns);
    course.trace.add('answer', `${answer.role} answered`, answer.model.name);
    if (answer.role === 'drafter') await give(course, answer);
    await learnFrom(course, turns, answer);
    return { reply: answer.reply, report: buildReport(course, turns, answer), trace: course.trace.steps() };
  }
}

function tellRoute({ route, direct, trace }: Course): void {
  const first = direct ? `direct: ${direct.because}` : 'a draft first';
  trace.add('route', `${route.complexity}, ${route.domain}; ${first}`);
}

const NOTHING = { inputTokens: 0, outputTokens: 0 };

/** @throws {InvalidParameterError} when one of its rates is none */
function checkPrice(price: ModelPrice): void {
  for (const rates of [price, ...(price.tiers ?? [])]) costOf(NOTHING, rates);
}

/** A draft is shown in one piece, once it is known that it may be. */
async function give(course: Course, { reply }: FinalTurn): Promise<void> {
  const { onText } = course.request;
  if (onText && reply.text !== '') await handOver(restOf(course), () => onText(reply.text));
}
