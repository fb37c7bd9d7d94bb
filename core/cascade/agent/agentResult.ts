import type { ChatMessage } from '../../models/chatModel';
import type { CascadeResult, TraceStep } from '../engine/report';
import type { ToolStep } from './tools/toolStep';

/** The answer to a query, and how it came about. The report is on all turns of the run: see `mergeReports`. */
export interface AgentResult extends CascadeResult {
  /** What the parser made of the output; missing without a parser. */
  readonly parsed?: unknown;
  readonly trace: readonly TraceStep[];
  readonly steps: readonly ToolStep[];
  /** What is new in the conversation: the query, calls and results of tools, the answer. For a memory to keep. */
  readonly messages: readonly ChatMessage[];
}
