import { LOOPBACK } from '../support/ports.mts';
import { withThisNodeFirst } from '../support/tools.mts';

/** What a shell may hold for another n8n must not reach this one, its database above all. */
const FOREIGN = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|WEBHOOK_URL$|NODE_ENV$|JEST_)/;

export interface N8nPlace {
  /** n8n's user folder. */
  readonly home: string;
  readonly port: number;
  /** For n8n's task broker, which cannot share its default port with another n8n. */
  readonly brokerPort: number;
}

/**
 * The environment for an n8n that listens on the loopback interface only and calls nothing outside by itself: no
 * telemetry, no version check, no template, community-node or MCP-server lists.
 */
export function n8nEnvironment({ home, port, brokerPort }: N8nPlace): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
  return {
    ...withThisNodeFirst(Object.fromEntries(inherited)),
    NODE_ENV: 'production',
    N8N_USER_FOLDER: home,
    N8N_PORT: String(port),
    N8N_LISTEN_ADDRESS: LOOPBACK,
    N8N_RUNNERS_BROKER_PORT: String(brokerPort),
    N8N_SECURE_COOKIE: 'false',
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_VERIFIED_PACKAGES_ENABLED: 'false',
    N8N_DISABLED_MODULES: 'mcp-registry',
    N8N_PERSONALIZATION_ENABLED: 'false',
    N8N_HIRING_BANNER_ENABLED: 'false',
    N8N_LOG_LEVEL: 'warn',
  };
}
