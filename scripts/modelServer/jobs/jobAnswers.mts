import { errorOf } from '../answer.mts';
import type { Behaviour, Reply, Responder } from '../behaviour.mts';
import { completionOf } from '../completion.mts';
import { chatRequestSchema, type ChatRequest } from '../request.mts';
import { anthropicError, messageOf } from './message.mts';
import type { Job } from './job.mts';
import type { JobLine } from './jobRules.mts';

/** The files that a job of OpenAI's batch API leaves, in lines. */
export interface JobFiles {
  readonly output: readonly string[];
  readonly errors: readonly string[];
}

/** https://platform.openai.com/docs/api-reference/batch/request-output */
export function openAiFiles(job: Job, respond: Responder): JobFiles {
  const rows = job.requests.map((line, index) => {
    const done = index < job.answered;
    const row = done ? openAiRow(job, line, respond) : openAiRowNotRun(job);
    return { isAnswer: row.response?.status_code === 200, row: { ...row, custom_id: line.customId } };
  });
  const linesOf = (isAnswer: boolean) =>
    rows.filter((row) => row.isAnswer === isAnswer).map(({ row }) => JSON.stringify(row));
  const output = linesOf(true);
  return { output: job.rules.rewrite?.(output) ?? output, errors: linesOf(false) };
}

/** https://docs.anthropic.com/en/api/retrieving-message-batch-results */
export interface AnthropicRow {
  readonly custom_id: string;
  readonly result: { readonly type: 'succeeded' | 'errored' | 'canceled' | 'expired' };
}

export function anthropicRows(job: Job, respond: Responder): readonly AnthropicRow[] {
  return job.requests.map((line, index) => ({
    custom_id: line.customId,
    result: index < job.answered ? anthropicResult(job, line, respond) : anthropicNotRun(job),
  }));
}

interface OpenAiRow {
  readonly id: string;
  readonly response: {
    readonly status_code: number;
    readonly request_id: string;
    readonly body: unknown;
  } | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

function openAiRow(job: Job, line: JobLine, respond: Responder): OpenAiRow {
  const answered = (status: number, body: unknown): OpenAiRow => ({
    id: 'batch_req_local',
    response: { status_code: status, request_id: 'req_local', body },
    error: null,
  });
  const { request, behaviour } = behaviourTowards(job, line, respond);
  switch (behaviour.kind) {
    case 'reply':
      return answered(200, completionOf(request, behaviour));
    case 'error':
      return answered(behaviour.status, errorOf(behaviour.status, behaviour.message, behaviour.code));
    case 'empty':
      return answered(
        200,
        behaviour.missing === 'choices' ? { choices: [] } : completionOf(request, NOTHING),
      );
    case 'malformed':
    case 'page':
      return answered(200, '<html>');
    default:
      return notRun('request_timeout', 'The underlying call to the model timed out.');
  }
}

function openAiRowNotRun(job: Job): OpenAiRow {
  return job.state === 'cancelled'
    ? notRun('batch_cancelled', 'The batch was cancelled before this request executed.')
    : notRun('batch_expired', 'This request could not be executed before the completion window expired.');
}

function notRun(code: string, message: string): OpenAiRow {
  return { id: 'batch_req_local', response: null, error: { code, message } };
}

function anthropicResult(job: Job, line: JobLine, respond: Responder): AnthropicRow['result'] {
  const { request, behaviour } = behaviourTowards(job, line, respond);
  switch (behaviour.kind) {
    case 'reply':
      return succeeded(messageOf(request, behaviour));
    case 'error':
      return errored(behaviour.status, behaviour.message);
    case 'empty':
      return succeeded({ ...messageOf(request, NOTHING), content: [] });
    case 'malformed':
    case 'page':
      return succeeded('<html>');
    default:
      return errored(504, 'The model took too long');
  }
}

function succeeded(message: unknown) {
  return { type: 'succeeded', message } as const;
}

function errored(status: number, message: string) {
  return { type: 'errored', error: anthropicError(status, message) } as const;
}

function anthropicNotRun(job: Job): AnthropicRow['result'] {
  return { type: job.state === 'cancelled' ? 'canceled' : 'expired' };
}

const NOTHING: Reply = { kind: 'reply', text: '' };

/** What the model does with one request of the job. */
function behaviourTowards(
  { headers, createdAt }: Job,
  { body }: JobLine,
  respond: Responder,
): { request: ChatRequest; behaviour: Behaviour } {
  const parsed = chatRequestSchema.safeParse(body);
  if (parsed.success) {
    const request = parsed.data;
    return { request, behaviour: respond({ body: request, headers, receivedAt: createdAt, aborted: false }) };
  }
  const behaviour = { kind: 'error', status: 400, message: 'Not a chat completion request' } as const;
  return { request: { model: '', messages: [] }, behaviour };
}
