import { asError } from '../../../errors/asError';
import { inParallel } from '../../../guardrails/external/inParallel';
import type { Clock } from '../../../time/clock';
import { withTimeLimit } from '../../../time/withTimeLimit';
import { toTenths } from '../../../time/toTenths';
import { quoted } from '../shorten';
import type { CheckedCall } from './checkedCall';
import { errorFor, resultFor } from './toolResult';
import type { ToolStep } from './toolStep';

const DEFAULT_TOOL_TIMEOUT_MS = 60_000;

/** More would be a burst that the services behind the tools may refuse. */
const CALLS_AT_ONCE = 5;

export interface Calling {
  readonly iteration: number;
  /** Milliseconds that the run has left. */
  readonly leftMs: () => number;
  /** UTF-16 units that a result may have. */
  readonly maxResultLength: number;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
}

/**
 * Runs the calls of one reply, a few at a time, each within its time. Whatever a tool does is told in its own step, in
 * the order of the calls.
 *
 * @throws the reason of the caller's signal when the caller aborts
 */
export function runCalls(calls: readonly CheckedCall[], calling: Calling): Promise<ToolStep[]> {
  const { signal } = calling;
  return inParallel(calls, { atOnce: CALLS_AT_ONCE, signal }, (call) => stepOf(call, calling));
}

async function stepOf(checked: CheckedCall, calling: Calling): Promise<ToolStep> {
  const { clock, iteration } = calling;
  const started = clock.now();
  const { id: callId, name: tool } = checked.call;
  const what = await outcomeOf(checked, calling);
  return { iteration, callId, tool, args: checked.args, ...what, latencyMs: toTenths(clock.now() - started) };
}

async function outcomeOf(
  checked: CheckedCall,
  { clock, signal, leftMs, maxResultLength }: Calling,
): Promise<Pick<ToolStep, 'outcome' | 'result'>> {
  if (!checked.valid) return { outcome: 'refused', result: refusal(checked.fault) };
  const { tool, args } = checked;
  const name = quoted(tool.definition.name);
  const timeoutMs = Math.min(tool.timeoutMs ?? DEFAULT_TOOL_TIMEOUT_MS, leftMs());
  // Calls of one reply may have to wait for others to end.
  if (timeoutMs <= 0)
    return {
      outcome: 'failed',
      result: errorFor(`${name} was not run, because the time of the run is over`),
    };
  const late = () => new Error(`${name} gave no result within ${seconds(timeoutMs)} s`);
  try {
    const result = await withTimeLimit({ clock, timeoutMs, signal, late }, (limit) =>
      tool.run(args, { signal: limit }),
    );
    return { outcome: 'done', result: resultFor(result, maxResultLength) };
  } catch (cause) {
    signal?.throwIfAborted();
    return { outcome: 'failed', result: errorFor(asError(cause).message) };
  }
}

function refusal(fault: string): string {
  return errorFor(`The tool was not run, because ${fault}. Mend the call, or answer without it.`);
}

function seconds(milliseconds: number): string {
  return String(Math.round(milliseconds) / 1000);
}
