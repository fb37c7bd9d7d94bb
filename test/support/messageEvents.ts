interface Block {
  readonly type: string;
  readonly text?: string;
  readonly name?: string;
  readonly id?: string;
  readonly input?: unknown;
}

export interface StreamedMessage {
  readonly content: readonly Block[];
  readonly stop_reason?: string | null;
  readonly usage?: Readonly<Record<string, number>>;
  readonly [more: string]: unknown;
}

export interface MessageEvent {
  readonly type: string;
  readonly [more: string]: unknown;
}

/** A message as the events of a stream: https://docs.anthropic.com/en/docs/build-with-claude/streaming */
export function messageEvents({ content, stop_reason, usage, ...message }: StreamedMessage): MessageEvent[] {
  return [
    {
      type: 'message_start',
      message: { ...message, content: [], stop_reason: null, usage: { ...usage, output_tokens: 1 } },
    },
    { type: 'ping' },
    ...content.flatMap(blockEvents),
    { type: 'message_delta', delta: { stop_reason }, usage: { output_tokens: usage?.['output_tokens'] } },
    { type: 'message_stop' },
  ];
}

function blockEvents(block: Block, index: number): MessageEvent[] {
  const { empty, deltas } = inPieces(block);
  return [
    { type: 'content_block_start', index, content_block: empty },
    ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ];
}

function inPieces(block: Block): { empty: object; deltas: readonly object[] } {
  if (block.type === 'tool_use') {
    const json = JSON.stringify(block.input);
    const half = Math.ceil(json.length / 2);
    const pieces = json === '{}' ? [''] : ['', json.slice(0, half), json.slice(half)];
    return {
      empty: { ...block, input: {} },
      deltas: pieces.map((partial_json) => ({ type: 'input_json_delta', partial_json })),
    };
  }
  const words = block.text?.match(/\s*\S+\s*/g) ?? [];
  return { empty: { ...block, text: '' }, deltas: words.map((text) => ({ type: 'text_delta', text })) };
}
