import { InvalidParameterError } from '../../errors/invalidParameterError';
import { textOf, type ChatMessage } from '../../models/chatModel';
import { chooseModels } from '../routing/chooseModels';
import { routeTo, type QueryRoute } from '../routing/routeQuery';
import type { ReadSettings } from '../settings';
import { Budget } from './budget';
import { stepsOf, type CascadeModel, type CascadeStep } from './cascadeModel';
import type { CascadeParts } from './cascadeParts';
import type { CascadeRequest } from './cascadeRequest';
import type { Course, Directness } from './course';
import { Ledger } from './ledger';
import { promptOf } from './prompt';
import { requirePrices } from './requirePrices';
import { Stopwatch } from './stopwatch';
import { Trace } from './trace';

/** All that a cascade has, with nothing left out but what it can do without. */
export type ReadParts = CascadeParts & Required<Pick<CascadeParts, 'clock' | 'breakers' | 'random'>>;

/**
 * Decides who may answer a request, and within which limits.
 *
 * @throws {CascadeError} `PRICE_UNKNOWN` when there is a limit of cost and a model without a price
 */
export function begin(parts: ReadParts, request: CascadeRequest): Course {
  const { settings, clock, breakers, random, profile, domains, learning } = parts;
  const { watch = new Stopwatch(clock) } = request;
  const beganMs = watch.elapsedMs;
  const trace = new Trace(clock, clock.now());
  const query = request.query ?? lastQuestion(request.messages);
  const route = routeTo({ settings, query, profile, domains });
  const { models, unmatched, because } = chooseModels(parts.models, { profile, domain: route.domain });
  const steps = stepsOf(models);
  const alone = models.length === 1 ? (because ?? LONELY) : undefined;
  for (const name of unmatched) trace.add('route', 'the profile names it, but no model is called so', name);
  return {
    request,
    query,
    prompt: promptOf(request.messages, request.tools),
    route,
    threshold: route.threshold,
    expected: 1 - route.difficulty,
    direct: directFor(settings, route, request.verifyBecause ?? alone),
    steps,
    verifier: lastOf(steps),
    settings,
    signal: request.signal,
    clock,
    random,
    breakers,
    learning,
    watch,
    beganMs,
    endsMs: beganMs + (request.totalTimeoutMs ?? settings.totalTimeoutMs),
    budget: budgetOf(request.maxCostUsd === undefined ? settings.maxCostUsd : request.maxCostUsd, models),
    ledger: new Ledger(request.onAttempt),
    trace,
  };
}

const LONELY = 'there is only one model';

/** What the user asked last. Empty when that was an image without a word. */
function lastQuestion(messages: readonly ChatMessage[]): string {
  const last = messages.findLast(({ role }) => role === 'user');
  return last ? textOf(last.content) : '';
}

/** @param because why no drafter may answer this request; undefined when they may as far as the request goes */
function directFor(
  { verifyAlways }: ReadSettings,
  { directBecause, domain }: QueryRoute,
  because: string | undefined,
): Directness | undefined {
  if (because !== undefined) return { because, isStrict: true };
  return directBecause === undefined
    ? undefined
    : { because: directBecause, isStrict: verifyAlways.includes(domain) };
}

function budgetOf(maxCostUsd: number | null, models: readonly CascadeModel[]): Budget {
  if (maxCostUsd !== null) requirePrices(models);
  return new Budget(maxCostUsd);
}

/** @throws {InvalidParameterError} when there is none */
function lastOf(steps: readonly CascadeStep[]): CascadeStep {
  const last = steps.at(-1);
  if (!last) throw new InvalidParameterError('models', steps, 'a list with at least one model');
  return last;
}
