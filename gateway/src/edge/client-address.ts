import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/**
 * Who may name, in `x-forwarded-for`, the address that a request came from. `nobody`: the port is reached directly. `peer`: whoever
 * connects is a proxy of ours, because nobody else can reach the port. A list of addresses and subnets (`10.0.0.0/8`): those.
 */
export type ProxyTrust = 'nobody' | 'peer' | readonly string[];

/** Finds the network address that a request came from: an IPv4 or IPv6 address, or an empty text once its socket is gone. */
export type ClientAddressOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string;

/** Whether an address is that of a proxy of ours. */
type IsOurs = (address: string) => boolean;

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whether a text is an address, or a subnet in CIDR notation (RFC 4632, section 3.1). */
export function isAddressOrSubnet(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  if (isIP(address) === 0 || rest.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (isIP(address) === 6 ? 128 : 32));
}

function createIsOurs(proxies: readonly string[]): IsOurs {
  const ours = new BlockList();
  for (const proxy of proxies) {
    if (!isAddressOrSubnet(proxy)) throw new Error(`${proxy} is no address and no subnet of a proxy.`);
    const [address = '', length] = proxy.split('/');
    if (length === undefined) ours.addAddress(address, familyOf(address));
    else ours.addSubnet(address, Number(length), familyOf(address));
  }
  return (address) => isIP(address) > 0 && ours.check(address, familyOf(address));
}

const mappedPattern = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** A socket that takes both protocols shows an IPv4 peer as `::ffff:192.0.2.1`; one client must not have two addresses. */
const unmapped = (address: string): string => mappedPattern.exec(address)?.[1] ?? address;

const forwardedBy = ({ headers }: Pick<IncomingMessage, 'headers'>): string[] =>
  [headers['x-forwarded-for'] ?? []]
    .flat()
    .flatMap((value) => value.split(','))
    .map((entry) => unmapped(entry.trim()));

/**
 * Makes the one function that says where a request came from, over HTTP and over a websocket alike. Each proxy appends the address
 * that it was called from, so the list is read from its end, and no further than proxies of ours have written it: what stands
 * before that is the client's own to invent. An entry that is no address ends the reading as well. `X-Forwarded-For` has no standard
 * of its own; its order is that of `Forwarded` (RFC 7239, section 4).
 *
 * @throws when an entry of the list is no address and no subnet
 */
export function createClientAddress(trust: ProxyTrust): ClientAddressOf {
  const isOurs: IsOurs = typeof trust === 'string' ? () => false : createIsOurs(trust);
  return (request) => {
    let address = unmapped(request.socket.remoteAddress ?? '');
    let mayForward = trust === 'peer' || isOurs(address);
    for (const entry of forwardedBy(request).reverse()) {
      if (!mayForward || isIP(entry) === 0) break;
      address = entry;
      mayForward = isOurs(address);
    }
    return address;
  };
}
