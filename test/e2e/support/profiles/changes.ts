import type { INodeParameters } from 'n8n-workflow';
import type { Example, ExampleNode } from '../../../../scripts/examples/example.mts';

export type Change = (node: ExampleNode) => ExampleNode;

/** The example with some of its nodes changed, by their names. @throws Error for a node that it does not have */
export function changed(example: Example, changes: Readonly<Record<string, Change>>): Example {
  const all = new Map(Object.entries(changes));
  const missing = [...all.keys()].filter((name) => !example.nodes.some((node) => node.name === name));
  if (missing.length > 0) throw new Error(`The example "${example.name}" has no ${missing.join(', ')}`);
  return { ...example, nodes: example.nodes.map((node) => all.get(node.name)?.(node) ?? node) };
}

/** Sets some of a node's parameters and leaves the others. */
export function having(parameters: INodeParameters): Change {
  return (node) => ({ ...node, parameters: { ...node.parameters, ...parameters } });
}

/** Puts another node in the place of one, as a user does who has another database. */
export function replacedBy(other: ExampleNode): Change {
  return ({ name, position }) => ({ ...other, name, position });
}

/** A node of an example, to put into another one. @throws Error when there is none of this name */
export function nodeOf({ name: title, nodes }: Example, name: string): ExampleNode {
  const found = nodes.find((node) => node.name === name);
  if (!found) throw new Error(`The example "${title}" has no ${name}`);
  return found;
}
