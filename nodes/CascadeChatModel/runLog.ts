import { NodeConnectionTypes, type ISupplyDataFunctions } from 'n8n-workflow';
import { textOf, type CascadeTurn, type ChatMessage, type MadeAttempt } from '../../core';
import { nodeErrorFor, type ParameterLabels } from '../shared/nodeError';
import { decisionIn } from './decision';
import { usageOf } from './result';

export interface LogOptions {
  readonly itemIndex: number;
  readonly labels: ParameterLabels;
  /**
   * Whether the tokens are counted here. Connected models write runs of their own, and n8n adds up what all runs of an
   * execution say.
   */
  readonly countsTokens: boolean;
}

/** A run of the node while it goes on. */
export interface NotedRun {
  readonly index: number;
  /** Told of every call of a model as it ends. */
  readonly onAttempt: (attempt: MadeAttempt) => void;
}

/** Where n8n's logs panel reads what a sub-node did: each call is a run of the node. */
export class RunLog {
  readonly #context: ISupplyDataFunctions;
  readonly #options: LogOptions;

  constructor(context: ISupplyDataFunctions, options: LogOptions) {
    this.#context = context;
    this.#options = options;
  }

  /**
   * Notes what the cascade is asked, and then what it answered and decided, or why it failed and what that cost.
   *
   * @throws {NodeOperationError} in place of what `work` throws
   */
  async note(
    messages: readonly ChatMessage[],
    work: (run: NotedRun) => Promise<CascadeTurn>,
  ): Promise<CascadeTurn> {
    const type = NodeConnectionTypes.AiLanguageModel;
    const asked = [[{ json: { messages: [transcript(messages)] } }]];
    const { index } = this.#context.addInputData(type, asked);
    const attempts: MadeAttempt[] = [];
    const run = { index, onAttempt: (attempt: MadeAttempt) => attempts.push(attempt) };
    const turn = await work(run).catch((thrown: unknown) => {
      const error = nodeErrorFor(this.#context.getNode(), thrown, this.#options);
      Object.assign(error.context, { cascade: { attempts } });
      this.#context.addOutputData(type, index, error);
      throw error;
    });
    this.#context.addOutputData(type, index, [[{ json: this.#answered(turn) }]]);
    return turn;
  }

  #answered({ reply: { text, toolCalls }, report }: CascadeTurn) {
    const answer = { text, ...(toolCalls.length > 0 ? { toolCalls: [...toolCalls] } : {}) };
    return {
      response: { generations: [[{ text: decisionIn(report) }], [answer]] },
      ...(this.#options.countsTokens ? { tokenUsage: { ...usageOf(report.attempts) } } : {}),
      cascade: { ...report },
    };
  }
}

const speakers: Readonly<Record<ChatMessage['role'], string>> = {
  system: 'System',
  user: 'Human',
  assistant: 'AI',
  tool: 'Tool',
};

/** The conversation as n8n's own chat models show it: one text. */
function transcript(messages: readonly ChatMessage[]): string {
  return messages.map((message) => `${speakers[message.role]}: ${saidIn(message)}`).join('\n');
}

function saidIn(message: ChatMessage): string {
  const text = textOf(message.content);
  const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
  return [text, ...calls.map((call) => `${call.name}(${call.arguments})`)].filter(Boolean).join('\n');
}

/** The node as n8n's SDK is to see it: its own log leaves out what the cascade decided, and guesses streamed tokens. */
export function withoutLog(context: ISupplyDataFunctions): ISupplyDataFunctions {
  return Object.assign(Object.create(context) as ISupplyDataFunctions, {
    addInputData: () => ({ index: 0 }),
    addOutputData: () => undefined,
  });
}
