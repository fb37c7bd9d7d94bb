import { json } from 'node:stream/consumers';
import { z } from 'zod/v3';
import { LocalServer } from '../../../../scripts/support/localServer.mts';
import { waitFor } from '../../../../scripts/support/time.mts';

const reviewSchema = z.object({
  id: z.number(),
  text: z.string(),
  violations: z.array(z.record(z.unknown())),
  decideAt: z.string().url(),
});

/** What the reviewers are asked about. */
export type Review = z.output<typeof reviewSchema>;

/** The server of those who review texts, which is the application's too. */
export class Reviewers {
  readonly #http = new LocalServer((request, response) => {
    void json(request).then((body) => {
      const received = this.#received.get(request.url ?? '');
      received?.push(body);
      response
        .writeHead(received ? 200 : 404, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ok: true }));
    });
  });
  readonly #received = new Map<string, unknown[]>([
    ['/queue', []],
    ['/comments', []],
  ]);

  static async start(): Promise<Reviewers> {
    const reviewers = new Reviewers();
    await reviewers.#http.listen();
    return reviewers;
  }

  /** Where they are asked, and where their decisions are told. */
  get urls(): { readonly queue: string; readonly comments: string } {
    return { queue: `${this.#http.origin}/queue`, comments: `${this.#http.origin}/comments` };
  }

  /** How many texts they were asked about. */
  get asked(): number {
    return this.#received.get('/queue')?.length ?? 0;
  }

  /** What they are asked about the text of this ID, once they are. */
  review(id: number): Promise<Review> {
    return this.#first('/queue', reviewSchema, id);
  }

  /** What the application is told of the text of this ID, once it is. */
  decision(id: number): Promise<{ readonly id: number; readonly status: string }> {
    return this.#first('/comments', z.object({ id: z.number(), status: z.string() }).strict(), id);
  }

  stop(): Promise<void> {
    return this.#http.stop();
  }

  #first<Body extends { readonly id: number }>(
    path: string,
    schema: z.ZodType<Body>,
    id: number,
  ): Promise<Body> {
    return waitFor(
      () =>
        Promise.resolve(
          z
            .array(schema)
            .parse(this.#received.get(path))
            .find((body) => body.id === id),
        ),
      { what: `the text ${String(id)} at ${path}`, timeoutMs: 10_000 },
    );
  }
}
