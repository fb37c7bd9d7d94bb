import { finderOf, type RedactableRule } from '../../guardrails/manager/finderOf';
import { redact } from '../../guardrails/redaction/redact';
import { RedactionMap } from '../../guardrails/redaction/redactionMap';
import { restore, type HiddenValues } from '../../guardrails/redaction/restore';
import type { Finder } from '../../guardrails/spans/finder';
import type { Finding } from '../../guardrails/spans/finding';
import type { ChatMessage, ChatReply, MessageContent, ToolCall } from '../../models/chatModel';
import { KnownValues } from './knownValues';
import { mapJson } from './mapJson';

/**
 * Keeps personal data and secrets of one run from its models: they see numbered placeholders, one for each value in
 * whatever message it stands, and what they write is restored.
 */
export class Privacy {
  readonly #finder: Pick<Finder, 'find'>;
  readonly #map = new RedactionMap();
  readonly #known = new KnownValues(this.#map);
  /** What was hidden, and with how many values known. */
  readonly #hidden = new WeakMap<ChatMessage, { readonly message: ChatMessage; readonly size: number }>();

  /** @throws {InvalidParameterError} */
  constructor(rules: readonly RedactableRule[]) {
    this.#finder = finderOf(rules);
  }

  /** What placeholders stand for, as far as texts were hidden. */
  get values(): HiddenValues {
    return this.#map;
  }

  /**
   * @throws {RedactionsFullError}
   * @throws {PatternError} when a pattern of one's own fails
   */
  hide(text: string): string {
    return this.#redacted(text, [...this.#finder.find(text), ...this.#known.find(text)]);
  }

  /**
   * What one message gives away is hidden in those before it too. Instructions of the builder are no personal data:
   * in system messages only what was hidden elsewhere is hidden.
   *
   * @throws as `hide`
   */
  hideAll(messages: readonly ChatMessage[]): ChatMessage[] {
    for (;;) {
      const size = this.#map.size;
      const hidden = messages.map((message) => this.#hiddenMessage(message));
      if (this.#map.size === size) return hidden;
    }
  }

  restore(text: string): string {
    return restore(text, this.#map);
  }

  /** With the values in the text, and within the JSON of the arguments. */
  restoreReply(reply: ChatReply): ChatReply {
    const toolCalls = reply.toolCalls.map((call) => ({
      ...call,
      arguments: restore(call.arguments, withinJson(this.#map)),
    }));
    return { ...reply, text: this.restore(reply.text), toolCalls };
  }

  #redacted(text: string, findings: readonly Finding[]): string {
    return redact(text, findings, { style: 'reversible', map: this.#map }).text;
  }

  #hiddenMessage(message: ChatMessage): ChatMessage {
    const before = this.#hidden.get(message);
    if (before?.size === this.#map.size) return before.message;
    const hidden = this.#hide(message);
    this.#hidden.set(message, { message: hidden, size: this.#map.size });
    return hidden;
  }

  #hide(message: ChatMessage): ChatMessage {
    const { role, content } = message;
    if (role === 'system') {
      return { role, content: mapped(content, (text) => this.#redacted(text, this.#known.find(text))) };
    }
    const hidden = { ...message, content: mapped(content, (text) => this.hide(text)) };
    return hidden.role === 'assistant' && hidden.toolCalls
      ? { ...hidden, toolCalls: hidden.toolCalls.map((call) => this.#hideCall(call)) }
      : hidden;
  }

  #hideCall(call: ToolCall): ToolCall {
    return { ...call, arguments: mapJson(call.arguments, (text) => this.hide(text)) };
  }
}

function mapped(content: MessageContent, map: (text: string) => string): MessageContent {
  if (typeof content === 'string') return map(content);
  return content.map((part) => (part.type === 'text' ? { ...part, text: map(part.text) } : part));
}

/** The values as they stand between the quotes of JSON. */
function withinJson(values: HiddenValues): HiddenValues {
  return {
    keys: () => values.keys(),
    get: (name) => {
      const value = values.get(name);
      return value === undefined ? undefined : JSON.stringify(value).slice(1, -1);
    },
  };
}
