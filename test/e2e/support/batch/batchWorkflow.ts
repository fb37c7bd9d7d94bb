import { randomUUID } from 'node:crypto';
import type { IConnections, INode, INodeParameters, OnError } from 'n8n-workflow';
import type { Credential, N8nApi } from '../../../../scripts/n8n/api.mts';
import type { Execution } from '../../../../scripts/n8n/execution.mts';
import { post } from '../../../../scripts/support/post.mts';
import { waitFor } from '../../../../scripts/support/time.mts';
import { outputOf } from '../outputOf';
import { n8nUrl } from '../sharedN8n';

type JobOperation = 'getJob' | 'getResults' | 'cancel';

export interface BatchWorkflow {
  /** Names of models, cheapest first. */
  readonly models: readonly string[];
  /** A Cascade LLM API, or an OpenAI credential, whose models are then connected. */
  readonly credential: Credential;
  /** Of the Batch Cascade. No model is asked twice, unless the options say so. */
  readonly parameters?: INodeParameters & { readonly options?: INodeParameters };
  readonly redis?: Credential;
  readonly onError?: OnError;
  readonly streams?: boolean;
  /** Whether an empty list becomes an empty item, as the setting of n8n's nodes says it. */
  readonly alwaysOutputsData?: boolean;
  /** Operations on jobs, each on what the one before gave; they are the names of the nodes. */
  readonly then?: readonly JobOperation[];
  /** Whether the execution fails once the batch is done. */
  readonly failsAfterwards?: boolean;
}

/** What left the node. */
export interface BatchOutcome {
  readonly execution: Execution;
  readonly results: readonly Record<string, unknown>[];
  readonly failed: readonly Record<string, unknown>[];
  readonly summary: Record<string, unknown> | undefined;
}

export const BATCH = 'Batch Cascade';
const TYPE = 'n8n-nodes-cascadeflow.batchCascade';
const TRIGGER = 'Webhook';

/** Webhook -> Split Out of body.queries -> Batch Cascade. */
export class PublishedBatch {
  readonly id: string;
  readonly url: string;
  readonly #api: N8nApi;

  private constructor(api: N8nApi, id: string, url: string) {
    this.#api = api;
    this.id = id;
    this.url = url;
  }

  /** @param n8n where it is, if not the one that all tests share */
  static async publish(api: N8nApi, given: BatchWorkflow, n8n = n8nUrl()): Promise<PublishedBatch> {
    const path = `batch-${randomUUID()}`;
    const models = connectedModels(given);
    const toBatch = models.map(({ name }, index): [string, IConnections[string]] => [
      name,
      { ai_languageModel: [[{ node: BATCH, type: 'ai_languageModel', index }]] },
    ]);
    const steps = [
      webhook(path, given),
      splitOut(given),
      batch(given),
      ...onJobs(given),
      ...afterwards(given),
    ];
    const { id } = await api.createWorkflow({
      name: path,
      nodes: [...steps, ...models],
      connections: { ...chain(steps.map(({ name }) => name)), ...Object.fromEntries(toBatch) },
    });
    await api.publish(id);
    return new PublishedBatch(api, id, `${n8n}/webhook/${path}`);
  }

  /** The same workflow once n8n was started again, be it at another address. */
  at(api: N8nApi, n8n: string): PublishedBatch {
    return new PublishedBatch(api, this.id, `${n8n}${new URL(this.url).pathname}`);
  }

  /** Starts an execution, and comes back at once. @returns its id */
  async start(queries: readonly unknown[]): Promise<string> {
    const before = await this.#latest();
    await post(this.url, { queries });
    return await waitFor(
      async () => {
        const latest = await this.#latest();
        return latest === before ? undefined : latest;
      },
      { what: 'the execution to begin', timeoutMs: 10_000 },
    );
  }

  async run(queries: readonly unknown[]): Promise<BatchOutcome> {
    return await this.outcome(await this.start(queries));
  }

  /** Of an execution, once it has ended. */
  async outcome(executionId: string): Promise<BatchOutcome> {
    const execution = await this.#api.execution(executionId);
    return {
      execution,
      results: outputOf(execution, BATCH, 0),
      failed: outputOf(execution, BATCH, 1),
      summary: outputOf(execution, BATCH, 2)[0],
    };
  }

  async #latest(): Promise<string | undefined> {
    const [latest] = await this.#api.executions(this.id, 1);
    return latest?.id;
  }
}

function webhook(path: string, { streams = false }: BatchWorkflow): INode {
  const responseMode = streams ? 'streaming' : 'onReceived';
  const parameters = { httpMethod: 'POST', path, responseMode, options: {} };
  return { ...node(TRIGGER, 'n8n-nodes-base.webhook', 2.1, parameters), webhookId: path };
}

function splitOut({ alwaysOutputsData = false }: BatchWorkflow): INode {
  const parameters = { fieldToSplitOut: 'body.queries', options: { destinationFieldName: 'query' } };
  return {
    ...node('Queries', 'n8n-nodes-base.splitOut', 1, parameters),
    alwaysOutputData: alwaysOutputsData,
  };
}

function batch({ models, credential, parameters = {}, redis, onError }: BatchWorkflow): INode {
  const { options, ...others } = parameters;
  const isByName = credential.type === 'cascadeLlmApi';
  const own = {
    text: '={{ $json.query }}',
    ...(isByName ? { modelSource: 'api', models: [...models] } : { numberOfModels: models.length }),
    preset: 'balanced',
    strategy: 'adaptive',
    ...(redis ? { storage: 'redis' } : {}),
    options: { retries: 0, ...options },
    ...others,
  };
  return {
    ...node(BATCH, TYPE, 1, own),
    credentials: {
      ...(isByName ? { cascadeLlmApi: named(credential) } : {}),
      ...(redis ? { cascadeRedisApi: named(redis) } : {}),
    },
    ...(onError ? { onError } : {}),
  };
}

function connectedModels({ models, credential }: BatchWorkflow): INode[] {
  if (credential.type === 'cascadeLlmApi') return [];
  return models.map((model, index) => {
    const parameters = {
      model: { __rl: true, mode: 'id', value: model },
      responsesApiEnabled: false,
      options: {},
    };
    return {
      ...node(`Model ${String(index)}`, '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.3, parameters),
      credentials: { openAiApi: named(credential) },
    };
  });
}

function onJobs({ then = [], credential, onError }: BatchWorkflow): INode[] {
  return then.map((operation) => ({
    ...node(operation, TYPE, 1, { operation }),
    credentials: { cascadeLlmApi: named(credential) },
    ...(onError ? { onError } : {}),
  }));
}

function afterwards({ failsAfterwards = false }: BatchWorkflow): INode[] {
  const parameters = { errorMessage: 'What comes after the batch has failed' };
  return failsAfterwards ? [node('Fail', 'n8n-nodes-base.stopAndError', 1, parameters)] : [];
}

function named({ id, name }: Credential) {
  return { id, name };
}

function chain(names: readonly string[]): IConnections {
  return Object.fromEntries(
    names
      .slice(1)
      .map((name, index) => [names[index] ?? '', { main: [[{ node: name, type: 'main', index: 0 }]] }]),
  );
}

function node(name: string, type: string, typeVersion: number, parameters: INodeParameters): INode {
  return { id: name, name, type, typeVersion, position: [0, 0], parameters };
}
