import { globSync, readFileSync } from 'node:fs';
import type { INode, INodeParameters } from 'n8n-workflow';
import { z } from 'zod/v3';
import type { Credential, WorkflowDefinition } from '../n8n/api.mts';
import { projectPath } from '../support/project.mts';

/** A credential as an example names it. Where the id is left out, n8n 2.40 takes any credential of the type. */
const credentialSchema = z
  .object({
    id: z.null({ required_error: 'must be null, so that n8n looks for the name' }),
    name: z.string().min(1),
  })
  .strict();

/** Which there are is for the node's description to say. */
const parametersSchema = z.custom<INodeParameters>((given) => typeof given === 'object' && given !== null);

const nodeSchema = z
  .object({
    name: z.string().min(1),
    type: z.string().min(1),
    typeVersion: z.number(),
    position: z.tuple([z.number(), z.number()]),
    parameters: parametersSchema,
    credentials: z.record(credentialSchema).optional(),
    onError: z.enum(['continueErrorOutput', 'continueRegularOutput']).optional(),
    executeOnce: z.boolean().optional(),
    alwaysOutputData: z.boolean().optional(),
  })
  .strict();

const targetSchema = z
  .object({
    node: z.string(),
    type: z.enum(['main', 'ai_languageModel', 'ai_memory', 'ai_outputParser', 'ai_tool']),
    index: z.number().int().min(0),
  })
  .strict();

const exampleSchema = z
  .object({
    name: z.string().min(1),
    nodes: z.array(nodeSchema),
    /** By node, by kind of connection, by output. */
    connections: z.record(z.record(z.array(z.array(targetSchema)))),
    settings: z.object({ executionOrder: z.literal('v1') }).strict(),
  })
  .strict();

/** A workflow as it is shared: without the ids, the data and the state of the n8n that it was made in. */
export type Example = z.output<typeof exampleSchema>;
export type ExampleNode = z.output<typeof nodeSchema>;

/** All workflows among the examples, as paths below the folder `examples`. */
export function exampleFiles(): readonly string[] {
  return globSync('**/*.json', { cwd: projectPath('examples') }).sort();
}

/** @throws ZodError when the file holds anything but such a workflow */
export function readExample(file: string): Example {
  return exampleSchema.parse(JSON.parse(readFileSync(projectPath('examples', file), 'utf8')));
}

/**
 * The workflow with the credentials chosen, as a user does it after the import.
 *
 * @param credentials those that exist, by the names that examples give them
 * @throws Error for one that does not exist
 */
export function withCredentials(
  { name, nodes, connections, settings }: Example,
  credentials: ReadonlyMap<string, Credential>,
): WorkflowDefinition {
  const chosen = ({ name: wanted }: z.output<typeof credentialSchema>) => {
    const credential = credentials.get(wanted);
    if (!credential) throw new Error(`There is no credential "${wanted}" for the example "${name}"`);
    return { id: credential.id, name: credential.name };
  };
  return {
    name,
    nodes: nodes.map((node): INode => ({
      ...node,
      id: node.name,
      credentials: Object.fromEntries(
        Object.entries(node.credentials ?? {}).map(([type, credential]) => [type, chosen(credential)]),
      ),
    })),
    connections,
    settings,
  };
}
