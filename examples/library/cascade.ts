import { CascadeAgent, type AgentTool, type Http, type UserProfile } from 'n8n-nodes-cascadeflow';

/** What a shop brings along. */
interface Shop {
  /** Reaches an API that speaks OpenAI's chat completions and has the models that the profile prefers. */
  readonly http: Http;
  readonly statusOf: (order: string) => Promise<string>;
  /** Takes the answer while it is written: an accepted draft at once, the verifier's words as they come. */
  readonly show: (text: string) => void;
}

export interface Answer {
  readonly text: string;
  readonly model: string;
  /** US dollars; null when the price of a model is unknown. */
  readonly costUsd: number | null;
  /** 0 to 100; less than 0 when drafting did not pay. */
  readonly savedPercent: number | null;
}

/**
 * Answers a customer with the models, and with the weight on cost, quality and speed, that the profile asks for. What
 * rests on the state of an order comes from the verifier.
 *
 * @throws {AllModelsFailedError} with what each model did, when none answers
 */
export async function answerCustomer(profile: UserProfile, question: string, shop: Shop): Promise<Answer> {
  const agent = CascadeAgent.fromProfile(profile, {
    http: shop.http,
    systemMessage: 'You work at the help desk of a shop. Look orders up, never guess what became of one.',
    domains: [{ name: 'billing', keywords: ['invoice', 'refund', 'charged'] }],
    verifyAlways: ['billing'],
  });
  const { output, cascade } = await agent.run(question, {
    tools: [orderStatus(shop.statusOf)],
    onText: shop.show,
  });
  const { modelUsed, costUsd, savedPercent } = cascade;
  return { text: output, model: modelUsed, costUsd, savedPercent };
}

/** Arguments are checked against the schema before the tool runs. */
function orderStatus(statusOf: Shop['statusOf']): AgentTool {
  return {
    definition: {
      name: 'order_status',
      description: 'Says what became of an order',
      parameters: {
        type: 'object',
        properties: { order: { type: 'string', pattern: '^[0-9]{4}$' } },
        required: ['order'],
      },
    },
    run: (args) => statusOf(orderIn(args)),
    verifyAfter: true,
  };
}

function orderIn(args: unknown): string {
  return typeof args === 'object' && args !== null && 'order' in args ? String(args.order) : '';
}
