import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ObservableObject, type IDataObject } from 'n8n-workflow';
import { StaticDataStore } from '../../core';

/** Static data as an execution gets it, and what of it n8n saves. */
function execution(column: string): { staticData: IDataObject; saved: () => string } {
  const staticData = ObservableObject.create(JSON.parse(column) as IDataObject);
  return {
    staticData,
    saved: () => (staticData['__dataChanged'] === true ? JSON.stringify(staticData) : column),
  };
}

describe('static data that another node changes in the same execution', () => {
  const workflowId = randomUUID();
  const first = execution('{}');
  new StaticDataStore({ workflowId, staticData: first.staticData }).recordRequest('user', 1);
  const column = first.saved();

  it('is not saved by looking alone', () => {
    const { staticData, saved } = execution(column);
    new StaticDataStore({ workflowId, staticData }).getUsage('user');
    expect(staticData['__dataChanged']).not.toBe(true);
    expect(saved()).toBe(column);
  });

  it('keeps what others counted meanwhile', () => {
    const looking = execution(column);
    new StaticDataStore({ workflowId, staticData: looking.staticData }).getUsage('user');
    const counting = execution(column);
    new StaticDataStore({ workflowId, staticData: counting.staticData }).recordRequest('user', 1);
    looking.staticData['ofAnotherNode'] = 1;

    const afterRestart = execution(looking.saved());
    const store = new StaticDataStore({ workflowId: randomUUID(), staticData: afterRestart.staticData });
    expect(store.getUsage('user').hourly.used).toBe(2);
  });
});
