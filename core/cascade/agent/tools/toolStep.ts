/** A call of a tool, and what came of it. */
export interface ToolStep {
  /** The turn of the conversation in which the model asked for it, from 1 on. */
  readonly iteration: number;
  readonly callId: string;
  /** As the model wrote it: there need not be such a tool. */
  readonly tool: string;
  /** The arguments as JSON gives them, or the text that the model wrote when that is not JSON. */
  readonly args: unknown;
  /** `refused`: the call was malformed, and the tool did not run. */
  readonly outcome: 'done' | 'failed' | 'refused';
  /** What the model was told: the tool's result, or what went wrong. */
  readonly result: string;
  readonly latencyMs: number;
}
