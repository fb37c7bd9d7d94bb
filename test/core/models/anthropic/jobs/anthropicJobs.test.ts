import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AnthropicJobs } from '../../../../../core/models/anthropic/jobs/anthropicJobs';
import type { Http, HttpRequest } from '../../../../../core/http/http';
import type { ChatJobs } from '../../../../../core/models/jobs/chatJobs';
import { collected } from '../../../../support/collected';
import { asking, JobServer } from '../../jobs/support/jobServer';

const jobServer = new JobServer();
let jobs: ChatJobs;

beforeAll(() => jobServer.start());
afterAll(() => jobServer.server.stop());
beforeEach(() => {
  jobServer.reset();
  jobs = jobServer.jobs('anthropic');
});

it('asks in each row for a message of limited length', async () => {
  await jobs.submit(asking('Hello'));
  expect(jobServer.server.jobs).toMatchObject([
    {
      api: 'anthropic',
      requests: [
        {
          customId: 'Hello',
          body: {
            model: 'claude-haiku-4-5',
            max_tokens: 4096,
            messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
          },
        },
      ],
    },
  ]);
});

it('is as large as all its requests together', async () => {
  const requests = asking('a', 'b', 'c');
  const sent: HttpRequest[] = [];
  const http: Http = (request) => {
    sent.push(request);
    return Promise.reject(new Error('Nobody is there'));
  };
  const unheard = new AnthropicJobs({ model: 'claude-haiku-4-5', http });
  await expect(unheard.submit(requests)).rejects.toMatchObject({ fault: 'network' });
  const list = '{"requests":[]}'.length;
  const sum = requests.reduce((bytes, request) => bytes + unheard.sizeOf(request), 0);
  // The last request has no comma behind it.
  expect(JSON.stringify(sent[0]?.body)).toHaveLength(list + sum - 1);
});

const counts = { processing: 0, succeeded: 0, errored: 0, canceled: 0, expired: 0 };
const batch = { id: 'msgbatch_1', processing_status: 'ended', request_counts: counts };

/** A provider that answers everything with this. */
function answering(body: unknown, paths: string[] = []): AnthropicJobs {
  const http: Http = ({ path }) => {
    paths.push(path);
    return Promise.resolve({ status: 200, body, header: () => undefined });
  };
  return new AnthropicJobs({ model: 'claude-haiku-4-5', http });
}

describe('a batch', () => {
  it.each([
    [{ processing_status: 'in_progress' }, { state: 'running', ended: undefined }],
    [{ processing_status: 'canceling' }, { state: 'cancelling', ended: undefined }],
    [{ processing_status: 'something new' }, { state: 'running', ended: undefined }],
    [{ request_counts: { ...counts, succeeded: 2 } }, { ended: 'completed' }],
    [{ request_counts: { ...counts, succeeded: 1, errored: 1 } }, { ended: 'completed' }],
    [{ request_counts: { ...counts, succeeded: 1, expired: 1 } }, { ended: 'expired' }],
    [{ request_counts: { ...counts, expired: 1, canceled: 1 } }, { ended: 'cancelled' }],
    [
      { request_counts: { processing: 1, succeeded: 2, errored: 3, canceled: 4, expired: 5 } },
      { counts: { total: 15, answered: 2, failed: 12 } },
    ],
    [{ expires_at: '2026-01-02T00:00:00Z' }, { expiresAt: Date.UTC(2026, 0, 2) }],
    [{ expires_at: 'soon' }, { expiresAt: undefined }],
  ])('with %j is %j', async (part, job) => {
    expect(await answering({ ...batch, ...part }).find('msgbatch_1')).toMatchObject(job);
  });

  it.each([{}, { ...batch, id: '' }, { ...batch, request_counts: null }, 'batch'])(
    'is not %j',
    async (body) => {
      await expect(answering(body).find('msgbatch_1')).rejects.toMatchObject({ fault: 'bad_reply' });
    },
  );
});

it('does not go for the results where the answer says, but to the provider', async () => {
  const paths: string[] = [];
  const elsewhere = answering({ ...batch, results_url: 'https://evil.example/results' }, paths);
  await collected(elsewhere.replies('msgbatch_1'));
  expect(paths).toEqual(['/messages/batches/msgbatch_1', '/messages/batches/msgbatch_1/results']);
});
