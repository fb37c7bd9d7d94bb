import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';
import { saying } from '../../errors/saying';
import { textOf, type ChatMessage } from '../../models/chatModel';
import { systemClock, type Clock } from '../../time/clock';
import { Stopwatch } from '../engine/stopwatch';
import { readQuery } from '../settings';
import type { AgentOptions, RunLimits } from './agentOptions';
import { userMessage } from './images';
import type { AgentTool } from './tools/agentTool';

const DEFAULT_MAX_ITERATIONS = 10;
const MOST_ITERATIONS = 50;
const DEFAULT_MAX_TOOL_RESULT_LENGTH = 100_000;
const LONGEST_TOOL_RESULT = 10_000_000;
const LONGEST_TIMEOUT_MS = 86_400_000;

/** The options with every choice made, and the query as a message. */
export interface ReadAgentOptions extends AgentOptions {
  readonly userMessage: ChatMessage;
  /** The text of the query. */
  readonly query: string;
  /** The system message and what the parser asks for. */
  readonly instructions: string;
  readonly history: readonly ChatMessage[];
  readonly tools: readonly AgentTool[];
  readonly maxIterations: number;
  readonly maxToolResultLength: number;
  readonly limits: RunLimits;
  readonly clock: Clock;
  readonly watch: Stopwatch;
}

const whole = (to: number) => {
  const allowed = `a whole number from 1 to ${String(to)}`;
  return z.number(saying(allowed)).int(allowed).min(1, allowed).max(to, allowed);
};
const iterations = whole(MOST_ITERATIONS);
const resultLength = whole(LONGEST_TOOL_RESULT);

const milliseconds = `a number of milliseconds from 1 to ${String(LONGEST_TIMEOUT_MS)}`;
const timeout = z
  .number(saying(milliseconds))
  .min(1, milliseconds)
  .max(LONGEST_TIMEOUT_MS, milliseconds)
  .optional();
const dollars = 'a number of US dollars from 0 on, or null';
const cost = z.number(saying(dollars)).finite(dollars).min(0, dollars).nullish();

const toolName = z.string(saying('a name')).refine((name) => name.trim() !== '', 'a name that is not empty');

/** @throws {InvalidParameterError} */
export function readAgentOptions(options: AgentOptions): ReadAgentOptions {
  const { query, history = [], tools = [], limits = {}, clock = systemClock } = options;
  const { watch = new Stopwatch(clock) } = options;
  const { maxIterations = DEFAULT_MAX_ITERATIONS, maxToolResultLength = DEFAULT_MAX_TOOL_RESULT_LENGTH } =
    options;
  readTools(tools);
  return {
    ...options,
    history,
    tools,
    clock,
    watch,
    query: readQuery(Array.isArray(query) ? textOf(query) : query),
    userMessage: userMessage(query, options.images),
    instructions: joined([options.systemMessage, options.parser?.instructions]),
    maxIterations: readParameter('maxIterations', maxIterations, iterations),
    maxToolResultLength: readParameter('maxToolResultLength', maxToolResultLength, resultLength),
    limits: {
      totalTimeoutMs: readParameter('totalTimeoutMs', limits.totalTimeoutMs, timeout),
      maxCostUsd: readParameter('maxCostUsd', limits.maxCostUsd, cost),
    },
  };
}

/** A model could not say which of two tools of one name it means. */
function readTools(tools: readonly AgentTool[]): void {
  const names = new Set<string>();
  for (const [index, { definition, timeoutMs }] of tools.entries()) {
    const parameter = `tools.${String(index)}`;
    const unused = toolName.refine((name) => !names.has(name), 'a name that no other tool has');
    names.add(readParameter(`${parameter}.definition.name`, definition.name, unused));
    readParameter(`${parameter}.timeoutMs`, timeoutMs, timeout);
  }
}

function joined(instructions: readonly (string | undefined)[]): string {
  return instructions.filter((text) => text !== undefined && text.trim() !== '').join('\n\n');
}
