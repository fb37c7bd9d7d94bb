import {
  CascadeAgent,
  type CascadeBatchResult,
  type CascadeModel,
  type Store,
  type TenantResult,
  type BatchItem,
} from 'n8n-nodes-cascadeflow';

const TWO_DAYS_MS = 2 * 86_400_000;

export interface Night {
  /** The same for each attempt at the same night. */
  readonly name: string;
  /** A `RedisStore`, to go on after this process was killed. */
  readonly store: Store;
  readonly maxCostUsd: number;
  readonly say: (line: string) => void;
}

export interface Answers {
  /** In the order of the questions; undefined where there is none. */
  readonly answers: readonly (string | undefined)[];
  /** Each question without an answer, and why. */
  readonly unanswered: readonly { readonly question: string; readonly why: string }[];
  readonly costUsd: number | null;
}

/**
 * Answers all questions, as many at a time as the models turn out to take. Who runs it again under the same name, after a
 * crash or because some have failed, pays for no answer twice.
 *
 * @throws {BatchProcessingError} when the store cannot be read: without it answers might be paid for again
 */
export async function answerAll(
  models: readonly CascadeModel[],
  questions: readonly string[],
  { name, store, maxCostUsd, say }: Night,
): Promise<Answers> {
  let known = 0;
  const batch = await new CascadeAgent({ models }).runBatch(questions, {
    strategy: 'adaptive',
    answersDuplicatesOnce: true,
    maxCostUsd,
    checkpoints: { store, batchId: name, ttlMs: TWO_DAYS_MS },
    onItem: () => {
      known += 1;
      if (known % 100 === 0) say(`${String(known)} of ${String(questions.length)}`);
    },
  });
  say(`${String(batch.done)} answers, ${String(batch.concurrencyReached)} at once`);
  return answersIn(batch, questions);
}

function answersIn({ items, costUsd }: CascadeBatchResult, questions: readonly string[]): Answers {
  return {
    answers: items.map((item) => item.value?.output),
    unanswered: items
      .filter((item) => item.status !== 'done')
      .map((item) => ({ question: questions[item.index] ?? '', why: reasonOf(item) })),
    costUsd,
  };
}

function reasonOf(item: BatchItem<TenantResult>): string {
  return item.status === 'not_run' ? `not asked: ${item.reason}` : (item.error?.message ?? '');
}
