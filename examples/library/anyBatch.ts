import {
  askedWaitMs,
  rateQuotaOf,
  requireAll,
  runBatch,
  type Http,
  type HttpResponse,
} from 'n8n-nodes-cascadeflow';

/** What a service refused. A batch waits after 429, and tries 5xx again. */
class ServiceError extends Error {
  readonly status: number;
  readonly retryAfterMs: number | undefined;

  constructor(response: HttpResponse) {
    super(`The service answered ${String(response.status)}`);
    this.status = response.status;
    this.retryAfterMs = askedWaitMs((name) => response.header(name), Date.now());
  }
}

/**
 * The vectors of many texts, asked for as fast as the service allows: any function may be the work of a batch.
 *
 * @throws {BatchProcessingError} with all results, when a text has no vector in the end
 */
export async function vectorsOf(texts: readonly string[], http: Http): Promise<unknown[]> {
  const result = await runBatch(
    texts,
    async (text, { signal, observe }) => {
      const response = await http({ method: 'POST', path: '/embeddings', body: { input: text }, signal });
      const quota = rateQuotaOf((name) => response.header(name), Date.now());
      if (quota) observe(quota);
      if (response.status !== 200) throw new ServiceError(response);
      return response.body;
    },
    { strategy: 'adaptive', timeoutMs: 30_000, retry: { attempts: 3 }, duplicateKeyOf: (text) => text },
  );
  return requireAll(result);
}
