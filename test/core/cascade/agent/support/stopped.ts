import { AgentStoppedError } from '../../../../../core/cascade/agent/agentStoppedError';

/** The error with which a run stops. */
export async function stopOf(run: Promise<unknown>): Promise<AgentStoppedError> {
  const thrown: unknown = await run.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof AgentStoppedError) return thrown;
  throw new Error('It should have been stopped', { cause: thrown });
}
