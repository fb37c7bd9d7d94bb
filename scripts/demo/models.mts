import { ModelServer } from '../modelServer/server.mts';
import { cannedModels } from './cannedModels.mts';
import { questions } from './questions.mts';

const DRAFTER = 'gpt-4o-mini';
const VERIFIER = 'gpt-4o';

/** The two models of the demo and the OpenAI-compatible API that serves them. */
export interface DemoModels {
  readonly kind: 'real' | 'canned';
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly drafter: string;
  readonly verifier: string;
}

/**
 * The models that the environment names (OPENAI_API_KEY, and optionally OPENAI_BASE_URL, DRAFT_MODEL, VERIFY_MODEL).
 * Without a key: canned ones, whose server lives as long as this process.
 */
export async function chooseModels(env: NodeJS.ProcessEnv): Promise<DemoModels> {
  const apiKey = env['OPENAI_API_KEY'];
  if (apiKey === undefined || apiKey === '') return cannedOnes();
  return {
    kind: 'real',
    baseUrl: env['OPENAI_BASE_URL'] ?? 'https://api.openai.com/v1',
    apiKey,
    drafter: env['DRAFT_MODEL'] ?? DRAFTER,
    verifier: env['VERIFY_MODEL'] ?? VERIFIER,
  };
}

/** What a reader of the numbers has to know about the models. */
export function introduce({ kind, baseUrl, drafter, verifier }: DemoModels): string {
  return kind === 'real'
    ? `Models: ${drafter} drafts and ${verifier} verifies, at ${baseUrl}.`
    : `Models: none are asked. OPENAI_API_KEY is not set, so a local server gives CANNED answers under the names ` +
        `${drafter} and ${verifier}. The costs are those models' prices for the length of the canned answers.`;
}

async function cannedOnes(): Promise<DemoModels> {
  const server = await ModelServer.start(cannedModels(questions, DRAFTER), [DRAFTER, VERIFIER]);
  return { kind: 'canned', baseUrl: server.url, apiKey: 'none-needed', drafter: DRAFTER, verifier: VERIFIER };
}
