import type { QuotaState, RateQuota } from '../../http/rateQuota';

/** What a provider says it still allows, in calls. */
export interface CallQuota {
  /** How many more may be made now. */
  readonly remaining: number;
  /** Calls per ms that it allows in the long run; undefined when it does not say. */
  readonly callsPerMs: number | undefined;
  /** Milliseconds until all of it is there again. */
  readonly resetsInMs: number;
}

/** When a call was made, and how many had been admitted then, itself included. */
export interface CountedCall {
  readonly time: number;
  readonly admitted: number;
}

/** How much the latest call counts for what calls use of tokens. */
const WEIGHT = 0.2;

/** Reads what a provider says it still allows. Tokens are counted in calls, by what calls were seen to use of them. */
export class QuotaReader {
  #tokensPerCall: number | undefined;
  #before: (CountedCall & { readonly tokens: QuotaState }) | undefined;

  /**
   * The scarcer one of requests and tokens; undefined when nothing is said that can be told in calls.
   *
   * @param call of which the provider said it
   */
  read({ requests, tokens }: RateQuota, call: CountedCall): CallQuota | undefined {
    const byRequests = requests && inCalls(requests, 1);
    const byTokens = tokens && this.#byTokens(tokens, call);
    if (!byRequests || !byTokens) return byRequests ?? byTokens;
    return byTokens.remaining < byRequests.remaining ? byTokens : byRequests;
  }

  #byTokens(tokens: QuotaState, call: CountedCall): CallQuota | undefined {
    const { remaining } = tokens;
    if (this.#before && call.admitted > this.#before.admitted) {
      const flowedIn = (flowOf(this.#before.tokens) ?? 0) * (call.time - this.#before.time);
      const calls = call.admitted - this.#before.admitted;
      const used = (this.#before.tokens.remaining + flowedIn - remaining) / calls;
      const known = this.#tokensPerCall ?? used;
      if (used > 0) this.#tokensPerCall = known + WEIGHT * (used - known);
    }
    this.#before = { tokens, ...call };
    if (this.#tokensPerCall !== undefined) return inCalls(tokens, this.#tokensPerCall);
    return remaining > 0 ? undefined : { remaining: 0, callsPerMs: undefined, resetsInMs: tokens.resetsInMs };
  }
}

function inCalls(state: QuotaState, perCall: number): CallQuota {
  const flow = flowOf(state);
  return {
    remaining: state.remaining / perCall,
    callsPerMs: flow === undefined ? undefined : flow / perCall,
    resetsInMs: state.resetsInMs,
  };
}

/** What flows in per ms: what is missing is there again when the whole limit is. */
function flowOf({ remaining, limit, resetsInMs }: QuotaState): number | undefined {
  if (limit === undefined || limit <= remaining || resetsInMs <= 0) return undefined;
  return (limit - remaining) / resetsInMs;
}
