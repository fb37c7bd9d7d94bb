import { NodeHelpers, type INode, type INodeTypeDescription } from 'n8n-workflow';
import type { ExampleNode } from '../../scripts/examples/example.mts';
import { asRecord } from '../../nodes/shared/shape';

/**
 * What is wrong with a node's parameters: required ones that are empty, and names that the node does not have, or not
 * beside the others that are set.
 */
export function nodeFaults(
  { name, type, typeVersion, position, parameters }: ExampleNode,
  description: INodeTypeDescription,
): string[] {
  const { properties } = description;
  const node: INode = { id: name, name, type, typeVersion, position, parameters };
  const issues = NodeHelpers.getNodeParametersIssues(properties, node, description);
  const known = NodeHelpers.getNodeParameters(properties, parameters, true, false, node, description);
  return [
    ...Object.values(issues?.parameters ?? {}).flat(),
    ...unknownPaths(parameters, known).map((path) => `There is no parameter "${path}" here.`),
  ];
}

/** Where `given` has something that `known` has not. */
function unknownPaths(given: unknown, known: unknown, path = ''): string[] {
  if (typeof given !== 'object' || given === null) return given === known ? [] : [path];
  const names = asRecord(known);
  return Object.entries(given).flatMap(([name, value]) =>
    unknownPaths(value, names[name], path === '' ? name : `${path}.${name}`),
  );
}
