import type { ChatMessage, ContentPart } from '../../models/chatModel';
import type { Awaitable } from '../../stores/awaitable';
import type { Clock } from '../../time/clock';
import type { CascadeRequest } from '../engine/cascadeRequest';
import type { OutputParser } from './outputParser';
import type { AgentTool } from './tools/agentTool';
import type { ToolStep } from './tools/toolStep';
import type { Turns } from './turns';

/** What holds for a whole run: all its turns and tools together. */
export interface RunLimits {
  /** Milliseconds. Each turn has what the cascade gives it when left out. */
  readonly totalTimeoutMs?: number | undefined;
  /** US dollars; null = no limit. Each turn may cost what the cascade allows when left out. */
  readonly maxCostUsd?: number | null | undefined;
}

export interface AgentOptions {
  readonly turns: Turns;
  /** What the user wants: a text, possibly with images. */
  readonly query: string | readonly ContentPart[];
  readonly systemMessage?: string | undefined;
  /** What was said before, without a system message of its own. */
  readonly history?: readonly ChatMessage[] | undefined;
  readonly tools?: readonly AgentTool[] | undefined;
  /** `https:` URLs, or `data:` URLs of images of at most 20 MB; up to 20. They follow the query. */
  readonly images?: readonly string[] | undefined;
  readonly parser?: OutputParser | undefined;
  /** How many replies of the cascade may be waited for, 1 to 50; 10 when left out. Mending an answer is not counted. */
  readonly maxIterations?: number | undefined;
  /** UTF-16 units that a model is shown of a tool's result; 100,000 when left out. */
  readonly maxToolResultLength?: number | undefined;
  /** Takes the text as it comes: see `CascadeRequest`. With a parser it takes the answer, when that was parsed. */
  readonly onText?: ((text: string) => Awaitable<void>) | undefined;
  /** Takes each call of a tool when its reply's calls are all done. What it throws ends the run. */
  readonly onStep?: ((step: ToolStep) => Awaitable<void>) | undefined;
  /** Takes each call of a model as it ends: see `CascadeRequest`. */
  readonly onAttempt?: CascadeRequest['onAttempt'];
  /** When models may be called: see `CascadeRequest`. */
  readonly traffic?: CascadeRequest['traffic'];
  /** Measures the run, but for the time in which it waits for traffic; one of its own when left out. */
  readonly watch?: CascadeRequest['watch'];
  readonly signal?: AbortSignal | undefined;
  readonly limits?: RunLimits | undefined;
  readonly clock?: Clock | undefined;
}
