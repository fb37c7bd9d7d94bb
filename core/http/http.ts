/** One request to a provider's API. The host adds the base URL, the credential and the default headers. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Path below the API's base URL, with a leading slash: `/chat/completions`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as `multipart/form-data`, in place of a body. Its files may be large: no host should hold them twice. */
  readonly form?: FormData | undefined;
  /** Whether the body of the answer is wanted as it arrives. */
  readonly stream?: boolean;
  /** Ends the request, and the stream of its answer. */
  readonly signal?: AbortSignal | undefined;
}

export interface HttpResponse {
  readonly status: number;
  /** The value of a header, asked for in lower case. */
  header(name: string): string | undefined;
  /**
   * Parsed JSON, or the text itself when it is not JSON. When the request asks for a `stream`, it may instead be an
   * `AsyncIterable<Uint8Array>`: of the bytes as they arrive, and who stops reading them early frees the connection.
   */
  readonly body: unknown;
}

/**
 * The port through which core reaches a provider. It answers for every HTTP status, and throws only when there was
 * no answer at all (no connection, connection lost, aborted).
 */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;
