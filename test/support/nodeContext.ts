import type {
  AINodeConnectionType,
  IExecuteFunctions,
  INode,
  INodeExecutionData,
  NodeExecutionHint,
} from 'n8n-workflow';

/** A chat model as a sub-node would supply it, and the input that it is wired to. */
export interface WiredModel {
  readonly input: number;
  readonly name: string;
  readonly type?: string;
  readonly model: unknown;
}

export interface ContextOptions {
  /** By item, or the same for all. */
  readonly parameters?: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[];
  readonly items?: readonly INodeExecutionData[];
  readonly continueOnFail?: boolean;
  readonly models?: readonly WiredModel[];
  readonly cancelSignal?: AbortSignal;
  /** What the sub-nodes supply that are no chat models. */
  readonly supplied?: ReadonlyMap<AINodeConnectionType, unknown>;
  /** Takes the hints that the node gives. */
  readonly hints?: NodeExecutionHint[];
  /** Takes what the node sends while it runs, and has the node know that somebody listens. */
  readonly chunks?: Chunk[];
}

/** Something that a node sends while it runs. */
export type Chunk = readonly [type: string, itemIndex: number, text?: string];

export function nodeNamed(name: string, type = 'n8n-nodes-cascadeflow.cascadeAgent'): INode {
  return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {} };
}

/** What a node sees of n8n, models in n8n's own reverse order. */
export function nodeContext(options: ContextOptions = {}): IExecuteFunctions {
  const {
    parameters = {},
    items = [{ json: {} }],
    continueOnFail = false,
    models = [],
    cancelSignal,
    supplied = new Map<AINodeConnectionType, unknown>(),
    hints = [],
    chunks,
  } = options;
  const given = [...models].reverse();
  const context = {
    getNode: () => nodeNamed('Cascade Agent'),
    getWorkflow: () => ({ id: 'workflow', name: 'Workflow', active: true }),
    getInputData: () => [...items],
    getNodeParameter: (name: string, itemIndex: number, fallback?: unknown) => {
      let value: unknown = Array.isArray(parameters) ? parameters[itemIndex] : parameters;
      // `options.retries` is one field of a collection.
      for (const part of name.split('.')) {
        const found = Object.getOwnPropertyDescriptor(Object(value), part);
        if (!found) return fallback;
        value = found.value as unknown;
      }
      return value;
    },
    continueOnFail: () => continueOnFail,
    getExecutionCancelSignal: () => cancelSignal,
    getInputConnectionData: (type: AINodeConnectionType) => {
      if (type !== 'ai_languageModel') return Promise.resolve(supplied.get(type));
      const connected = given.map(({ model }) => model);
      return Promise.resolve(connected.length === 1 ? connected[0] : connected);
    },
    getParentNodes: (_name: string, { connectionType }: { connectionType: AINodeConnectionType }) =>
      supplied.has(connectionType) ? [nodeNamed('Sub-node')] : [],
    addExecutionHints: (...said: NodeExecutionHint[]) => {
      hints.push(...said);
    },
    isStreaming: () => chunks !== undefined,
    sendChunk: (...chunk: Chunk) => {
      chunks?.push(chunk);
    },
    getConnectedNodes: () => given.map(({ name, type }) => nodeNamed(name, type)),
    getConnections: () => {
      const inputs = Math.max(0, ...models.map(({ input }) => input + 1));
      return Array.from({ length: inputs }, (_, index) => {
        const wires = models.filter(({ input }) => input === index).map(({ name }) => ({ node: name }));
        return wires.length > 0 ? wires : null;
      });
    },
  };
  return context as unknown as IExecuteFunctions;
}
