const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'));

/** `2001:db8::1` without its short form: eight groups, in lower case and without leading zeros. */
function expand(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const [before, behind] = [groupsOf(head), groupsOf(tail ?? '')];
  const zeros = tail === undefined ? 0 : 8 - before.length - behind.length;
  const groups = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...behind];
  return groups.map((group) => group.replace(/^0+(?=.)/, ''));
}

/** An IPv4 address that an IPv6 socket shows: RFC 4291, 2.5.5.2. */
const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * Whom to count when addresses are counted: an IPv4 address as it is, of an IPv6 address its /64, because whoever has one address
 * of it has all of them (RFC 6177). However an address is written, its network is written in one way.
 */
export function networkOf(address: string): string {
  const [, ipv4] = mapped.exec(address) ?? [];
  if (ipv4 !== undefined || !address.includes(':')) return ipv4 ?? address;
  const [withoutZone = ''] = address.split('%');
  return `${expand(withoutZone).slice(0, 4).join(':')}::/64`;
}
