import type { ChatModel } from '../../models/chatModel';
import { findPrice } from '../../models/prices/findPrice';
import type { ChatJobs } from '../../models/jobs/chatJobs';
import type { ModelPrice } from '../../models/prices/modelPrice';

/** A model's place in a cascade. */
export interface CascadeModel {
  /** How reports and errors call it. */
  readonly name: string;
  readonly chat: ChatModel;
  /** Overrides the bundled price table. */
  readonly price?: ModelPrice | undefined;
  /** What a single call costs where `price` is that of a job: savings are held against it. `price` when left out. */
  readonly listPrice?: ModelPrice | undefined;
  /**
   * Under which its failures are counted, apart from those of models under other keys: the same model with another
   * credential may well work. Its name and id when left out.
   */
  readonly circuit?: string | undefined;
  /** Missing when its provider takes no jobs. */
  readonly jobs?: ChatJobs | undefined;
}

/** A model and what it does there. The role is the place's: the same model may both draft and verify. */
export interface CascadeStep {
  readonly model: CascadeModel;
  /** `verifier` for the last model of the cascade, `drafter` for those before it. */
  readonly role: 'drafter' | 'verifier';
}

export function stepsOf(models: readonly CascadeModel[]): CascadeStep[] {
  return models.map((model, index) => ({
    model,
    role: index === models.length - 1 ? 'verifier' : 'drafter',
  }));
}

/** The model's price: its own, else the table's for its id, else for its name. Unknown is `undefined`, never zero. */
export function priceOf({ name, chat, price }: CascadeModel): ModelPrice | undefined {
  return price ?? findPrice(chat.id ?? name);
}

/** The key under which a model's failures are counted. */
export function circuitOf({ name, chat, circuit }: CascadeModel): string {
  return circuit ?? JSON.stringify([name, chat.id ?? null]);
}

/** What a model is called wherever it is used: its id, else its name here. */
export function identityOf({ name, chat }: CascadeModel): string {
  return chat.id ?? name;
}
