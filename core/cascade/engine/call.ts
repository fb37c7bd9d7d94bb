import type { ChatRequest } from '../../models/chatModel';
import type { CascadeModel } from './cascadeModel';
import type { Delivery } from './delivery';
import type { Prompt } from './prompt';
import type { AttemptRole } from './report';

/** What not every model can be told. */
type CallOptions = Pick<ChatRequest, 'logprobs' | 'temperature'>;

/** One call of a model. */
export interface Call {
  readonly model: CascadeModel;
  readonly role: AttemptRole;
  readonly prompt: Prompt;
  readonly options?: CallOptions | undefined;
  /** How many tokens the answer will probably have. */
  readonly outputTokens: number;
  /** Takes the text as it comes. */
  readonly delivery?: Delivery | undefined;
}
