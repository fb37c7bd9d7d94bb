import { describe, expect, it } from '@jest/globals';
import { found } from '../support/found';

describe('e-mail addresses', () => {
  it.each([
    'ann@example.com',
    "o'hara@example.ie",
    'ann.lee+news_1%x@mail.example.co.uk',
    'ANN@EXAMPLE.COM',
    'ann@example.museum',
    'jörg@büro.example',
    'анна@почта.рф',
    'ann@xn--bro-hoa.example',
    'ann@[192.0.2.7]',
    'ann@[IPv6:2001:db8::1]',
    '415-555-2671@example.com',
    'ann@192.0.2.7.example.com',
  ])('finds %s in one piece', (address) => {
    expect(found(`Write to ${address} today.`)).toEqual([`email: ${address}`]);
    expect(found(`<${address}>, please`)).toEqual([`email: ${address}`]);
  });

  it.each([
    'ann [at] example [dot] com',
    'ann(at)example.com',
    'ann {at} example {dot} com',
    'ann <at> example <dot> com',
    'ann[@]example[.]com',
    'ann @ example . com',
    'ann at example dot com',
    'ANN AT EXAMPLE DOT COM',
    'ann dot lee at mail dot example dot com',
    'ann%40example.com',
    'ann&#64;example.com',
    'ann＠example．com',
    'ann\u200b@exa\u00admple.com',
  ])('finds the disguised %j', (address) => {
    expect(found(`Write to ${address} today.`)).toEqual([`email: ${address}`]);
  });

  it('takes quotes, brackets and the end of a sentence off', () => {
    expect(found("mail 'ann@example.com'.")).toEqual(['email: ann@example.com']);
    expect(found('mailto:ann@example.com?subject=Hi')).toEqual(['email: ann@example.com']);
    expect(found('ann@example.com,bob@example.com')).toEqual([
      'email: ann@example.com',
      'email: bob@example.com',
    ]);
  });

  it('takes a local part that is longer than allowed, up to a bound', () => {
    const local = 'a'.repeat(100);
    expect(found(`${local}@example.com`)).toEqual([`email: ${local}@example.com`]);
  });

  it.each([
    '@ann',
    'ann@',
    'ann@localhost',
    'left-pad@1.3.0',
    '@scope/pkg@20.1.0',
    'icon@2x.png',
    'five @ 3.50',
    'git@example.com:owner/name.git',
    'look at example dot com',
    'we meet at ten dot two',
    'see you @ noon',
  ])('leaves %j alone', (text) => {
    expect(found(text)).toEqual([]);
  });
});
