import type { ToolCall } from '../../../models/chatModel';
import type { AgentTool } from './agentTool';

/** A model's call, read before anything is run. */
export type CheckedCall<Tool = AgentTool> =
  | { readonly valid: true; readonly call: ToolCall; readonly args: unknown; readonly tool: Tool }
  | {
      readonly valid: false;
      readonly call: ToolCall;
      /** What the model wrote, when it cannot be read. */
      readonly args: unknown;
      readonly fault: string;
    };
