import type { HttpRequest } from '../../http/http';
import { textLines, type TextLine } from '../../http/textLines';
import { inOneChunk, openAnswer } from '../provider/openAnswer';
import { isServed, reach, refused, requireAnswer, type Provider } from '../provider/providerCall';

/**
 * Asks the batch API something.
 *
 * @returns the body of the answer
 * @throws {ChatModelError} when the provider cannot be reached, refuses, or answers with an error
 * @throws the reason of `signal` when the caller aborts
 */
export async function askJobs(provider: Provider, request: HttpRequest): Promise<unknown> {
  const response = await reach(provider, request);
  if (!isServed(response)) throw refused(response, response.body, provider.clock.now());
  return requireAnswer(response.body);
}

/** A reply of a model that takes all the tokens it may, each with its log-probability, is below this. In characters. */
const LONGEST_LINE = 32 * 1024 * 1024;

/**
 * The lines of a file at the provider, as they arrive.
 *
 * @throws as {@link askJobs}, possibly after some lines
 */
export async function* jobLines(
  provider: Provider,
  request: Pick<HttpRequest, 'path' | 'signal'>,
): AsyncGenerator<TextLine> {
  const { response, bytes } = await openAnswer(provider, { method: 'GET', ...request });
  yield* textLines(bytes ?? inOneChunk(asText(response.body)), LONGEST_LINE);
}

/** A host that does not stream may have parsed a file of one line. */
function asText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body ?? '');
}
