import { describe, expect, it } from '@jest/globals';
import { found } from '../support/found';

describe('IP addresses', () => {
  it.each([
    '203.0.113.9',
    '10.0.0.1',
    '255.255.255.255',
    '203[.]0[.]113[.]9',
    '203(.)0(.)113(.)9',
    '203[dot]0[dot]113[dot]9',
    '２０３.０.１１３.９',
    '203.\u200b0.113.9',
    '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
    '2001:db8::8a2e:370:7334',
    '2001:db8::',
    '2001:DB8::1',
    'd80:e4b5:79da:6cf6:71f3:51f7:9161:c319',
    '::1',
    '::ffff:192.0.2.128',
    'fe80::1%eth0',
    'fd12:3456::7',
  ])('finds %j', (address) => {
    expect(found(`from ${address} just now`)).toEqual([`ip_address: ${address}`]);
    expect(found(`(${address}).`)).toEqual([`ip_address: ${address}`]);
  });

  it('finds one in a URL, with a port or with a prefix length', () => {
    expect(found('http://203.0.113.9:8080/x')).toEqual(['ip_address: 203.0.113.9']);
    expect(found('http://[2001:db8::1]:8080/')).toEqual(['ip_address: 2001:db8::1']);
    expect(found('to 2001:db8:0:0:0:0:0:9:8080 now')).toEqual(['ip_address: 2001:db8:0:0:0:0:0:9']);
    expect(found('route 203.0.113.0/24')).toEqual(['ip_address: 203.0.113.0']);
    expect(found('client_ip=203.0.113.9;')).toEqual(['ip_address: 203.0.113.9']);
  });

  it('hears no version of the sentence before, and none of another number', () => {
    for (const before of [
      'Take release 2.10.0.7 for now. We saw ',
      'build=2147 level=warn peer=',
      'In figure 7 it is ',
    ]) {
      expect(found(`${before}198.51.100.23`)).toEqual(['ip_address: 198.51.100.23']);
    }
  });

  it.each([
    'x 256.1.1.1',
    'x 999.1.1.1',
    'section 1.2.3.4.5',
    'version 1.2.3.4 released',
    'v1.2.3.4',
    'Chrome/120.0.0.0',
    'Python 3.11.4.1',
    'see section 4.1.2.3',
    'id 1.02.003.0004',
    'at 10:30:45',
    'MAC 00:1b:44:11:3a:b7',
    'EUI 02:1b:44:ff:fe:11:3a:b7',
    'std::vector, dead::beef',
    'a::before and a::b',
    'items[::2] and items[1::2]',
    'x :: y',
  ])('leaves %j alone', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.0.1',
    '192.168.0.1',
    '0.0.0.0',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
  ])('leaves %s out when private addresses do not count', (address) => {
    const text = `from ${address}`;
    expect(found(text)).toEqual([`ip_address: ${address}`]);
    expect(found(text, { includePrivateIps: false })).toEqual([]);
  });

  it('keeps public addresses when private ones do not count', () => {
    expect(found('from 8.8.8.8 and 2600::1', { includePrivateIps: false })).toEqual([
      'ip_address: 8.8.8.8',
      'ip_address: 2600::1',
    ]);
  });
});
