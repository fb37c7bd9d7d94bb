import { AnthropicJobs } from '../../../../../core/models/anthropic/jobs/anthropicJobs';
import type { ChatJob, ChatJobs, JobReply, JobRequest } from '../../../../../core/models/jobs/chatJobs';
import { OpenAiCompatibleJobs } from '../../../../../core/models/openAiCompatible/jobs/openAiCompatibleJobs';
import type { Behaviour } from '../../../../../scripts/modelServer/behaviour.mts';
import type { JobRules } from '../../../../../scripts/modelServer/jobs/jobRules.mts';
import { lastTextOf, type ModelRequest } from '../../../../../scripts/modelServer/request.mts';
import { ModelServer } from '../../../../../scripts/modelServer/server.mts';
import { collected } from '../../../../support/collected';
import { fetchHttp } from '../../../../support/fetchHttp';

const KEY = 'the-key-of-the-tests';

/** A server with both batch APIs, and what it is to do next. */
export class JobServer {
  rules: JobRules = {};
  /** What the model does with a question. */
  behaviour: (asked: string) => Behaviour = (asked) => ({ kind: 'reply', text: `To ${asked}` });
  #server: ModelServer | undefined;

  async start(): Promise<void> {
    const respond = ({ body }: ModelRequest) => this.behaviour(lastTextOf('user', body));
    this.#server = await ModelServer.start(respond, [], { jobs: () => this.rules, apiKey: KEY });
  }

  get server(): ModelServer {
    if (!this.#server) throw new TypeError('It is not started');
    return this.#server;
  }

  reset(): void {
    this.rules = {};
    this.behaviour = (asked) => ({ kind: 'reply', text: `To ${asked}` });
    this.server.forgetRequests();
  }

  jobs(api: 'openAi' | 'anthropic', key = KEY): ChatJobs {
    return api === 'openAi'
      ? new OpenAiCompatibleJobs({
          model: 'gpt-4o-mini',
          http: fetchHttp(this.server.url, { authorization: `Bearer ${key}` }),
        })
      : new AnthropicJobs({
          model: 'claude-haiku-4-5',
          http: fetchHttp(this.server.url, { 'x-api-key': key, 'anthropic-version': '2023-06-01' }),
        });
  }
}

/** One request for each question, under the question itself. */
export function asking(...questions: readonly string[]): JobRequest[] {
  return questions.map((content) => ({
    customId: content,
    request: { messages: [{ role: 'user', content }] },
  }));
}

/** Looks at a job until it has ended. */
export async function ended(jobs: ChatJobs, { id }: ChatJob): Promise<ChatJob> {
  for (let look = 0; look < 10; look += 1) {
    const job = await jobs.find(id);
    if (job.state === 'ended') return job;
  }
  throw new Error('The job does not end');
}

/** What became of each request, in few words. */
export async function outcomes(jobs: ChatJobs, job: ChatJob): Promise<Record<string, string>> {
  const replies = await collected(jobs.replies(job.id));
  return Object.fromEntries(replies.map((reply) => [reply.customId, inWords(reply)]));
}

function inWords(reply: JobReply): string {
  return reply.kind === 'answered' ? reply.reply.text : `${reply.kind}: ${reply.error.fault}`;
}
