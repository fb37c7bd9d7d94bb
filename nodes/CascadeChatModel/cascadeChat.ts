import type {
  ChatModel,
  ChatModelConfig,
  FunctionTool,
  GenerateResult,
  Message,
  StreamChunk,
  Tool,
} from '@n8n/ai-node-sdk';
import { CascadeError, Toolbox, type CascadeRequest, type CascadeTurn } from '../../core';
import { handedOut } from './handedOut';
import { chatMessages } from './messages';
import { lastChunks, resultOf } from './result';
import type { RunLog } from './runLog';
import { toolDefinitions } from './tools';

export interface CascadeChatOptions {
  /** Answers a turn in the run of the node that has this index. */
  readonly complete: (request: CascadeRequest, run: number) => Promise<CascadeTurn>;
  /** Names of the models, cheapest first. */
  readonly models: readonly string[];
  readonly log: RunLog;
  /** Reads the schema of a tool's arguments. */
  readonly schemaOf: (tool: FunctionTool) => unknown;
  /** Of the execution. */
  readonly signal: AbortSignal | undefined;
  readonly tools?: readonly Tool[];
}

/** A cascade that looks like one chat model to whoever it is connected to. */
export class CascadeChat implements ChatModel {
  readonly provider = 'cascadeflow';
  readonly modelId: string;
  readonly #options: CascadeChatOptions;

  constructor(options: CascadeChatOptions) {
    this.#options = options;
    this.modelId = options.models.join(', ');
  }

  withTools(tools: readonly Tool[]): CascadeChat {
    return new CascadeChat({ ...this.#options, tools: [...(this.#options.tools ?? []), ...tools] });
  }

  /**
   * @throws {NodeOperationError} when no model answers
   * @throws {CascadeError} for a file or a tool that a cascade cannot take
   */
  async generate(messages: readonly Message[], config: ChatModelConfig = {}): Promise<GenerateResult> {
    return resultOf(await this.#answer(messages, [config.signal, config.abortSignal]));
  }

  /**
   * @throws {NodeOperationError} when no model answers, or the last one breaks off
   * @throws {CascadeError} for a file or a tool that a cascade cannot take
   */
  async *stream(
    messages: readonly Message[],
    config: ChatModelConfig = {},
  ): AsyncGenerator<StreamChunk, void> {
    const turn = yield* handedOut<StreamChunk, CascadeTurn>((hand, left) =>
      this.#answer(messages, [left, config.signal, config.abortSignal], (delta) =>
        hand({ type: 'text-delta', delta }),
      ),
    );
    yield* lastChunks(turn);
  }

  async #answer(
    messages: readonly Message[],
    signals: readonly (AbortSignal | undefined)[],
    onText?: CascadeRequest['onText'],
  ): Promise<CascadeTurn> {
    const { complete, log, schemaOf, signal, tools = [] } = this.#options;
    const conversation = chatMessages(messages);
    const toolbox = new Toolbox(toolDefinitions(tools, schemaOf).map((definition) => ({ definition })));
    return await log.note(conversation, async ({ index, onAttempt }) => {
      const request: CascadeRequest = {
        messages: conversation,
        tools: toolbox.definitions,
        faultOf: ({ toolCalls }) => toolbox.faultIn(toolCalls),
        onText,
        onAttempt,
        signal: AbortSignal.any([signal, ...signals].filter((each) => each !== undefined)),
      };
      const turn = await complete(request, index);
      refuse(toolbox.faultIn(turn.reply.toolCalls));
      return turn;
    });
  }
}

/** n8n would run a tool without arguments when it cannot read them, and end the workflow when it does not know it. */
function refuse(fault: string | undefined): void {
  if (fault === undefined) return;
  throw new CascadeError('The last model of the cascade called a tool in a way that does not work', {
    code: 'BAD_TOOL_CALL',
    hint: `It may work when it is tried again: ${fault}.`,
  });
}
