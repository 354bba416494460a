import { isIP } from 'node:net';
import type { Context } from 'hono';
import type { Config } from '../config.js';

interface NodeBindings {
  incoming?: { socket?: { remoteAddress?: string } };
}

/** The address at the other end of the connection; empty where there is none (a call within the process). */
export function addressOf(c: Context): string {
  const address = (c.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress ?? '';
  // IPv4 on a dual-stack socket (RFC 4291, section 2.5.5.2).
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}

export function isTrustedProxy(address: string, config: Pick<Config, 'trustedProxies'>): boolean {
  const family = isIP(address);
  return family !== 0 && config.trustedProxies.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Whom a limit counts: the address a trusted proxy names last (it appended that one itself), else the connection's own. */
export function clientAddress(c: Context, config: Config): string {
  const direct = addressOf(c);
  if (!isTrustedProxy(direct, config)) return direct;
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || direct;
}
