import { describe, expect, it } from '@jest/globals';
import type { IDataObject, NodeExecutionHint } from 'n8n-workflow';
import { RateLimitCheck } from '../../../nodes/RateLimitCheck/RateLimitCheck.node';
import { tenantContext, type TenantContextOptions } from '../../support/tenantContext';

const TWO_AN_HOUR = {
  operation: 'checkAndCount',
  userId: 'ann',
  profileFrom: 'define',
  tier: 'PRO',
  limits: { requestsPerHour: 2 },
};

const items = [1, 2, 3].map((id) => ({ json: { id } }));

const run = (given: Partial<TenantContextOptions> = {}) =>
  new RateLimitCheck().execute.call(
    tenantContext({ type: 'rateLimitCheck', parameters: TWO_AN_HOUR, items, ...given }),
  );

const allowedIn = (output: readonly { json: IDataObject }[] | undefined) =>
  output?.map(({ json }) => (json['rateLimit'] as IDataObject)['allowed']);

describe('Rate Limit Check', () => {
  it('parts the items by what the limits say', async () => {
    const outputs = await run();
    expect(outputs.map(allowedIn)).toEqual([[true, true], [false]]);
  });

  it('gives an agent all items by the one output that it reads', async () => {
    const outputs = await run({ type: 'rateLimitCheckTool' });
    expect(outputs.map(allowedIn)).toEqual([[true, true, false]]);
  });

  it('gives an agent the failed items, too', async () => {
    const parameters = { ...TWO_AN_HOUR, userId: '' };
    const outputs = await run({ type: 'rateLimitCheckTool', parameters, continueOnFail: true });
    expect(outputs.map((output) => output.map(({ json }) => Object.keys(json)))).toEqual([
      [['error'], ['error'], ['error']],
    ]);
  });

  it('works where n8n does not say when an execution began', async () => {
    const context = tenantContext({ type: 'rateLimitCheck', parameters: TWO_AN_HOUR, items });
    Reflect.deleteProperty(context, 'getExecutionContext');
    expect((await new RateLimitCheck().execute.call(context)).map(allowedIn)).toEqual([
      [true, true],
      [false],
    ]);
  });

  it('asks for the workflow to be saved, to which static data belongs', async () => {
    const context = tenantContext({ type: 'rateLimitCheck', parameters: TWO_AN_HOUR, items });
    Object.assign(context, { getWorkflow: () => ({ active: false }) });
    await expect(new RateLimitCheck().execute.call(context)).rejects.toMatchObject({
      message: 'The workflow was not saved yet',
      context: { itemIndex: 0 },
    });
  });

  it('refuses static data that gets lost, as in queue mode', async () => {
    const workflowId = 'queue-mode';
    const startedAt = { value: Date.now() };
    const execution = async () => {
      const staticData: Record<string, unknown> = {};
      const context = tenantContext({
        type: 'rateLimitCheck',
        parameters: { ...TWO_AN_HOUR, limits: {} },
        staticData,
        workflowId,
      });
      const establishedAt = startedAt.value;
      Object.assign(context, { getExecutionContext: () => ({ establishedAt }) });
      const outputs = await new RateLimitCheck().execute.call(context);
      JSON.stringify(staticData);
      startedAt.value += 60_000;
      return outputs;
    };
    await execution();
    await execution();
    await expect(execution()).rejects.toMatchObject({
      message: expect.stringContaining('did not come back'),
      description: expect.stringContaining('Choose Redis'),
    });
  });

  it('says a hint once, not for each item', async () => {
    const hints: NodeExecutionHint[] = [];
    await run({ hints, mode: 'manual' });
    expect(hints.map(({ type, location }) => [type, location])).toEqual([
      ['info', 'outputPane'],
      ['info', 'outputPane'],
    ]);
  });
});
