import { describe, expect, it } from '@jest/globals';
import {
  forbiddenUrlFinder,
  type UrlFault,
} from '../../../../../core/guardrails/rules/urls/forbiddenUrlFinder';
import type { UrlPolicy } from '../../../../../core/guardrails/rules/urls/urlPolicy';

function faults(text: string, policy: UrlPolicy): [string, UrlFault][] {
  return forbiddenUrlFinder(policy)(text).map(({ start, end, reason }) => [text.slice(start, end), reason]);
}

describe('forbiddenUrlFinder', () => {
  it.each<[string, string]>([
    ['ok.com', 'https://ok.com'],
    ['ok.com', 'https://www.ok.com/any?x#y'],
    ['ok.com', 'https://a.b.ok.com:8443'],
    ['ok.com', 'https://ok.com./'],
    ['ok.com', 'HTTPS://OK.COM'],
    ['ok.com', 'ok.com and jo@evil.com'],
    ['www.ok.com', 'https://ok.com'],
    ['*.ok.com', 'https://a.ok.com'],
    ['ok.com:8443', 'https://ok.com:8443/x'],
    ['ok.com/docs', 'https://ok.com/docs https://ok.com/docs/a'],
    ['https://ok.com/docs/', 'https://ok.com/docs/a'],
    ['10.0.0.0/8', 'https://10.2.3.4:8080 https://0x0a010203 https://[::ffff:10.0.0.1]'],
    ['10.2.3.4', 'https://10.2.3.4'],
    ['2001:db8::/32, [::1]', 'https://[2001:db8:1::2] https://[::1]'],
    ['münchen.de', 'https://xn--mnchen-3ya.de MÜNCHEN.de'],
    ['ok.com', 'https://o\u200bk.com'],
  ])('%s allows %j', (allowedUrls, text) => {
    expect(faults(text, { allowedUrls })).toEqual([]);
  });

  it.each<[string, string]>([
    ['', 'https://ok.com'],
    ['ok.com', 'https://evilok.com'],
    ['ok.com', 'https://ok.com.evil.com'],
    ['ok.com', 'https://evil.com/ok.com'],
    ['ok.com', 'https://evil.com?https://ok.com'],
    ['ok.com', 'https://\u043ek.com'],
    ['ok.com', 'evil.com/ok.com'],
    ['ok.com', '//evil.com/x'],
    ['*.ok.com', 'https://ok.com'],
    ['https://ok.com', 'https://a.ok.com'],
    ['ok.com:8443', 'https://ok.com'],
    ['ok.com/docs', 'https://ok.com/docs-of-others'],
    ['ok.com/docs', 'https://ok.com/docs/../admin'],
    ['ok.com/docs', 'https://ok.com/docs/%2e%2e/admin'],
    ['10.0.0.0/8', 'https://11.2.3.4'],
    ['10.0.0.0/8', 'https://10.2.3.4.evil.com'],
    ['2001:db8::/32', 'https://[2001:db9::1]'],
    ['::/0', 'https://10.2.3.4'],
  ])('%s does not allow %j', (allowedUrls, text) => {
    expect(faults(text, { allowedUrls })).toEqual([[text, 'not_allowed']]);
  });

  it.each<[string, UrlFault, UrlPolicy]>([
    ['http://ok.com', 'scheme', {}],
    ['javascript:alert(1)', 'scheme', {}],
    ['data:text/html,x', 'scheme', {}],
    ['mailto:jo@ok.com', 'scheme', {}],
    ['https://ok.com@evil.com', 'userinfo', {}],
    ['https://u:p@ok.com', 'userinfo', {}],
    ['https://ok.com@evil.com', 'not_allowed', { blockUserinfo: false }],
    ['https://ok.com:abc', 'malformed', {}],
    ['https://a.ok.com', 'not_allowed', { allowSubdomains: false }],
  ])('%s: %s under %j', (text, reason, policy) => {
    expect(faults(text, { allowedUrls: ['ok.com'], ...policy })).toEqual([[text, reason]]);
  });

  it('lets pass what the policy chooses', () => {
    const policy = {
      allowedUrls: ['http://ok.com'],
      allowedSchemes: ['http', 'MAILTO:', 'data'],
      blockUserinfo: false,
    };
    expect(faults('http://u@ok.com mailto:jo@a.example data:,x ok.com', policy)).toEqual([]);
    expect(faults('https://ok.com', policy)).toEqual([['https://ok.com', 'scheme']]);
    expect(faults('https://ok.com', { ...policy, allowedSchemes: ['http', 'https'] })).toEqual([
      ['https://ok.com', 'not_allowed'],
    ]);
  });
});

it.each<[Partial<Record<keyof UrlPolicy, unknown>>, string]>([
  [{ allowedUrls: 'ok.com, a b' }, 'Parameter "allowedUrls" is "a b", but must be a host, a URL, an address'],
  [{ allowedUrls: ['https://'] }, 'is "https://", but must be a host'],
  [{ allowedUrls: ['u@ok.com'] }, 'is "u@ok.com", but must be a host'],
  [{ allowedUrls: ['a.*.com'] }, 'is "a.*.com", but must be a host'],
  [{ allowedUrls: ['10.0.0.0/40'] }, 'is "10.0.0.0/40", but must be a host'],
  [{ allowedUrls: ['300.1.1.1'] }, 'is "300.1.1.1", but must be a host'],
  [{ allowedUrls: 5 }, 'Parameter "allowedUrls" is 5, but must be a list of at most 10000'],
  [{ allowedSchemes: 'https' }, 'Parameter "allowedSchemes" is "https", but must be a list of schemes'],
  [{ allowedSchemes: ['ht tp'] }, 'Parameter "allowedSchemes.0" is "ht tp", but must be'],
  [{ blockUserinfo: 1 }, 'Parameter "blockUserinfo" is 1, but must be true or false'],
])('refuses the policy %j', (policy, saying) => {
  expect(() => forbiddenUrlFinder(policy)).toThrow(saying);
});
