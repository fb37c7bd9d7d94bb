import { readExample, withCredentials, type Example } from '../../../../scripts/examples/example.mts';
import { saveCredentials } from '../../../../scripts/examples/importExample.mts';
import { ModelServer } from '../../../../scripts/modelServer/server.mts';
import type { Credential, N8nApi } from '../../../../scripts/n8n/api.mts';
import type { Execution } from '../../../../scripts/n8n/execution.mts';
import { LOOPBACK } from '../../../../scripts/support/ports.mts';
import { behaviourByModelName } from '../../../support/behaviourByModelName';
import { sharedN8n } from '../sharedN8n';
import { changed, type Change } from './changes';
import { startDatabases, type Databases } from './databases';
import { APPLICATION_KEY, publish, type Published } from './published';
import { tables } from './tables';

/** By the names of the nodes. */
export type Changes = Readonly<Record<string, Change>>;

/** n8n, all that the examples read from, and the credentials that they name. */
export class Stage {
  readonly databases: Databases;
  readonly models: ModelServer;
  readonly #api: N8nApi;
  readonly #credentials: ReadonlyMap<string, Credential>;

  private constructor(
    databases: Databases,
    models: ModelServer,
    credentials: ReadonlyMap<string, Credential>,
  ) {
    this.databases = databases;
    this.models = models;
    this.#api = sharedN8n();
    this.#credentials = credentials;
  }

  static async set(): Promise<Stage> {
    const [databases, models] = await Promise.all([
      startDatabases(tables(Date.now())),
      ModelServer.start(behaviourByModelName),
    ]);
    const redis = { host: LOOPBACK, port: databases.redis.port };
    const provider = { baseUrl: models.url, apiKey: 'sk-test' };
    const credentials = await saveCredentials(sharedN8n(), [
      ...databases.credentials,
      { name: 'Application key', type: 'httpHeaderAuth', data: APPLICATION_KEY },
      { name: 'Cascade LLM account', type: 'cascadeLlmApi', data: provider },
      { name: 'Cascade Redis account', type: 'cascadeRedisApi', data: redis },
    ]);
    return new Stage(databases, models, credentials);
  }

  /** Where the API of profiles is. */
  get origin(): string {
    return this.databases.http.origin;
  }

  /** Publishes an example whose webhook is the node Ask. */
  publish(file: string, changes: Changes = {}): Promise<Published> {
    return publish(this.#api, profileExample(file, changes), this.#credentials);
  }

  /** Runs an example to its end, as the editor's button does. */
  async run(file: string, trigger: string, changes: Changes = {}): Promise<Execution> {
    const workflow = withCredentials(profileExample(file, changes), this.#credentials);
    const { id } = await this.#api.createWorkflow(workflow);
    return await this.#api.execution(await this.#api.runManually(id, trigger));
  }

  async strike(): Promise<void> {
    await Promise.all([this.databases.stop(), this.models.stop()]);
  }
}

/** @param file below `examples/profiles`, without its ending */
export function profileExample(file: string, changes: Changes = {}): Example {
  return changed(readExample(`profiles/${file}.json`), changes);
}

/** The limits of a user that an answer tells, in dollars the last one; null is unlimited. */
export function limits(hourly: number | null, daily: number | null, budget: number | null) {
  return { hourly: { limit: hourly }, daily: { limit: daily }, budget: { limit: budget } };
}
