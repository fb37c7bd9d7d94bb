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
    ['redactions that are none', '{"version":1,"profiles":[],"usages":[],"redactions":{}}'],
    ['a redaction without its values', '{"version":1,"profiles":[],"usages":[],"redactions":[["ann",1,2]]}'],
    [
      'a redaction of no text',
      '{"version":1,"profiles":[],"usages":[],"redactions":[["ann",1,2,[["A_1",7]]]]}',
    ],
    [
      'calibrations that are none',
      '{"version":1,"profiles":[],"usages":[],"calibrations":[["mini","code"]]}',
    ],
    ['a response of no text', '{"version":1,"profiles":[],"usages":[],"responses":[["ann","k",1,7]]}'],
    ['batches that are none', '{"version":1,"profiles":[],"usages":[],"batches":{}}'],
    ['a batch without its end', '{"version":1,"profiles":[],"usages":[],"batches":[["night",false,[]]]}'],
    ['a batch of no text', '{"version":1,"profiles":[],"usages":[],"batches":[["night",1,false,[["a",7]]]]}'],
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

describe('the redactions of a conversation', () => {
  it('are saved with their placeholders and until when they are kept', async () => {
    const workflow = new SavedWorkflow(clock);
    const { store, save } = workflow.start();
    store.assignPlaceholders('ann', [{ label: 'EMAIL', value: 'a@b.co' }], 60_000);
    save();
    expect(JSON.parse(workflow.text)).toEqual({
      version: 1,
      profiles: [],
      usages: [],
      redactions: [['ann', 60_000, clock.now() + 60_000, [['EMAIL_1', 'a@b.co']]]],
    });
    await clock.advance(59_999);
    const after = workflow.start({ Store: await newProcess() });
    expect(after.store.placeholdersOf('ann')).toEqual(new Map([['EMAIL_1', 'a@b.co']]));
    const more = [
      { label: 'EMAIL', value: 'c@d.co' },
      { label: 'EMAIL', value: 'a@b.co' },
    ];
    expect(after.store.assignPlaceholders('ann', more, 60_000)).toEqual(['EMAIL_2', 'EMAIL_1']);
  });

  it('are kept longer, in what is saved too, when they are only read', async () => {
    const workflow = new SavedWorkflow(clock);
    const { store, save } = workflow.start();
    store.assignPlaceholders('ann', [{ label: 'EMAIL', value: 'a@b.co' }], 60_000);
    save();
    await clock.advance(40_000);
    const reading = workflow.start();
    reading.store.placeholdersOf('ann');
    reading.save();
    await clock.advance(40_000);
    expect(workflow.start({ Store: await newProcess() }).store.placeholdersOf('ann').size).toBe(1);
  });

  it('are not saved once their time has passed', async () => {
    const workflow = new SavedWorkflow(clock);
    const { store, save } = workflow.start();
    store.assignPlaceholders('ann', [{ label: 'EMAIL', value: 'a@b.co' }], 60_000);
    await clock.advance(60_000);
    store.recordRequest('bob', 1);
    save();
    expect(workflow.text).not.toContain('a@b.co');
  });

  it('may be missing: states of before there were any can be read', () => {
    const workflow = new SavedWorkflow(clock);
    workflow.holds({ cascadeflow: '{"version":1,"profiles":[["ann","PRO","{}"]],"usages":[]}' });
    const { store } = workflow.start();
    expect(store.getProfile('ann')).toEqual(profileOf('ann', 'PRO', '{}'));
    expect(store.placeholdersOf('ann')).toEqual(new Map());
  });
});

