import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type * as Core from '../../core/index.ts';
import { projectPath, readManifest } from '../../scripts/support/project.mts';
import type { Case } from './cases.mts';

/** The same query as work for the whole engine and for each of the parts that are not the engine's. */
export interface Workload {
  readonly name: string;
  /** The query from end to end. */
  readonly whole: () => Promise<unknown>;
  /** Routing the query and assessing its drafts. */
  readonly decision: () => unknown;
  /** Calling the models that are asked, which answer at once. */
  readonly models: () => Promise<unknown>;
}

/** Core as it is shipped: bundled. */
export async function loadCore(): Promise<typeof Core> {
  const bundle = pathToFileURL(projectPath(readManifest().main));
  return (await import(bundle.href)) as typeof Core;
}

/** @throws Error when the case does not take the course it stands for */
export async function workloadOf(core: typeof Core, given: Case): Promise<Workload> {
  const { name, query, draft, verification, settings, course } = given;
  const drafter = modelSaying(draft, 'gpt-4o-mini');
  const verifier = modelSaying(verification, 'gpt-4o');
  const agent = new core.CascadeAgent({
    models: [drafter, verifier].map((chat) => ({ name: chat.id, chat })),
    ...settings,
    preset: 'balanced',
  });
  const { attempts } = (await agent.run(query)).cascade;
  const taken = attempts.map(({ role, accepted }) => ({ role, accepted }));
  if (!isDeepStrictEqual(taken, course))
    throw new Error(`"${name}" took the course ${JSON.stringify(taken)}.`);
  const drafts = course.filter(({ role }) => role === 'drafter');
  const request = { messages: [{ role: 'user' as const, content: query }] };
  return {
    name,
    whole: () => agent.run(query),
    decision: () => [
      core.routeQuery(query, { settings }),
      ...drafts.map(() => core.assessDraft({ query, draft, finishReason: 'stop' })),
    ],
    models: async () => {
      for (const { role } of course) await (role === 'drafter' ? drafter : verifier).complete(request);
    },
  };
}

function modelSaying(text: string, id: string): Core.ChatModel & { readonly id: string } {
  const usage = { inputTokens: 20, outputTokens: 10 };
  const reply: Core.ChatReply = { text, toolCalls: [], finishReason: 'stop', usage };
  return { id, complete: () => Promise.resolve(reply) };
}
