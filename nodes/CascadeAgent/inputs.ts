import { NodeConnectionTypes, type INodeInputConfiguration } from 'n8n-workflow';
import { inputsExpressionOf } from '../shared/cascade/modelInputs';

const memory: INodeInputConfiguration = {
  displayName: 'Memory',
  type: NodeConnectionTypes.AiMemory,
  maxConnections: 1,
};
const tools: INodeInputConfiguration = { displayName: 'Tool', type: NodeConnectionTypes.AiTool };
const outputParser: INodeInputConfiguration = {
  displayName: 'Parser',
  type: NodeConnectionTypes.AiOutputParser,
  required: true,
  maxConnections: 1,
};

const further = `($parameter.hasOutputParser === true ? ${JSON.stringify([memory, tools, outputParser])} : ${JSON.stringify([memory, tools])})`;

/** Items, the models, and what else an agent of n8n can be given. */
export const agentInputs = inputsExpressionOf([NodeConnectionTypes.Main], further);

/** The same for an agent that is itself a tool: it is given no items. */
export const toolInputs = inputsExpressionOf([], further);
