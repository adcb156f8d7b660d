import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressGroup } from './address-group.ts';

test('an IPv4 address stands for itself', () => {
  expect(addressGroup('192.0.2.1')).toBe('192.0.2.1');
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8::9:8:7:6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s is of %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});

const hextets = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: count, maxLength: count });
const compressed = (groups: readonly number[]) =>
  new URL(`http://[${groups.map((group) => group.toString(16)).join(':')}]`).hostname.slice(1, -1);

test('whoever owns a /64 is one caller, however his addresses are written', () => {
  fc.assert(
    fc.property(hextets(4), hextets(4), hextets(4), (network, one, other) => {
      expect(addressGroup(compressed([...network, ...one]))).toBe(addressGroup(compressed([...network, ...other])));
    }),
  );
});
