import type { INodeExecutionData } from 'n8n-workflow';
import type { User } from '../shared/queries/user';
import type { AgentRun } from './agentRun';
import type { LiveText } from './liveText';
import type { Parameters } from './parameters';

/** One item that is to be answered. */
export interface ItemTask {
  readonly run: AgentRun;
  readonly item: INodeExecutionData;
  readonly itemIndex: number;
  /** Says that nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** What the item asks, for whom, and who listens. */
export interface Question {
  readonly user: User | undefined;
  readonly parameters: Parameters;
  readonly live: LiveText;
}
