import { describe, expect, it } from '@jest/globals';
import type { IBinaryData, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import { guard, reportOf } from './support/guard';

const MAIL = 'ann.lee@corp-mail.com';
const binary: Record<string, IBinaryData> = { file: { data: 'AAAA', mimeType: 'image/png' } };

const item = (text: unknown, more: Partial<INodeExecutionData> = {}): INodeExecutionData => ({
  json: { text: text as string },
  ...more,
});

/** The text of each item, as an expression would take it. */
const parametersOf = (items: readonly INodeExecutionData[], operation = 'check') =>
  items.map(({ json }) => ({
    operation,
    textSource: 'define',
    text: json['text'],
    guardrails: { pii: { value: { type: 'common' } } },
    map: { version: 1, entries: [['EMAIL_1', MAIL]] },
  }));

const run = (items: readonly INodeExecutionData[], operation?: string, more = {}) =>
  guard({ items, parameters: parametersOf(items, operation), ...more });

describe('Guardrails', () => {
  it.each(['check', 'redact', 'restore'])('keeps files and the link to each item: %s', async (operation) => {
    const outputs = await run([item('Hi'), item(MAIL, { binary }), item('[EMAIL_1]', { binary })], operation);
    const found = outputs.flat().sort((one, other) => pairOf(one) - pairOf(other));
    expect(found.map(pairOf)).toEqual([0, 1, 2]);
    expect(found.map((each) => each.binary)).toEqual([undefined, binary, binary]);
  });

  it.each([
    ['check', 1],
    ['redact', 0],
    ['restore', 0],
    ['audit', 1],
  ])('sends a failed item where nobody takes it for one that passed: %s', async (operation, output) => {
    const outputs = await run([item(7)], operation, { continueOnFail: true });
    expect(outputs[output]).toMatchObject([
      { json: { error: expect.stringContaining('Parameter "') }, pairedItem: { item: 0 } },
    ]);
    expect(outputs.flat()).toHaveLength(1);
    expect(outputs.flat()[0]?.json).not.toHaveProperty('text');
  });

  it('does not change the items that came in', async () => {
    const items = [item(`Mail ${MAIL}`)];
    const before = JSON.stringify(items);
    await run(items, 'redact');
    expect(JSON.stringify(items)).toBe(before);
  });

  it('does not change the values of a redaction before it', async () => {
    const map = { version: 1, entries: [['EMAIL_1', 'bob@corp-mail.com']] };
    const items = [{ json: { text: MAIL, guardrails: { map } } }];
    const outputs = await run(items, 'redact');
    expect(outputs[0]?.[0]?.json).toMatchObject({
      text: '[EMAIL_2]',
      guardrails: {
        map: {
          entries: [
            ['EMAIL_1', 'bob@corp-mail.com'],
            ['EMAIL_2', MAIL],
          ],
        },
      },
    });
    expect(map.entries).toHaveLength(1);
  });

  it('begins a new map where what is there is none', async () => {
    const items = [{ json: { text: MAIL, guardrails: { map: { version: 9 } } } }];
    const outputs = await run(items, 'redact');
    expect(outputs[0]?.[0]?.json).toMatchObject({ guardrails: { map: { entries: [['EMAIL_1', MAIL]] } } });
  });

  it('has the report of a check replace the one before, but for the values', async () => {
    const map = { version: 1, entries: [] };
    const guardrails = { map, conversationId: 'c', found: [], violations: 'old', isSafe: false };
    const report = await reportOf({
      items: [{ json: { text: 'Hi', guardrails } }],
      parameters: { text: 'Hi', guardrails: { pii: { value: {} } } },
    });
    expect(report).toEqual({
      map,
      conversationId: 'c',
      isSafe: true,
      violations: [],
      moderation: null,
      pii: [],
      checks: [{ guardrail: 'pii', name: 'pii', passed: true }],
    });
  });

  it('fails when the user stops the execution, also where a failed item would go on', async () => {
    const stopped = AbortSignal.abort(new Error('Stopped'));
    await expect(run([item('Hi')], 'check', { cancelSignal: stopped, continueOnFail: true })).rejects.toThrow(
      'Stopped',
    );
  });

  it('gives a hint once, not for each item', async () => {
    const hints: NodeExecutionHint[] = [];
    await guard({
      items: [item('a'), item('b'), item('c')],
      parameters: { text: 'Hi', checksFrom: 'item', profile: { enable_pii_detection: false } },
      hints,
    });
    expect(hints).toEqual([
      { type: 'info', location: 'outputPane', message: expect.stringMatching(/could be found: 3\.$/) },
    ]);
  });

  it('asks no store that nothing needs', async () => {
    const report = await reportOf({
      parameters: { text: 'Hi', guardrails: { pii: { value: {} } }, storage: 'nowhere' },
    });
    expect(report).toMatchObject({ isSafe: true });
  });
});

function pairOf({ pairedItem }: INodeExecutionData): number {
  return typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1;
}
