import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Behaviour, Responder } from '../../../scripts/modelServer/behaviour.mts';
import type { JobRules } from '../../../scripts/modelServer/jobs/jobRules.mts';
import { lastTextOf } from '../../../scripts/modelServer/request.mts';
import { ModelServer } from '../../../scripts/modelServer/server.mts';
import { REFUSAL } from './modelScripts';

export type JobApi = 'openAiCompatible' | 'anthropic';

const usage = { inputTokens: 1000, outputTokens: 100 };

/** Names of models that the price table knows. */
const JOB_MODELS: Readonly<Record<JobApi, readonly [drafter: string, verifier: string]>> = {
  openAiCompatible: ['gpt-4o-mini', 'gpt-4o'],
  anthropic: ['claude-3-5-haiku-20241022', 'claude-3-7-sonnet-20250219'],
};

/** The drafter refuses questions with "hard" in them, and no model answers those with "broken". */
const respond: Responder = ({ body }): Behaviour => {
  const query = lastTextOf('user', body);
  if (query.includes('broken')) return { kind: 'error', status: 400, message: 'I do not take that' };
  const isDrafter = Object.values(JOB_MODELS).some(([drafter]) => drafter === body.model);
  const text = isDrafter && query.includes('hard') ? REFUSAL : `${body.model}: Paris.`;
  return { kind: 'reply', text, usage, finishReason: 'stop' };
};

/** A provider with a batch API, whose rules can be changed at any time. */
export class JobProvider {
  readonly server: ModelServer;
  readonly api: JobApi;
  readonly #rules: { current: JobRules };

  private constructor(server: ModelServer, api: JobApi, rules: { current: JobRules }) {
    this.server = server;
    this.api = api;
    this.#rules = rules;
  }

  static async open(api: JobApi = 'openAiCompatible', current: JobRules = {}): Promise<JobProvider> {
    const rules = { current };
    const server = await ModelServer.start(respond, [], { jobs: () => rules.current, apiKey: KEY });
    return new JobProvider(server, api, rules);
  }

  set rules(rules: JobRules) {
    this.#rules.current = rules;
  }

  get models(): [string, string] {
    const [drafter, verifier] = JOB_MODELS[this.api];
    return [drafter, verifier];
  }

  get credential(): ICredentialDataDecryptedObject {
    return { apiType: this.api, baseUrl: this.server.url, apiKey: KEY };
  }

  /** How many requests each job had, in the order in which they came. */
  get jobSizes(): number[] {
    return this.server.jobs.map(({ requests }) => requests.length);
  }
}

const KEY = 'my-own-secret';
