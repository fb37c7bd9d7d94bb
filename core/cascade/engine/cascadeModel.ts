import type { ChatModel } from '../../models/chatModel';
import { findPrice } from '../../models/prices/findPrice';
import type { ModelPrice } from '../../models/prices/modelPrice';

/** A model's place in a cascade. */
export interface CascadeModel {
  /** How reports and errors call it. */
  readonly name: string;
  readonly chat: ChatModel;
  /** Overrides the bundled price table. */
  readonly price?: ModelPrice;
}

/** The model's price: its own, else the table's for its id, else for its name. Unknown is `undefined`, never zero. */
export function priceOf({ name, chat, price }: CascadeModel): ModelPrice | undefined {
  return price ?? findPrice(chat.id ?? name);
}
