import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import { RedisServer } from '../../scripts/servers/redisServer.mts';
import {
  errorOfGuardrails,
  guardrailsOf,
  outputsOfGuardrails,
  runGuardrails,
  succeeded,
  type GuardrailsCase,
} from './support/guardrailsWorkflow';
import { OpenStores } from './support/openStores';
import { hintsOf, runTenantNode } from './support/tenantWorkflow';

const ANN = 'ann.lee@corp-mail.com';
const BOB = 'bob.ray@corp-mail.com';

let server: RedisServer;
let stores: OpenStores;
let credential: NonNullable<GuardrailsCase['credential']>;

beforeAll(async () => {
  server = await RedisServer.start();
  stores = await OpenStores.watch();
  credential = credentialFor(server.port);
});

afterAll(async () => {
  await stores.close();
  await server.stop();
});

/** As n8n fills it in. */
function credentialFor(port: number): NonNullable<GuardrailsCase['credential']> {
  const nothing = { user: '', password: '', ca: '' };
  const off = { ssl: false, ignoreSslIssues: false, cluster: false };
  return {
    type: 'cascadeRedisApi',
    host: '127.0.0.1',
    port,
    database: 0,
    prefix: 'guardrails',
    ...nothing,
    ...off,
  };
}

const inRedis = (operation: string, more: INodeParameters = {}): INodeParameters => ({
  operation,
  textSource: 'define',
  text: '={{ $json.text }}',
  storage: 'redis',
  ...(operation === 'check' ? {} : { mapIn: 'store', conversationId: '={{ $json.session }}' }),
  ...more,
});

const textsOf = async (operation: string, items: readonly object[]) => {
  const [done = []] = await outputsOfGuardrails({ items, parameters: inRedis(operation), credential });
  return done.map(({ json }) => json['text']);
};

describe('Redis as the store of Guardrails', () => {
  it('keeps values by conversation, shared by workflows', async () => {
    const given = [
      { session: 'a', text: `Mail ${ANN}` },
      { session: 'b', text: `Mail ${BOB}` },
    ];
    expect(await textsOf('redact', given)).toEqual(['Mail [EMAIL_1]', 'Mail [EMAIL_1]']);
    expect(await textsOf('redact', [{ session: 'a', text: `${BOB} and ${ANN}` }])).toEqual([
      '[EMAIL_2] and [EMAIL_1]',
    ]);
    const answers = ['a', 'b', 'c'].map((session) => ({ session, text: 'To [EMAIL_1]' }));
    expect(await textsOf('restore', answers)).toEqual([`To ${ANN}`, `To ${BOB}`, 'To [EMAIL_1]']);
  });

  it('gives a value one placeholder, also to 200 items and in runs at the same time', async () => {
    const items = Array.from({ length: 200 }, (_, index) => ({
      session: 'race',
      text: index % 2 === 0 ? ANN : BOB,
    }));
    const runs = await Promise.all([textsOf('redact', items), textsOf('redact', items)]);
    const names = new Set(runs.flat());
    expect([...names].sort()).toEqual(['[EMAIL_1]', '[EMAIL_2]']);
    const restored = await textsOf(
      'restore',
      runs[0].map((text) => ({ session: 'race', text })),
    );
    expect(restored).toEqual(items.map(({ text }) => text));
  });

  it('has the profiles that User Profile stored there, and gives no hint about static data', async () => {
    await runTenantNode('UserProfile', {
      items: [{ user_id: 'ann', tier: 'PRO', enable_pii_detection: true }],
      parameters: { operation: 'import', profile: '={{ $json }}', storage: 'redis' },
      credential,
    });
    const run = await runGuardrails({
      items: [{ user: 'ann', text: `You idiot, mail ${BOB}` }],
      parameters: inRedis('check', { checksFrom: 'stored', userId: '={{ $json.user }}' }),
      credential,
      mode: 'manual',
    });
    const [, [item] = []] = succeeded(run);
    expect(guardrailsOf(item)['violations']).toMatchObject([{ category: 'email' }]);
    expect(hintsOf(run)).toEqual([]);
  });

  it.each(['redact', 'restore'])('that cannot be reached fails each item: %s', async (operation) => {
    const [done, failed = []] = await outputsOfGuardrails({
      items: [
        { session: 'a', text: ANN },
        { session: 'b', text: '[EMAIL_1]' },
      ],
      parameters: inRedis(operation),
      credential: credentialFor(9),
      onError: 'continueErrorOutput',
    });
    expect(done).toEqual([]);
    expect(failed.map(({ json }) => json['error'])).toEqual([
      'Redis at 127.0.0.1:9 refuses connections',
      'Redis at 127.0.0.1:9 refuses connections',
    ]);
  });

  it('needs a credential', async () => {
    const error = await errorOfGuardrails({
      items: [{ session: 'a', text: ANN }],
      parameters: inRedis('redact'),
    });
    expect(error).toMatchObject({
      message: 'No Cascade Redis API credential is chosen',
      context: { itemIndex: 0 },
    });
  });
});
