import type { IConnections, INode, IWorkflowSettings } from 'n8n-workflow';
import { z } from 'zod/v3';
import { waitFor } from '../support/time.mts';
import {
  settingsSchema,
  credentialSchema,
  credentialTestSchema,
  workflowSchema,
  workflowListSchema,
  publicationSchema,
  executionListSchema,
  executionStateSchema,
  startedSchema,
  type Credential,
  type CredentialTest,
  type Publication,
  type Workflow,
} from './answers.mts';
import { type Execution, executionSchema } from './execution.mts';
import { N8nSession, parseJson } from './session.mts';

const PUBLISH_TIMEOUT_MS = 30_000;
const EXECUTION_TIMEOUT_MS = 60_000;
const WEBHOOK_TIMEOUT_MS = 180_000;

export type { Credential, Workflow } from './answers.mts';

/** The one account of an n8n that these scripts set up. */
export interface Owner {
  readonly email: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
}

export interface WorkflowDefinition {
  readonly name: string;
  readonly nodes: readonly INode[];
  readonly connections: IConnections;
  readonly settings?: IWorkflowSettings;
}

export interface CredentialDefinition {
  readonly name: string;
  /** The credential type's name, like `openAiApi`. */
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a webhook answered: `body` is parsed where it was JSON, else the text. */
export interface WebhookAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A running n8n, driven as its editor drives it. Every refusal is an `N8nRequestError`. */
export class N8nApi {
  readonly #session: N8nSession;

  private constructor(session: N8nSession) {
    this.#session = session;
  }

  /** Logs in as the owner, whom a new n8n does not have yet and is given first. */
  static async signIn(url: string, owner: Owner): Promise<N8nApi> {
    const session = new N8nSession(url);
    const settings = await session.request('GET', '/settings', settingsSchema);
    if (settings.userManagement.showSetupOnFirstLoad) {
      await session.request('POST', '/owner/setup', z.unknown(), owner);
    } else {
      const login = { emailOrLdapLoginId: owner.email, password: owner.password };
      await session.request('POST', '/login', z.unknown(), login);
    }
    return new N8nApi(session);
  }

  /** Goes on with a login of another process. n8n takes only a few logins a minute. */
  static resume(url: string, login: string): N8nApi {
    return new N8nApi(new N8nSession(url, login));
  }

  /** For `resume`. */
  get login(): string {
    const { login } = this.#session;
    if (login === undefined) throw new Error('n8n gave no login cookie.');
    return login;
  }

  createCredential(definition: CredentialDefinition): Promise<Credential> {
    return this.#session.request('POST', '/credentials', credentialSchema, definition);
  }

  updateCredential(id: string, definition: CredentialDefinition): Promise<Credential> {
    return this.#session.request('PATCH', `/credentials/${id}`, credentialSchema, definition);
  }

  /** The first credential of this name and type. */
  async findCredential(name: string, type: string): Promise<Credential | undefined> {
    const all = await this.#session.request('GET', '/credentials', z.array(credentialSchema));
    return all.find((credential) => credential.name === name && credential.type === type);
  }

  /** What the editor's "Test" button shows. n8n tests saved credentials only. */
  testCredential(saved: Credential, data: CredentialDefinition['data']): Promise<CredentialTest> {
    const body = { credentials: { id: saved.id, name: saved.name, type: saved.type, data } };
    return this.#session.request('POST', '/credentials/test', credentialTestSchema, body);
  }

  createWorkflow(definition: WorkflowDefinition): Promise<Workflow> {
    return this.#session.request('POST', '/workflows', workflowSchema, {
      settings: { executionOrder: 'v1' },
      ...definition,
    });
  }

  updateWorkflow(id: string, definition: WorkflowDefinition): Promise<Workflow> {
    return this.#session.request('PATCH', `/workflows/${id}`, workflowSchema, definition);
  }

  getWorkflow(id: string): Promise<Workflow> {
    return this.#session.request('GET', `/workflows/${id}`, workflowSchema);
  }

  /** The id of the first workflow of this name that is not archived. */
  async findWorkflow(name: string): Promise<string | undefined> {
    const filter = encodeURIComponent(JSON.stringify({ name, isArchived: false }));
    const found = await this.#session.request('GET', `/workflows?filter=${filter}`, workflowListSchema);
    return found.find((workflow) => workflow.name === name)?.id;
  }

  /**
   * Makes the saved version the one production runs. n8n only notes the wish when asked; this waits until the
   * workflow's webhooks answer.
   */
  async publish(id: string): Promise<void> {
    const { versionId } = await this.getWorkflow(id);
    await this.#session.request('POST', `/workflows/${id}/activate`, z.unknown(), { versionId });
    await waitFor(
      async () => {
        const publication = await this.publication(id);
        if (publication.status === 'failed' || publication.status === 'partial')
          throw refusedTriggers(id, publication);
        return publication.status === 'published' && publication.liveVersionId === versionId
          ? true
          : undefined;
      },
      { what: `the workflow ${id} to be published`, timeoutMs: PUBLISH_TIMEOUT_MS },
    );
  }

  /** Takes a workflow out of production: its triggers rest. */
  async unpublish(id: string): Promise<void> {
    await this.#session.request('POST', `/workflows/${id}/deactivate`, z.unknown(), {});
  }

  publication(id: string): Promise<Publication> {
    return this.#session.request('GET', `/workflows/${id}/publication-status`, publicationSchema);
  }

  /** Starts a saved workflow as the editor's button does. Answers the execution's id. */
  async runManually(workflowId: string, trigger: string): Promise<string> {
    const body = { triggerToStartFrom: { name: trigger } };
    const started = await this.#session.request('POST', `/workflows/${workflowId}/run`, startedSchema, body);
    return started.executionId;
  }

  /** An execution with its run data, once it has come to its end. */
  async execution(id: string): Promise<Execution> {
    await waitFor(
      async () => {
        const { status } = await this.#session.request('GET', `/executions/${id}`, executionStateSchema);
        return status === 'new' || status === 'running' ? undefined : status;
      },
      { what: `the execution ${id} to end`, timeoutMs: EXECUTION_TIMEOUT_MS },
    );
    return this.#session.request('GET', `/executions/${id}`, executionSchema);
  }

  /** Ends a running execution, as the editor's button does. */
  async stopExecution(id: string): Promise<void> {
    await this.#session.request('POST', `/executions/${id}/stop`, z.unknown());
  }

  /** A workflow's executions, the newest first. */
  async executions(workflowId: string, limit = 20): Promise<readonly { id: string; status: string }[]> {
    const filter = encodeURIComponent(JSON.stringify({ workflowId }));
    const path = `/executions?filter=${filter}&limit=${String(limit)}`;
    return (await this.#session.request('GET', path, executionListSchema)).results;
  }

  /** Posts JSON to a published workflow's webhook. An error status is an answer like any other. */
  async callWebhook(path: string, body: unknown): Promise<WebhookAnswer> {
    const response = await fetch(`${this.#session.url}/webhook/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
    });
    return { status: response.status, body: parseJson(await response.text()) };
  }
}

function refusedTriggers(id: string, { triggers }: Publication): Error {
  const reasons = triggers.map(({ errorMessage }) => errorMessage).filter((message) => message !== null);
  return new Error(`n8n could not publish the workflow ${id}: ${reasons.join('; ')}`);
}
