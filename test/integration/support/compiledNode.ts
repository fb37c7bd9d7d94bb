import path from 'node:path';
import type { INodeType } from 'n8n-workflow';

/** A node as it is shipped: compiled, with the bundled core. */
export async function compiledNode(name: string, folder = name): Promise<INodeType> {
  const file = path.resolve(`dist/nodes/${folder}/${name}.node.js`);
  const compiled = (await import(file)) as Record<string, new () => INodeType>;
  const NodeType = compiled[name];
  if (!NodeType) throw new Error(`${file} has no ${name}`);
  return new NodeType();
}
