import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import { InvalidParameterError, type AgentTool } from '../../../core';
import type { ModelContext } from '../modelContext';
import { namesOf, readTool, toolsIn, waitsForPerson, type SuppliedTool } from './suppliedTool';
import { supplied } from './supplied';
import { argumentsSchema } from './jsonSchema/argumentsSchema';

export interface ToolOptions {
  /** Names of tools, or of their sub-nodes, after which the verifier has to answer. None when left out. */
  readonly verifyAfter?: readonly string[];
  /** Milliseconds that one call of a tool has; what the agent gives it when left out. */
  readonly timeoutMs?: number | undefined;
}

/**
 * The connected tools, those of toolkits such as MCP Client Tool's among them.
 *
 * @throws {InvalidParameterError} when a name in `verifyAfter` is that of no connected tool
 * @throws {NodeOperationError} when two tools have one name, a sub-node supplies something else, or a tool has to wait
 *   for a person's approval
 * @throws what a sub-node throws while it sets up its tool
 */
export async function connectedTools(
  context: ModelContext,
  itemIndex: number,
  { verifyAfter = [], timeoutMs }: ToolOptions = {},
): Promise<AgentTool[]> {
  const given = await supplied(context, NodeConnectionTypes.AiTool, itemIndex);
  const tools = given.flatMap(toolsIn).map(readTool);
  const refuse = (message: string, description: string) =>
    new NodeOperationError(context.getNode(), message, { itemIndex, description });
  const gated = tools.find(waitsForPerson);
  if (gated) {
    throw refuse(
      `The tool "${gated.name}" waits for a person's approval, which this node cannot ask for`,
      'Connect the tool itself, or give it to the AI Agent node of n8n.',
    );
  }
  const names = tools.map(({ name }) => name);
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) {
    throw refuse(
      `Two connected tools are called "${double}"`,
      'A model could not say which of them it means. Rename one of their sub-nodes.',
    );
  }
  refuseUnknown(verifyAfter, tools);
  return tools.map((tool) => ({
    definition: {
      name: tool.name,
      description: tool.description,
      parameters: argumentsSchema(tool.schema),
    },
    run: async (args, { signal }) => textOf(await tool.invoke(args, { signal })),
    verifyAfter: namesOf(tool).some((name) => verifyAfter.includes(name)),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  }));
}

/** A rule that is never followed because of a slip of the pen would be worse than none. */
function refuseUnknown(verifyAfter: readonly string[], tools: readonly SuppliedTool[]): void {
  const known = tools.flatMap(namesOf);
  const unknown = verifyAfter.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const allowed =
    known.length === 0 ? 'left out without a connected tool' : `one of ${[...new Set(known)].join(', ')}`;
  throw new InvalidParameterError('verifyAfter', unknown, allowed);
}

/** Tools of n8n give a text; whatever else a tool gives is JSON. */
function textOf(result: unknown): string {
  if (typeof result === 'string') return result;
  return result === undefined ? '' : JSON.stringify(result);
}
