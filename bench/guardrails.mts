import { functional } from './guardrails/functional.mts';
import { injection } from './guardrails/injection.mts';
import { linear } from './guardrails/linear.mts';
import { moderation } from './guardrails/moderation.mts';
import { pii } from './guardrails/pii.mts';
import { redaction } from './guardrails/redaction.mts';
import { secrets } from './guardrails/secrets.mts';
import { speed } from './guardrails/speed.mts';
import { stream } from './guardrails/stream.mts';
import type { Conditions } from './support/conditions.mts';
import type { Table } from './support/table.mts';

/**
 * The guardrails' numbers: do they find what they are for, do they leave alone what only looks like it, what do they
 * cost. Each beside the libraries that do the same offline and n8n's own checks, measured in the same run.
 */
export const guardrails: ReadonlyMap<string, (conditions: Conditions) => Promise<Table>> = new Map([
  ['guardrails/moderation', moderation],
  ['guardrails/functional', functional],
  ['guardrails/pii', pii],
  ['guardrails/redaction', redaction],
  ['guardrails/secrets', secrets],
  ['guardrails/injection', injection],
  ['guardrails/speed', speed],
  ['guardrails/linear', linear],
  ['guardrails/stream', stream],
]);
