import {
  CascadeAgent,
  CascadeJobs,
  type CascadeModel,
  type CascadeRun,
  type JobsRecord,
} from 'n8n-nodes-cascadeflow';

/** Questions that are answered by the batch API of the models' provider, at its discount, within hours. */
export interface Submission {
  readonly questions: readonly string[];
  /** Models that have `jobs`, cheapest first. */
  readonly models: readonly CascadeModel[];
  /** Keeps all that a later process needs to go on, as JSON. */
  readonly keep: (record: JobsRecord) => Promise<void>;
}

/** Hands the drafts to the provider. */
export async function submit({ keep, ...asked }: Submission): Promise<void> {
  await new CascadeJobs(runsOf(asked), { onRecord: keep }).advance();
}

/**
 * Goes on where the last process ended: submits what the stronger models have to answer, or collects. To be called from
 * time to time with what was kept last.
 *
 * @returns undefined while the provider is at it; an answer for each question, null for one that has none
 */
export async function collect(
  { keep, ...asked }: Submission,
  record: unknown,
): Promise<readonly (string | null)[] | undefined> {
  const jobs = new CascadeJobs(runsOf(asked), { record, onRecord: keep, fallback: 'fail' });
  const step = await jobs.advance();
  if (step.state === 'waiting') return undefined;
  return step.result.items.map((item) => item?.value?.output ?? null);
}

/** Each question is run again in each pass, and asks the models of the batch: they know what the jobs have answered. */
function runsOf({ questions, models }: Pick<Submission, 'questions' | 'models'>): CascadeRun[] {
  return questions.map((question) => (batch) => {
    const { signal, traffic, watch, onAttempt } = batch;
    const agent = new CascadeAgent({ models: batch.models(models) });
    return agent.run(question, { signal, traffic, watch, onAttempt });
  });
}
