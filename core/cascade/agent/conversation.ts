import type { ChatMessage, ChatReply, ToolCall } from '../../models/chatModel';
import type { AgentTool } from './tools/agentTool';
import { readArguments } from './tools/readArguments';
import type { ToolStep } from './tools/toolStep';

export interface ConversationStart {
  readonly instructions: string;
  readonly history: readonly ChatMessage[];
  readonly userMessage: ChatMessage;
  readonly tools: readonly AgentTool[];
}

/** What the models are shown, and the part of it that is worth remembering. */
export class Conversation {
  readonly #shown: ChatMessage[];
  readonly #remembered: ChatMessage[];
  readonly #ids: Set<string>;
  readonly #toolNames: ReadonlySet<string>;

  constructor({ instructions, history, userMessage, tools }: ConversationStart) {
    const system: ChatMessage[] =
      instructions.trim() === '' ? [] : [{ role: 'system', content: instructions }];
    this.#shown = [...system, ...history, userMessage];
    this.#remembered = [userMessage];
    this.#ids = new Set(history.flatMap(callsIn).map(({ id }) => id));
    this.#toolNames = new Set(tools.map(({ definition }) => definition.name));
  }

  get messages(): readonly ChatMessage[] {
    return [...this.#shown];
  }

  /** From the user's query on; without an answer that had to be mended, and the request to do so. */
  get remembered(): readonly ChatMessage[] {
    return [...this.#remembered];
  }

  /**
   * Adds a reply that calls tools, and gives its calls as the results have to name them: each with an id of its own,
   * which providers insist on and not all models write.
   */
  addCalls({ text, toolCalls }: ChatReply): ToolCall[] {
    const calls = toolCalls.map((call) => ({ ...call, id: this.#ownId(call.id) }));
    this.#add({ role: 'assistant', content: text, toolCalls: calls.map((call) => this.#acceptable(call)) });
    return calls;
  }

  addResults(steps: readonly ToolStep[]): void {
    for (const { callId, result } of steps) this.#add({ role: 'tool', content: result, toolCallId: callId });
  }

  addAnswer(text: string): void {
    this.#add({ role: 'assistant', content: text });
  }

  askToMend(answer: string, fault: string): void {
    const request = `This answer could not be read: ${fault}\nGive the whole answer again, in the format asked for.`;
    this.#shown.push({ role: 'assistant', content: answer }, { role: 'user', content: request });
  }

  #add(message: ChatMessage): void {
    this.#shown.push(message);
    this.#remembered.push(message);
  }

  /**
   * A call as every provider takes it back: a model may have made up a name or arguments that its own provider refuses
   * when they stand in the conversation.
   */
  #acceptable({ id, name, arguments: written }: ToolCall): ToolCall {
    return {
      id,
      name: this.#toolNames.has(name) ? name : harmlessName(name),
      arguments: harmlessArguments(written),
    };
  }

  #ownId(given: string): string {
    let id = given;
    for (let count = this.#ids.size + 1; id === '' || this.#ids.has(id); count++) id = numberedId(count);
    this.#ids.add(id);
    return id;
  }
}

/** Nine letters and digits: Mistral takes no other ids. */
function numberedId(count: number): string {
  return `call${String(count).padStart(5, '0')}`;
}

function callsIn(message: ChatMessage): readonly ToolCall[] {
  return message.role === 'assistant' ? (message.toolCalls ?? []) : [];
}

const FORBIDDEN_IN_NAMES = /[^\w-]/g;
const LONGEST_NAME = 64;

function harmlessName(name: string): string {
  return name.slice(0, LONGEST_NAME).replace(FORBIDDEN_IN_NAMES, '_') || '_';
}

function harmlessArguments(written: string): string {
  if (!readArguments(written).readable) return JSON.stringify({ arguments: written });
  return written.trim() === '' ? '{}' : written;
}
