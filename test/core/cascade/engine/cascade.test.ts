import { expect, it } from '@jest/globals';
import { Cascade } from '../../../../core/cascade/engine/cascade';
import type { CustomDomain } from '../../../../core/cascade/query/customDomain';
import { readSettings } from '../../../../core/cascade/settings';
import { says, ScriptedModel } from '../../../support/scriptedModel';

const chat = new ScriptedModel(says('It is in the post.'));
const models = ['small', 'large'].map((name) => ({ name, chat }));

const cascade = (domains: readonly CustomDomain[]) =>
  new Cascade({ models, settings: readSettings({ routing: 'draft_first' }), domains });

it('knows the domains of the user', async () => {
  const billing = cascade([{ name: ' billing ', keywords: ['invoice'] }]);
  const { report } = await billing.complete({
    messages: [{ role: 'user', content: 'Where is my invoice?' }],
  });
  expect(report.domain).toBe('billing');
});

it.each<[string, CustomDomain[]]>([
  ['domains.0.name', [{ name: '' }]],
  ['domains.1.keywords.0', [{ name: 'a' }, { name: 'b', keywords: ['!!'] }]],
  ['domains.0.examples.0', [{ name: 'a', examples: ['x'.repeat(1001)] }]],
  ['domains', Array.from({ length: 51 }, (_, index) => ({ name: String(index) }))],
])('refuses a domain that is none before anybody asks: %s', (parameter, domains) => {
  expect(() => cascade(domains)).toThrow(`Parameter "${parameter}" is `);
});
