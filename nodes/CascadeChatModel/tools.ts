import type { FunctionTool, Tool } from '@n8n/ai-node-sdk';
import { CascadeError, type ToolDefinition } from '../../core';
import { asRecord } from '../shared/shape';

/**
 * The tools of an agent of n8n.
 *
 * @param schemaOf reads the schema of a tool's arguments, which may be in n8n's own zod
 * @throws {CascadeError} for a tool that one provider alone can run
 */
export function toolDefinitions(
  tools: readonly Tool[],
  schemaOf: (tool: FunctionTool) => unknown,
): ToolDefinition[] {
  return tools.map((tool) => {
    if (tool.type === 'function') {
      const { name, description = '' } = tool;
      return { name, description, parameters: asRecord(schemaOf(tool)) };
    }
    throw new CascadeError(
      `The tool ${tool.name} is run by a provider, which not every model of a cascade has`,
      {
        code: 'UNSUPPORTED_TOOL',
        hint: 'Connect a tool that n8n runs.',
      },
    );
  });
}
