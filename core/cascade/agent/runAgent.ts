import type { AgentOptions } from './agentOptions';
import type { AgentResult } from './agentResult';
import { AgentRun } from './agentRun';
import { readAgentOptions } from './readAgentOptions';
import { RunRecord } from './runRecord';

/**
 * Lets a cascade answer a query with the help of tools.
 *
 * - Calls are checked before anything runs: a drafter's malformed call goes to the next stronger model, the last
 *   model's is answered with what is wrong with it.
 * - The calls of one reply run side by side. A tool that throws, hangs or does not exist is told to the model.
 * - After a tool with `verifyAfter`, and to mend an answer that the parser refused, only the last model is asked.
 *
 * @throws {InvalidParameterError}
 * @throws {AgentStoppedError} when the run ends without an answer after a turn was paid for, also by the caller's abort
 * @throws what the first turn throws, else
 */
export async function runAgent(options: AgentOptions): Promise<AgentResult> {
  const read = readAgentOptions(options);
  const record = new RunRecord(read.clock, read.watch);
  return new AgentRun(read, record).answer().catch((cause: unknown) => {
    throw record.withCosts(cause, read.signal);
  });
}
