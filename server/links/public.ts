import { BlockList, isIP } from 'node:net';

/*
 * Which addresses belong to the public web. The server asks them on behalf of a member, so whatever is only reachable from where it
 * stands must stay unreachable (server-side request forgery, CWE-918).
 */

/** IANA IPv4 Special-Purpose Address Registry (RFC 6890), multicast, reserved, and the host of a cloud that has a public address. */
const IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32',
];
/** Global unicast (RFC 4291), but what in it leads elsewhere: protocol assignments with Teredo, documentation, 6to4. IPv4-mapped and NAT64 addresses are outside of it. */
const IPV6_GLOBAL = '2000::/3';
const IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '2620:4f:8000::/48'];
/** What even a host that the owner has named may never be: the metadata service of a cloud. */
const NEVER = ['169.254.0.0/16', '168.63.129.16/32', '100.100.100.200/32', 'fd00:ec2::254/128', 'fe80::/10'];

function blocks(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
const special4 = blocks(IPV4);
const special6 = blocks(IPV6);
const global6 = blocks([IPV6_GLOBAL]);
const never = blocks(NEVER);

/** IPv4 within an IPv6 address that stands for it (RFC 4291, section 2.5.5.2). */
const mapped = (address: string) => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];

/** Whether an address is one of the public web. */
export function isPublic(address: string): boolean {
  const plain = address.split('%')[0] ?? '';
  if (isIP(plain) === 4) return !special4.check(plain, 'ipv4');
  // BlockList takes a mapped address for the IPv4 one it stands for; here it is no address of the web in either case.
  return isIP(plain) === 6 && !/^::ffff:/i.test(plain) && global6.check(plain, 'ipv6') && !special6.check(plain, 'ipv6');
}

/** Whether a host that the owner has named may have this address. */
export function isAllowed(address: string): boolean {
  const plain = (address.split('%')[0] ?? '').toLowerCase();
  const v4 = mapped(plain) ?? plain;
  const family = isIP(v4);
  if (family === 0) return false;
  return !never.check(v4, family === 4 ? 'ipv4' : 'ipv6');
}
