import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import {
  errorOfGuardrails,
  guardrailsOf,
  runGuardrails,
  succeeded,
  type GuardrailsCase,
} from './support/guardrailsWorkflow';
import { SavedWorkflow } from './support/savedWorkflow';
import { hintsOf, runTenantNode } from './support/tenantWorkflow';

const MAIL = 'ann.lee@corp-mail.com';
const TEXT = `You are an idiot. Mail ${MAIL}`;

const categoriesIn = (item: INodeExecutionData | undefined) =>
  (guardrailsOf(item)['violations'] as IDataObject[]).map(({ category }) => category);

const byProfile = (checksFrom: string, more: INodeParameters = {}): INodeParameters => ({
  operation: 'check',
  textSource: 'define',
  text: '={{ $json.text }}',
  checksFrom,
  ...(checksFrom === 'stored' ? { userId: '={{ $json.user }}' } : {}),
  ...more,
});

/** A workflow that keeps the profiles of these users. */
async function workflowWith(profiles: readonly object[]): Promise<SavedWorkflow> {
  const saved = new SavedWorkflow();
  const parameters = { operation: 'import', profile: '={{ $json }}' };
  const run = await runTenantNode('UserProfile', { items: profiles, parameters, saved });
  if (run.data.resultData.error) throw run.data.resultData.error;
  return saved;
}

const check = async (given: GuardrailsCase) => {
  const run = await runGuardrails(given);
  return { outputs: succeeded(run), hints: hintsOf(run).map(({ message }) => message) };
};

const ON = { enable_content_moderation: true, enable_pii_detection: true };

describe('guardrails of the stored profile', () => {
  const profiles = [
    { user_id: 'all', tier: 'PRO', ...ON },
    { user_id: 'pii', tier: 'PRO', enable_pii_detection: true },
    { user_id: 'moderation', tier: 'PRO', enable_content_moderation: true },
    { user_id: 'none', tier: 'PRO' },
    { user_id: '42', tier: 'PRO', enable_pii_detection: true },
  ];
  const users = (...names: unknown[]) => names.map((user) => ({ user, text: TEXT }));

  it('are those of each item’s user', async () => {
    const saved = await workflowWith(profiles);
    const { outputs, hints } = await check({
      items: users('all', 'pii', 'moderation', 'none', 42),
      parameters: byProfile('stored'),
      saved,
    });
    const [passed = [], failed = []] = outputs;
    expect(passed.map(({ json }) => json['user'])).toEqual(['none']);
    expect(failed.map((item) => [item.json['user'], ...categoriesIn(item)])).toEqual([
      ['all', 'harassment', 'email'],
      ['pii', 'email'],
      ['moderation', 'harassment'],
      [42, 'email'],
    ]);
    expect(hints).toEqual([expect.stringContaining('ask for nothing that could be found: 1.')]);
  });

  it('are stricter for a strict profile', async () => {
    const saved = await workflowWith([
      { user_id: 'strict', tier: 'PRO', ...ON, strict_guardrails: true },
      { user_id: 'lenient', tier: 'PRO', ...ON },
    ]);
    const doubtful = '4155552671 was it';
    const { outputs } = await check({
      items: ['strict', 'lenient'].map((user) => ({ user, text: doubtful })),
      parameters: byProfile('stored'),
      saved,
    });
    expect(outputs.map((items) => items.map(({ json }) => json['user']))).toEqual([['lenient'], ['strict']]);
    expect(outputs[1]?.map(categoriesIn)).toEqual([['phone']]);
  });

  it.each([
    ['all', ['harassment', 'email']],
    [undefined, ['harassment', 'email']],
    ['none', []],
  ])('of an unknown user are what the panel says: %s', async (unknownUser, categories) => {
    const { outputs } = await check({
      items: users('nobody', '__proto__', 'constructor'),
      parameters: byProfile('stored', unknownUser === undefined ? {} : { unknownUser }),
    });
    expect(outputs.flat().map(categoriesIn)).toEqual([categories, categories, categories]);
  });

  it('fail an unknown user when told to', async () => {
    const error = await errorOfGuardrails({
      items: users('nobody'),
      parameters: byProfile('stored', { unknownUser: 'error' }),
    });
    expect(error).toMatchObject({ message: 'The user has no profile', context: { itemIndex: 0 } });
  });

  it.each(['', null, {}])('need a user: %j', async (user) => {
    const error = await errorOfGuardrails({ items: users(user), parameters: byProfile('stored') });
    expect(error.message).toMatch(/^Parameter "User ID" is/);
  });

  it('say what is redacted, too', async () => {
    const saved = await workflowWith(profiles);
    const parameters = byProfile('stored', { operation: 'redact', style: 'label' });
    const { outputs, hints } = await check({ items: users('all', 'moderation', 'none'), parameters, saved });
    expect(outputs[0]?.map(({ json }) => json['text'])).toEqual([
      'You are an idiot. Mail [EMAIL]',
      TEXT,
      TEXT,
    ]);
    expect(hints).toEqual([expect.stringContaining('ask for nothing that could be found: 2.')]);
  });

  it('are the same in a run by hand', async () => {
    const saved = await workflowWith(profiles);
    const { outputs, hints } = await check({
      items: users('pii'),
      parameters: byProfile('stored'),
      saved,
      mode: 'manual',
    });
    expect(categoriesIn(outputs[1]?.[0])).toEqual(['email']);
    expect(hints).toEqual([expect.stringContaining('reads the same profiles as production')]);
  });
});

describe('guardrails of a profile in the item', () => {
  it('may stand in a field, or be the whole item, with columns of any name', async () => {
    const items = [
      {
        text: TEXT,
        profile: { version: 2, userId: 'a', tier: 'PRO', guardrails: { enablePiiDetection: true } },
      },
      { text: TEXT, profile: { user_id: 7, tier: 'their own', enable_content_moderation: 't' } },
      { text: TEXT, profile: JSON.stringify(ON) },
      { text: TEXT, profile: { enable_pii_detection: 0 } },
    ];
    const { outputs } = await check({ items, parameters: byProfile('item') });
    expect(outputs[1]?.map(categoriesIn)).toEqual([['email'], ['harassment'], ['harassment', 'email']]);
    expect(outputs[0]).toHaveLength(1);

    const columns = [{ column: 'guarded', field: 'enablePiiDetection' }];
    const { outputs: mapped } = await check({
      items: [{ text: TEXT, guarded: 1, plan: 'gold' }],
      parameters: byProfile('item', {
        profile: '={{ $json }}',
        options: { columnNames: { columns } },
      }),
    });
    expect(mapped[1]?.map(categoriesIn)).toEqual([['email']]);
  });

  it.each([undefined, null, 7, 'ann', [ON], {}, { enable_moderation: true }])(
    'fail the item when that is none: %j',
    async (profile) => {
      const error = await errorOfGuardrails({
        items: [{ text: TEXT, profile }],
        parameters: byProfile('item'),
      });
      expect(error.message).toMatch(/^Parameter "Profile" is/);
      expect(error).toMatchObject({ context: { itemIndex: 0 } });
    },
  );
});
