import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { createClientAddress, isAddressOrSubnet, type ProxyTrust } from './client-address.ts';

const addressOf = (trust: ProxyTrust, peer: string | undefined, forwarded?: string) =>
  createClientAddress(trust)({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: peer } as IncomingMessage['socket'],
  });

describe('where a request came from', () => {
  test.each<[name: string, trust: ProxyTrust, peer: string, forwarded: string | undefined, address: string]>([
    ['the peer, when nobody is trusted', 'nobody', '192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['the peer, when it is no proxy of ours', ['10.0.0.0/8'], '192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['the peer, when our proxy names nobody', ['10.0.0.0/8'], '10.0.0.1', undefined, '10.0.0.1'],
    ['whom our proxy names', ['10.0.0.0/8'], '10.0.0.1', '198.51.100.7', '198.51.100.7'],
    [
      'the last entry, as the client can write all before it',
      'peer',
      '10.0.0.1',
      '8.8.8.8, 198.51.100.7',
      '198.51.100.7',
    ],
    [
      'behind two proxies of ours, whom the outer one names',
      ['10.0.0.1', '10.0.0.2'],
      '10.0.0.1',
      '8.8.8.8, 198.51.100.7, 10.0.0.2',
      '198.51.100.7',
    ],
    ['the first entry, when all others are ours', ['10.0.0.0/8'], '10.0.0.1', '10.9.9.9,10.0.0.2', '10.9.9.9'],
    ['the last that is an address', ['10.0.0.0/8'], '10.0.0.1', '8.8.8.8, unknown, 10.0.0.2', '10.0.0.2'],
    ['our proxy, when it names nonsense', 'peer', '10.0.0.1', 'nonsense', '10.0.0.1'],
    [
      'an IPv4 address on a socket of both protocols',
      ['10.0.0.0/8'],
      '::ffff:10.0.0.1',
      '::ffff:198.51.100.7',
      '198.51.100.7',
    ],
    ['an IPv6 address behind an IPv6 proxy', ['fd00::/8'], 'fd00::1', '2001:db8::7', '2001:db8::7'],
  ])('is %s', (...[, trust, peer, forwarded, address]) => {
    expect(addressOf(trust, peer, forwarded)).toBe(address);
  });

  test('is empty once the socket is gone', () => {
    expect(addressOf('nobody', undefined)).toBe('');
  });

  test('a proxy that is none is a mistake, not a proxy that is never met', () => {
    expect(() => createClientAddress(['10.0.0.0/33'])).toThrow('10.0.0.0/33');
    const texts = ['10.0.0.1', '10.0.0.0/8', 'fd00::/8', '::1', '10.0.0', '10.0.0.0/8/8', '10.0.0.0/x', 'proxy', ''];
    expect(texts.filter(isAddressOrSubnet)).toEqual(['10.0.0.1', '10.0.0.0/8', 'fd00::/8', '::1']);
  });
});
