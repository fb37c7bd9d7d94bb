import { expect, it } from '@jest/globals';
import { concealed } from '../../../../nodes/shared/apiModels/concealed';

const secrets = {
  apiKey: 'a "quoted" \\ key',
  baseUrl: 'https://api.example/v1',
  extraHeaders: {
    headers: [{ name: 'X-Gateway', value: 'gateway-word' }, { name: 'X-Short', value: 'abc' }, {}],
  },
};

it.each<[unknown, unknown]>([
  [
    { error: { message: `Invalid key a "quoted" \\ key, twice: a "quoted" \\ key`, code: 401 } },
    { error: { message: 'Invalid key …, twice: …', code: 401 } },
  ],
  ['<p>gateway-word</p>', '<p>…</p>'],
  ['abc at https://api.example/v1', 'abc at https://api.example/v1'],
  [undefined, undefined],
  [null, null],
])('%j without its secrets is %j', (said, shown) => {
  expect(concealed(said, secrets)).toEqual(shown);
});

it('is left as it is where the credential has none', () => {
  expect(concealed({ error: 'No' }, { apiKey: '' })).toEqual({ error: 'No' });
});
