import { z } from 'zod/v3';
import type { JobLine } from './jobRules.mts';

const openAiLine = z.object({
  custom_id: z.string(),
  method: z.literal('POST'),
  url: z.literal('/v1/chat/completions'),
  body: z.unknown(),
});

const anthropicJob = z.object({
  requests: z
    .array(z.object({ custom_id: z.string().regex(/^[\w-]{1,64}$/), params: z.unknown() }))
    .min(1)
    .max(100_000),
});

/** The requests in a file of OpenAI's batch API. @throws Error for a line that is none */
export function openAiLines(file: string): JobLine[] {
  return file
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => openAiLine.parse(JSON.parse(line)))
    .map(({ custom_id: customId, body }) => ({ customId, body }));
}

/** The requests in the body of Anthropic's batch API. @throws Error when it is none */
export function anthropicLines(body: string): JobLine[] {
  const { requests } = anthropicJob.parse(JSON.parse(body));
  return requests.map(({ custom_id: customId, params }) => ({ customId, body: params }));
}

/** The first custom id that stands twice; undefined when all differ. */
export function doubled(lines: readonly JobLine[]): string | undefined {
  const seen = new Set<string>();
  return lines.find(({ customId }) => seen.size === seen.add(customId).size)?.customId;
}
