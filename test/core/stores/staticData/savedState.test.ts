import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { packUsage } from '../../../../core/stores/usage/packedUsage';
import { UserUsage } from '../../../../core/stores/usage/userUsage';
import { FakeClock } from '../../../support/fakeClock';
import { profileOf } from '../contract/surroundings';
import { newProcess, SavedWorkflow } from './support/workflow';

const clock = new FakeClock();
const usage = packUsage(new UserUsage()).toString('base64');

function starting(value: IDataObject[string]): () => unknown {
  const workflow = new SavedWorkflow(clock);
  workflow.holds({ cascadeflow: value });
  return () => workflow.start();
}

describe('static data that holds something else', () => {
  it.each<[string, IDataObject[string]]>([
    ['null', null],
    ['a number', 7],
    ['an object', { version: 1, profiles: [], usages: [] }],
    ['a list', []],
    ['an empty text', ''],
    ['a text that is not JSON', '{"version":1,"profiles":[],"usa'],
    ['JSON of something else', '"text"'],
    ['nothing', 'null'],
    ['another version', '{"version":2,"profiles":[],"usages":[]}'],
    ['no version', '{"profiles":[],"usages":[]}'],
    ['no profiles', '{"version":1,"usages":[]}'],
    ['profiles that are none', '{"version":1,"profiles":{"ann":"{}"},"usages":[]}'],
    ['a profile without its text', '{"version":1,"profiles":[["ann","PRO"]],"usages":[]}'],
    ['a profile with too much', '{"version":1,"profiles":[["ann","PRO","{}","x"]],"usages":[]}'],
    ['a profile of nobody', '{"version":1,"profiles":[[null,"PRO","{}"]],"usages":[]}'],
    ['a usage that is none', '{"version":1,"profiles":[],"usages":[["ann","AAAA"]]}'],
    ['a usage that is empty', '{"version":1,"profiles":[],"usages":[["ann",""]]}'],
    ['a usage that is not base64', '{"version":1,"profiles":[],"usages":[["ann","%%%%"]]}'],
    ['a usage that is cut', `{"version":1,"profiles":[],"usages":[["ann","${usage.slice(0, -4)}"]]}`],
  ])('is told: %s', (_, value) => {
    expect(starting(value)).toThrow(
      expect.objectContaining({
        code: 'STORED_STATE_CORRUPT',
        message: expect.stringMatching(/^The workflow's static data cannot be read from the store: /),
      }),
    );
  });

  it('is told by every execution, and overwritten by none', () => {
    const workflow = new SavedWorkflow(clock);
    workflow.holds({ cascadeflow: 'corrupt' });
    for (let run = 0; run < 3; run++) {
      expect(() => workflow.start()).toThrow(expect.objectContaining({ code: 'STORED_STATE_CORRUPT' }));
      expect(() => workflow.start({ mode: 'manual' })).toThrow(
        expect.objectContaining({ code: 'STORED_STATE_CORRUPT' }),
      );
    }
    expect(workflow.found).toEqual({ cascadeflow: 'corrupt' });
  });

  it('is well again as soon as it was cleared', () => {
    const workflow = new SavedWorkflow(clock);
    workflow.holds({ cascadeflow: 'corrupt' });
    expect(() => workflow.start()).toThrow('it is not the JSON of this package');
    workflow.json = '{}';
    expect(workflow.start().store.getProfile('ann')).toBeUndefined();
  });

  it('is not quoted', () => {
    const secret = 'sk-secret-of-a-tenant';
    const value = `{"version":1,"profiles":[["${secret}","${secret}"]],"usages":[]}`;
    expect(starting(value)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(secret) }),
    );
    expect(starting(`${secret}${secret}`)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(secret) }),
    );
  });
});

it('the text is JSON that says whose is what', async () => {
  const workflow = new SavedWorkflow(clock);
  const { store, save } = workflow.start();
  store.putProfile(profileOf('ann', 'PRO', '{"a":"b"}'));
  store.recordRequest('bob', 1);
  save();
  expect(JSON.parse(workflow.text)).toEqual({
    version: 1,
    profiles: [['ann', 'PRO', '{"a":"b"}']],
    usages: [['bob', store.exportUser('bob')?.usage]],
  });
  const after = workflow.start({ Store: await newProcess() });
  after.store.putProfile(profileOf('ann', 'PRO', '{"a":"b"}'));
  after.save();
  expect(JSON.parse(workflow.text)).toMatchObject({
    profiles: [['ann', 'PRO', '{"a":"b"}']],
    usages: [['bob', expect.any(String)]],
  });
});
