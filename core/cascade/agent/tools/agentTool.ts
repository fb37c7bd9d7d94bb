import type { ToolDefinition } from '../../../models/chatModel';

/** Something that a model may ask for. */
export interface AgentTool {
  readonly definition: ToolDefinition;
  /**
   * Gives what the model is to read. It is called with arguments that satisfy the definition's schema; the signal says
   * that nobody waits for the result any more.
   *
   * @throws whatever it likes: the model is told the message
   */
  run(args: unknown, context: { readonly signal: AbortSignal }): Promise<string>;
  /** Whether what follows in the same run is left to the verifier, because it rests on this tool. */
  readonly verifyAfter?: boolean | undefined;
  /** Milliseconds that one call has; 60 s when left out. */
  readonly timeoutMs?: number | undefined;
}
