import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * The blocks that are not reachable from everywhere, or lead to one that is not, and multicast (RFC 6890, in the state
 * of https://www.iana.org/assignments/iana-ipv4-special-registry).
 */
const special: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/**
 * Of IPv6 only global unicast is public, less what is set apart in it: protocol assignments with Teredo, documentation,
 * 6to4, which holds an IPv4 address (https://www.iana.org/assignments/iana-ipv6-special-registry).
 */
const specialInGlobal: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const ipv4 = blocks(special, 'ipv4')
const ipv6 = blocks(specialInGlobal, 'ipv6')
const global = blocks([['2000::', 3]], 'ipv6')
const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

function blocks(subnets: [string, number][], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, family)
  return list
}

/** Whether an address is one of the internet. IPv4 written as IPv6 is none: it is not in global unicast. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !ipv4.check(address, 'ipv4')
  return isIPv6(address) && global.check(address, 'ipv6') && !ipv6.check(address, 'ipv6')
}

/** Whether an address is of the machine itself. */
export const isLoopback = (address: string): boolean =>
  isIPv4(address) ? loopback.check(address, 'ipv4') : isIPv6(address) && loopback.check(address, 'ipv6')
