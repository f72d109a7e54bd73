import type { ErrorCode } from '../../contract/error-codes.js';

/** What is no address of the open internet: this machine, private and shared networks, documentation, multicast. (RFC 6890, RFC 4193, RFC 6598) */
const NOT_PUBLIC_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3],
];

function number4(address: string): number | null {
  const parts = address.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return null;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

function isPublic4(address: string): boolean {
  const value = number4(address);
  if (value === null) return false;
  return !NOT_PUBLIC_4.some(([net, bits]) => Math.floor(value / 2 ** (32 - bits)) === Math.floor((number4(net) ?? 0) / 2 ** (32 - bits)));
}

/** Whether an address, as the resolver gives it, is one of the open internet. Of version 6 only 2000::/3 is, and nothing in it that carries another address within. */
export function isPublicAddress(address: string): boolean {
  if (!address.includes(':')) return isPublic4(address);
  const words = address.toLowerCase().split(':');
  const first = Number.parseInt(words[0] || '0', 16);
  if (first < 0x2000 || first > 0x3fff) return false;
  const second = Number.parseInt(words[1] || '0', 16);
  const isWithin = first === 0x2002 || (first === 0x2001 && (second < 0x200 || second === 0xdb8));
  return !isWithin;
}

/** Why push messages may not be sent there: another scheme than https, a port of its own, a name and password, an address instead of a name. (RFC 8030 §8) */
export function whyNotEndpoint(address: { protocol: string; hostname: string; port: string; username: string; password: string }): ErrorCode | null {
  const { protocol, hostname, port, username, password } = address;
  const isNamed = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/i.test(hostname);
  const isOdd = protocol !== 'https:' || port !== '' || username !== '' || password !== '' || !isNamed;
  return isOdd || /\.(local|localhost|internal|lan|home|corp|test|invalid|example)$/i.test(hostname) ? 'pushEndpointBad' : null;
}
