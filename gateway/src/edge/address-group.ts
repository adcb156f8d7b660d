import { isIPv6 } from 'node:net';

/** The eight groups of an IPv6 address, of which `::` leaves out those that are zero (RFC 4291, section 2.2). */
function groupsOf(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill('0'), ...right];
}

/**
 * What limits count as one address. An IPv6 caller owns a /64 at least (RFC 6177), so that is one; an IPv4 address stands for
 * itself. Two spellings of one network are one.
 */
export function addressGroup(address: string): string {
  if (!isIPv6(address)) return address;
  const network = groupsOf(address).slice(0, 4);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
