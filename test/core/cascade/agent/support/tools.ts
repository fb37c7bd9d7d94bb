import type { AgentTool } from '../../../../../core/cascade/agent/tools/agentTool';

type Run = AgentTool['run'];

export interface RecordedTool extends AgentTool {
  /** The arguments of its calls, in order. */
  readonly ran: unknown[];
}

/** A tool that takes anything unless told otherwise, and keeps what it was given. */
export function tool(name: string, run: Run, more: Partial<AgentTool> = {}, parameters = {}): RecordedTool {
  const ran: unknown[] = [];
  return {
    definition: { name, description: `The tool ${name}`, parameters },
    ran,
    run: (args, context) => {
      ran.push(args);
      return run(args, context);
    },
    ...more,
  };
}

/** A tool that gives the same text at once. */
export function returning(name: string, result: string, more: Partial<AgentTool> = {}): RecordedTool {
  return tool(name, () => Promise.resolve(result), more);
}

/** A tool whose arguments are a city and, if one likes, a number of days. */
export function weather(result = 'sunny'): RecordedTool {
  return tool(
    'weather',
    () => Promise.resolve(result),
    {},
    {
      type: 'object',
      properties: { city: { type: 'string', minLength: 1 }, days: { type: 'integer', maximum: 14 } },
      required: ['city'],
      additionalProperties: false,
    },
  );
}
