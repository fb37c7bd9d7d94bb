import { describe, expect, it } from '@jest/globals';
import { guard } from './support/guard';

const neverAsked = {
  input: 0,
  name: 'Judge',
  model: { invoke: () => Promise.reject(new Error('It was asked')) },
};

/** The whole error of a check of an innocent text with these parameters. */
async function errorOf(parameters: Readonly<Record<string, unknown>>): Promise<Error> {
  const good = { operation: 'check', text: 'Hello', guardrails: { pii: { value: {} } } };
  const outcome = await guard({ parameters: { ...good, ...parameters }, models: [neverAsked] }).catch(
    (error: unknown) => error,
  );
  if (outcome instanceof Error) return outcome;
  throw new Error('The node did not fail');
}

const inPanel = (guardrails: Readonly<Record<string, unknown>>) => ({ guardrails });
const setting = (name: string, value: object) => inPanel({ [name]: { value } });
const regex = (...rows: object[]) => inPanel({ customRegex: { regex: rows } });
const custom = (...rows: object[]) => inPanel({ custom: { guardrail: rows } });
const ofOptions = (options: unknown) => ({ options });

const SHARE = 'must be a number from 0 to 1';
const YES_OR_NO = 'must be true or false';

describe('a parameter that is wrong', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ operation: 'audit' }, '"Operation" is "audit", but must be one of check, redact, restore'],
    [{ textSource: 'body' }, '"Source for Text" is "body", but must be one of auto, define, fields'],
    [{ text: 4111111111111111 }, '"Text" is a number, but must be a text'],
    [{ text: null }, '"Text" is null, but must be a text'],
    [{ text: undefined }, '"Text" is missing, but must be a text'],
    [{ text: { a: 1 } }, '"Text" is an object, but must be a text'],
    [{ text: ['a'] }, '"Text" is a list of 1, but must be a text'],
    [{ textSource: 'fields', fields: 7 }, '"Fields" is 7, but must be names of fields'],
    [{ textSource: 'fields', fields: 'a.b' }, '"Fields" is "a.b", but must be a field of the item'],
    [{ checksFrom: 'nowhere' }, '"Guardrails From" is "nowhere", but must be one of define, item, stored'],
    [inPanel({}), '"Guardrails" is empty, but must be at least one guardrail'],
    [{ guardrails: 'pii' }, '"Guardrails" is empty, but must be at least one guardrail'],
    [inPanel({ keywords: '' }), '"Guardrails" is empty, but must be at least one guardrail'],
    [setting('moderation', { strict: 'yes' }), `"Moderation: Strict" is "yes", but ${YES_OR_NO}`],
    [setting('moderation', { thresholds: 0.5 }), '"Moderation: Thresholds" is 0.5, but must be an object'],
    [
      setting('moderation', { thresholds: { 'self-harm': 'low' } }),
      `"Moderation: Self-Harm" is "low", but ${SHARE}`,
    ],
    [setting('moderation', { thresholds: { hate: 50 } }), `"Moderation: Hate" is 50, but ${SHARE}`],
    [setting('pii', { type: 'most' }), '"Personal Data (PII): Type" is "most", but must be one of all'],
    [
      setting('pii', { type: 'selected' }),
      '"Personal Data (PII): Entities" is missing, but must be a list with at least one entity',
    ],
    [
      setting('pii', { type: 'selected', entities: [] }),
      '"Personal Data (PII): Entities" is a list of 0, but must be a list with at least one entity',
    ],
    [
      setting('pii', { type: 'selected', entities: ['email', 'mail'] }),
      '"Personal Data (PII): Entities" is "mail", but must be one of email',
    ],
    [
      setting('pii', { defaultRegion: 'Germany' }),
      '"Personal Data (PII): Phone Region" is "Germany", but must be the two letters',
    ],
    [setting('pii', { defaultRegion: 49 }), '"Personal Data (PII): Phone Region" is 49, but must be a text'],
    [
      setting('pii', { includePrivateIps: 'no' }),
      `"Personal Data (PII): Private IP Addresses" is "no", but ${YES_OR_NO}`,
    ],
    [regex({ value: 'a' }), '"Custom Regex: Name" is missing, but must be a text'],
    [
      regex({ name: 'order no.', value: 'a' }),
      '"Custom Regex: Name" is "order no.", but must be 1 to 40 letters',
    ],
    [
      regex({ name: 'email', value: 'a' }),
      '"Custom Regex: Name" is "email", but must be a name that no built-in',
    ],
    [
      regex({ name: 'a', value: 'b' }, { name: 'A', value: 'c' }),
      '"Custom Regex" is "A", but must be a list in which every name is there once',
    ],
    [regex({ name: 'a', value: '' }), '"Custom Regex: Regex" is empty, but must be a text'],
    [regex({ name: 'a', value: 7 }), '"Custom Regex: Regex" is 7, but must be a text'],
    [
      regex({ name: 'a', value: '/a/y' }),
      '"Custom Regex: Regex" is "/a/y", but must be a regular expression with no other flags',
    ],
    [
      setting('secretKeys', { permissiveness: 'lax' }),
      '"Secret Keys: Permissiveness" is "lax", but must be one of strict, balanced, permissive',
    ],
    [setting('jailbreak', { threshold: '0.5' }), `"Jailbreak: Threshold" is "0.5", but ${SHARE}`],
    [setting('jailbreak', { threshold: Number.NaN }), `"Jailbreak: Threshold" is NaN, but ${SHARE}`],
    [setting('jailbreak', { threshold: 1.01 }), `"Jailbreak: Threshold" is 1.01, but ${SHARE}`],
    [
      setting('jailbreak', { askModel: 'true' }),
      `"Jailbreak: Ask the Chat Model Too" is "true", but ${YES_OR_NO}`,
    ],
    [inPanel({ pii: {}, keywords: undefined }), '"Keywords" is missing, but must be a text'],
    [inPanel({ pii: {}, customRegex: { regex: { name: 'a', value: 'b' } } }), '"Custom Regex" is an object'],
    [inPanel({ pii: {}, customRegex: 'a' }), '"Custom Regex" is "a", but must be a list'],
    [inPanel({ pii: {}, custom: { guardrail: 'a' } }), '"Custom" is "a", but must be a list'],
    [setting('moderation', { strict: null }), `"Moderation: Strict" is null, but ${YES_OR_NO}`],
    [inPanel({ pii: {}, keywords: ' , !' }), '"Keywords" is " , !", but must be at least one keyword'],
    [inPanel({ keywords: 7 }), '"Keywords" is 7, but must be a text'],
    [
      inPanel({ keywords: 'a, '.concat('b'.repeat(201)) }),
      '"Keywords" is " bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…", but must be a text of at most 200 characters',
    ],
    [setting('urls', { allowedUrls: 7 }), '"URLs: Allowed" is 7, but must be hosts or URLs'],
    [setting('urls', { allowedUrls: 'a.example, http://' }), '"URLs: Allowed" is "http://", but must be'],
    [
      setting('urls', { allowedSchemes: 'https' }),
      '"URLs: Allowed Schemes" is "https", but must be a list of schemes',
    ],
    [
      setting('urls', { allowedSchemes: ['https', 'a b'] }),
      '"URLs: Allowed Schemes" is "a b", but must be a list of schemes',
    ],
    [setting('urls', { blockUserinfo: 1 }), `"URLs: Userinfo" is 1, but ${YES_OR_NO}`],
    [setting('urls', { allowSubdomains: 'no' }), `"URLs: Allow Subdomains" is "no", but ${YES_OR_NO}`],
    [
      setting('topicalAlignment', { scope: ' ' }),
      '"Topical Alignment: Business Scope" is " ", but must be a text',
    ],
    [
      setting('topicalAlignment', { scope: 'a', threshold: -1 }),
      `"Topical Alignment: Threshold" is -1, but ${SHARE}`,
    ],
    [custom({ name: 'a', prompt: '' }), '"Custom: Rule" is empty, but must be a text'],
    [custom({ prompt: 'a' }), '"Custom: Name" is missing, but must be a text'],
    [custom({ name: 'a', prompt: 'b', threshold: 'c' }), `"Custom: Threshold" is "c", but ${SHARE}`],
    [
      custom({ name: 'a'.repeat(61), prompt: 'b' }),
      `"Custom: Name" is "${'a'.repeat(60)}…", but must be a text of 1 to 60 characters`,
    ],
    [
      custom(...Array.from({ length: 51 }, () => ({ name: 'a', prompt: 'b' }))),
      '"Guardrails" is a list of 51, but must be a list of at most 50 rules',
    ],
    [
      ofOptions({ moderateWith: 'builtIn' }),
      '"Moderate With" is "builtIn", but must be a list of builtIn, chatModel, moderationApi',
    ],
    [ofOptions({ moderateWith: [] }), '"Moderate With" is a list of 0, but must be a list of'],
    [ofOptions({ moderateWith: ['gpt'] }), '"Moderate With" is "gpt", but must be one of builtIn'],
    [ofOptions({ moderationModel: 7 }), '"Moderation Model" is 7, but must be a model\'s name'],
    [
      ofOptions({ onEngineFailure: 'pass' }),
      '"If a Model Fails" is "pass", but must be one of built-in, fail, refuse',
    ],
    [ofOptions({ timeoutSeconds: 0 }), '"Timeout" is 0, but must be a number of seconds from 1 to 600'],
    [ofOptions({ timeoutSeconds: '30' }), '"Timeout" is "30", but must be a number of seconds from 1 to 600'],
    [ofOptions({ keepHours: 721 }), '"Keep Values For" is 721, but must be a number of hours from 1 to 720'],
    [{ checksFrom: 'stored', userId: '' }, '"User ID" is empty, but must be'],
    [{ checksFrom: 'stored', userId: {} }, '"User ID" is an object, but must be'],
    [
      { checksFrom: 'stored', userId: 'ann', unknownUser: 'skip' },
      '"If User Is Unknown" is "skip", but must be one of all, none, error',
    ],
    [
      { checksFrom: 'stored', userId: 'ann', storage: 'files' },
      '"Store Data In" is "files", but must be one of redis, staticData',
    ],
    [{ checksFrom: 'item' }, '"Profile" is missing, but must be an object or the JSON text of one'],
    [
      { checksFrom: 'item', profile: '{"enable' },
      '"Profile" is "{"enable", but must be an object or the JSON text of one',
    ],
    [
      { checksFrom: 'item', profile: [{ enable_pii_detection: true }] },
      '"Profile" is a list of 1, but must be an object or the JSON text of one',
    ],
    [
      { checksFrom: 'item', profile: { enable_pii_detection: 'perhaps' } },
      '"Profile: enablePiiDetection" is "perhaps", but must be true or false',
    ],
    [
      { operation: 'redact', style: 'rot13' },
      '"Replace With" is "rot13", but must be one of reversible, label',
    ],
    [{ operation: 'redact', style: 'hash' }, '"Hash Key" is empty, but must be a text of at least 16'],
    [
      { operation: 'redact', style: 'hash', hashKey: 'short-secret' },
      '"Hash Key" is "…", but must be a text of at least 16',
    ],
    [
      { operation: 'redact', mapIn: 'pocket' },
      '"Keep Values In" is "pocket", but must be one of item, store',
    ],
    [
      { operation: 'redact', mapIn: 'store', conversationId: ' ' },
      '"Conversation ID" is " ", but must be a text that is not blank',
    ],
    [
      { operation: 'redact', mapIn: 'store', conversationId: 'a\ud800' },
      '"Conversation ID" is "a\ud800", but must be well-formed Unicode',
    ],
    [{ operation: 'restore', mapIn: 'pocket' }, '"Values From" is "pocket", but must be one of item, store'],
    [
      { operation: 'restore', mapIn: 'store', conversationId: 1.5 },
      '"Conversation ID" is 1.5, but must be a text of 1 to 256 characters',
    ],
    [{ operation: 'restore' }, '"Values" is missing, but must be what Redact Text put into guardrails.map'],
    [
      { operation: 'restore', map: 'EMAIL_1' },
      '"Values" is "…", but must be what Redact Text put into guardrails.map',
    ],
  ])('is named with what it was and what it may be: %j', async (parameters, message) => {
    const error = await errorOf(parameters);
    expect(error.message).toContain(`Parameter ${message}`);
    expect(error).toMatchObject({ name: 'NodeOperationError', context: { itemIndex: 0 } });
  });

  it.each([['(', 'is no valid regular expression'] as const])(
    'may be a pattern that is none: %s',
    async (value, fault) => {
      const error = await errorOf(regex({ name: 'mine', value }));
      expect(error.message).toBe(`The pattern of the entity "mine" ${fault}`);
    },
  );

  it('may be a pattern that takes for ever: it is stopped, and the text is not quoted', async () => {
    const text = `${'a'.repeat(40)}!`;
    const error = await errorOf({ text, ...regex({ name: 'mine', value: '(a+)+$' }) });
    expect(error).toMatchObject({
      message: 'The pattern of the entity "mine" did not come to an end in time',
      description: expect.stringContaining('Make it simpler'),
    });
    expect(JSON.stringify(error)).not.toContain('aaaa');
  });
});