describe('what was learned, and cached responses', () => {
  it('are saved, and read by the next process', async () => {
    const workflow = new SavedWorkflow(clock);
    const { store, save } = workflow.start();
    store.recordOutcome({ model: 'mini', domain: 'code', expected: 0.5, agreed: 1 });
    store.cacheResponse('ann', 'k', '{"output":"x"}', 60_000);
    save();
    expect(JSON.parse(workflow.text)).toEqual({
      version: 1,
      profiles: [],
      usages: [],
      calibrations: [
        ['mini', 'code', 1, 0.5, 1, clock.now()],
        ['mini', null, 1, 0.5, 1, clock.now()],
      ],
      responses: [['ann', 'k', clock.now() + 60_000, '{"output":"x"}']],
    });
    const after = workflow.start({ Store: await newProcess() }).store;
    expect(after.calibrationOf('mini', 'code')).toEqual(store.calibrationOf('mini', 'code'));
    expect(after.calibrationOf('mini')).toEqual(store.calibrationOf('mini'));
    expect(after.cachedResponse('ann', 'k')).toBe('{"output":"x"}');
    await clock.advance(60_000);
    expect(after.cachedResponse('ann', 'k')).toBeUndefined();
  });

  it('are saved as they are when they change again', () => {
    const workflow = new SavedWorkflow(clock);
    const { store, save } = workflow.start();
    for (const value of ['one', 'two']) {
      store.cacheResponse('ann', 'k', value, 60_000);
      store.recordOutcome({ model: 'mini', domain: 'code', expected: 0.5, agreed: 1 });
      save();
    }
    expect(JSON.parse(workflow.text)).toMatchObject({
      calibrations: [
        ['mini', 'code', 1.98, 0.99, 1.98, clock.now()],
        ['mini', null, 1.98, 0.99, 1.98, clock.now()],
      ],
      responses: [['ann', 'k', clock.now() + 60_000, 'two']],
    });
  });

  it('are not saved once their time is over, or their user is erased', async () => {
    const workflow = new SavedWorkflow(clock);
    const { store, save } = workflow.start();
    store.cacheResponse('ann', 'k', 'of ann', 60_000);
    store.cacheResponse('bob', 'k', 'of bob', 120_000);
    await clock.advance(60_000);
    store.recordRequest('carl', 1);
    save();
    expect(workflow.text).not.toContain('of ann');
    expect(workflow.text).toContain('of bob');
    store.deleteUser('bob');
    save();
    expect(workflow.text).not.toContain('of bob');
  });

  it('may be missing: states of before there were any can be read', () => {
    const workflow = new SavedWorkflow(clock);
    workflow.holds({ cascadeflow: '{"version":1,"profiles":[],"usages":[],"redactions":[]}' });
    const { store } = workflow.start();
    expect(store.calibrationOf('mini')).toBeUndefined();
    expect(store.cachedResponse('ann', 'k')).toBeUndefined();
  });
});

describe('batches', () => {
  it('are saved with until when they are kept, and read by the next process', async () => {
    const workflow = new SavedWorkflow(clock);
    const { store, save } = workflow.start();
    store.keepBatchEntries('night', [['a', 'one']], 60_000);
    store.keepBatchEntries('day', [['a', 'one']], 60_000);
    save();
    store.keepBatchEntries('night', [['a', '{"x":"y"}']], 60_000);
    store.finishBatch('day');
    save();
    expect(JSON.parse(workflow.text)).toEqual({
      version: 1,
      profiles: [],
      usages: [],
      batches: [
        ['night', clock.now() + 60_000, false, [['a', '{"x":"y"}']]],
        ['day', clock.now() + 60_000, true, [['a', 'one']]],
      ],
    });
    await clock.advance(59_999);
    const after = workflow.start({ Store: await newProcess() });
    expect(after.store.batchEntries('night', ['a', 'b'])).toEqual(['{"x":"y"}', undefined]);
    after.store.keepBatchEntries('night', [['b', 'two']], 60_000);
    after.save();
    expect(JSON.parse(workflow.text)).toMatchObject({
      batches: [
        [
          'night',
          clock.now() + 60_000,
          false,
          [
            ['a', '{"x":"y"}'],
            ['b', 'two'],
          ],
        ],
        ['day', clock.now() + 1, true, [['a', 'one']]],
      ],
    });
  });

  it('are not saved once their time is over, or they are forgotten', async () => {
    const workflow = new SavedWorkflow(clock);
    const { store, save } = workflow.start();
    store.keepBatchEntries('night', [['a', 'of the night']], 60_000);
    store.keepBatchEntries('day', [['a', 'of the day']], 120_000);
    await clock.advance(60_000);
    store.recordRequest('ann', 1);
    save();
    expect(workflow.text).not.toContain('of the night');
    expect(workflow.text).toContain('of the day');
    store.deleteBatch('day');
    save();
    expect(workflow.text).not.toContain('batches');
  });

  it('may be missing: states of before there were any can be read', () => {
    const workflow = new SavedWorkflow(clock);
    workflow.holds({ cascadeflow: '{"version":1,"profiles":[],"usages":[],"responses":[]}' });
    expect(workflow.start().store.batchEntries('night', ['a'])).toEqual([undefined]);
  });
});
