import { hash } from 'node:crypto';
import type { ChatMessage, ToolDefinition } from '../../models/chatModel';
import type { CascadeModel } from '../engine/cascadeModel';
import type { ReadSettings } from '../settings';
import { canonicalJson } from './canonicalJson';

/** All that an answer depends on. */
export interface CacheKeyParts {
  readonly models: readonly CascadeModel[];
  readonly settings: ReadSettings;
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly ToolDefinition[] | undefined;
  /** What tells the output parser from others, such as its instructions. */
  readonly parser?: unknown;
  /** What else decides, such as domains of one's own. */
  readonly others?: unknown;
}

/**
 * SHA-256 of the parts, in hexadecimal digits. What a model is told besides its messages, such as the temperature that a
 * connected model was given, is not seen: such a change is noticed when the answer's time is over.
 */
export function cacheKeyOf({
  models,
  settings,
  messages,
  tools = [],
  parser,
  others,
}: CacheKeyParts): string {
  const names = models.map(({ name, chat }) => [name, chat.id]);
  return hash('sha256', canonicalJson([names, decisive(settings), messages, tools, parser, others]));
}

/** The settings that decide which answer is given; the others say how long it may take and what it may cost. */
function decisive(settings: ReadSettings): Partial<ReadSettings> {
  const { threshold, domainThresholds, verifyAlways, routing, samples, judge, logprobs, systemMessage } =
    settings;
  return { threshold, domainThresholds, verifyAlways, routing, samples, judge, logprobs, systemMessage };
}
