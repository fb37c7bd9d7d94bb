import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

/** A workflow as n8n's database has it, as far as static data goes: one column of JSON text. */
export class SavedWorkflow {
  readonly id: string;
  /** The column. */
  column: string;

  constructor({ id = randomUUID(), column = '{}' }: { id?: string; column?: string } = {}) {
    this.id = id;
    this.column = column;
  }

  load(): IDataObject {
    return JSON.parse(this.column) as IDataObject;
  }

  /** As n8n does it: only what was changed, and all of it then. */
  save(staticData: IDataObject): void {
    if (staticData['__dataChanged'] === true) this.column = JSON.stringify(staticData);
  }

  /** What a process finds that knows nothing of this workflow but its column, as after a restart of n8n. */
  restarted(): SavedWorkflow {
    return new SavedWorkflow({ column: this.column });
  }
}
