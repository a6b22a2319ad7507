import { BlockList, isIP } from 'node:net';

const refused = new BlockList();
/** This machine, its network, its neighbours, what only machines say to each other (RFC 6890); `169.254` has a cloud's keys. */
const nets4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4';
const nets6 =
  '::/128 ::1/128 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 ff00::/8';
for (const [family, nets] of [
  ['ipv4', nets4],
  ['ipv6', nets6],
] as const) {
  for (const net of nets.split(' ')) {
    const [address = '', bits] = net.split('/');
    refused.addSubnet(address, Number(bits), family);
  }
}

/** Whether an address is one that strangers must not make us speak to; an IPv4 address in the clothes of IPv6 too. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '');
  const family = isIP(plain);
  if (family === 0) return true;
  return refused.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}
