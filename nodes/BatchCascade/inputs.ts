import { NodeConnectionTypes, type INodeInputConfiguration } from 'n8n-workflow';
import { inputsExpressionOf } from '../shared/cascade/modelInputs';

const outputParser: INodeInputConfiguration = {
  displayName: 'Parser',
  type: NodeConnectionTypes.AiOutputParser,
  required: true,
  maxConnections: 1,
};

const withParser = `($parameter.operation === "run" && $parameter.hasOutputParser === true ? ${JSON.stringify([outputParser])} : [])`;

/** Items, and the models that answer them. */
export const batchInputs = inputsExpressionOf([NodeConnectionTypes.Main], withParser);
