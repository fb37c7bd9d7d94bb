import { asRecord, isRecord, recordIn, stringIn } from '../shape';

/** What is used of a tool of n8n. Its class belongs to n8n, so it is known by its shape alone. */
export interface SuppliedTool {
  readonly name: string;
  readonly description: string;
  /** A zod schema of whatever copy of zod, or a JSON Schema. */
  readonly schema: unknown;
  readonly metadata: Readonly<Record<string, unknown>>;
  invoke(args: unknown, options: { readonly signal: AbortSignal }): Promise<unknown>;
}

/** The tools of a toolkit, or the tool itself. */
export function toolsIn(given: unknown): readonly unknown[] {
  if (!isRecord(given) || typeof given['invoke'] === 'function') return [given];
  const { tools, getTools } = given;
  const listed: unknown = typeof getTools === 'function' ? Reflect.apply(getTools, given, []) : tools;
  return Array.isArray(listed) ? listed : [given];
}

/** @throws {TypeError} when it is not a tool */
export function readTool(given: unknown): SuppliedTool {
  const tool = asRecord(given);
  const name = stringIn(tool, 'name');
  if (name === undefined || !isInvokable(tool)) throw new TypeError('A connected sub-node is not a tool');
  return {
    name,
    description: stringIn(tool, 'description') ?? '',
    schema: tool['schema'],
    metadata: recordIn(tool, 'metadata'),
    invoke: (args, options) => tool.invoke(args, options),
  };
}

/**
 * Whether n8n's Human in the Loop stands before it. Such a tool does nothing when it is called: only the engine, asked
 * by an agent of n8n, waits for the approval and runs it (n8n-core 2.40, `createHitlToolkit`).
 */
export function waitsForPerson({ metadata }: SuppliedTool): boolean {
  return typeof metadata['gatedToolNodeName'] === 'string';
}

/** Its own name, and that of its sub-node. */
export function namesOf({ name, metadata }: SuppliedTool): string[] {
  const nodeName = stringIn(metadata, 'sourceNodeName');
  return nodeName === undefined ? [name] : [name, nodeName];
}

function isInvokable(
  given: Record<string, unknown>,
): given is Record<string, unknown> & Pick<SuppliedTool, 'invoke'> {
  return typeof given['invoke'] === 'function';
}
