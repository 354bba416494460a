import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { getCookie } from 'hono/cookie';
import type { Context } from 'hono';
import type { Config } from '../config.js';
import { Problem } from '../problem.js';
import { isSeen, oneLine } from '../text.js';
import { addressOf, isTrustedProxy } from './address.js';

export const SESSION_COOKIE = 'cop-session';

/** Somebody outside, as vouched for by an issuer. */
export interface Identity {
  issuer: string;
  subject: string;
  name: string | null;
  /** Null where the issuer says nothing about roles. */
  roles: readonly string[] | null;
}

export type Identify = (c: Context) => Promise<Identity | null>;

/** How this server knows people: bearer token, else header of a trusted proxy, else (demo) persona. @throws Problem unauthenticated for a token that doesn't hold */
export function identifier(config: Config): Identify {
  const keys = config.jwt && createRemoteJWKSet(new URL(config.jwt.jwksUrl), { timeoutDuration: 5000 });
  return async (c) => {
    const authorization = c.req.header('authorization');
    if (authorization !== undefined) {
      const token = /^bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1];
      if (!token || !keys || !config.jwt) throw refused();
      return verify(token, keys, config.jwt);
    }
    return fromProxy(c, config) ?? (config.demo ? fromPersona(c) : null);
  };
}

const refused = (cause?: unknown) =>
  new Problem('unauthenticated', 'The token is not valid here.', {
    cause,
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });

/** A name as a profile may have it; null where nothing of it is seen. */
const nameOf = (name: unknown): string | null => (typeof name === 'string' && isSeen(name) ? oneLine(name).slice(0, 100) : null);

async function verify(token: string, keys: JWTVerifyGetKey, jwt: { issuer: string; audience: string }): Promise<Identity> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: jwt.issuer,
      audience: jwt.audience,
      clockTolerance: 30,
      requiredClaims: ['sub', 'exp'],
    });
    const { sub = '', name, roles } = payload;
    return {
      issuer: jwt.issuer,
      subject: sub,
      name: nameOf(name),
      roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : null,
    };
  } catch (error) {
    const unreachable = !(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC';
    if (unreachable) throw new Problem('unavailable', 'The identity provider can’t be reached.', { cause: error });
    throw refused(error);
  }
}

function fromProxy(c: Context, config: Config): Identity | null {
  if (!config.proxy || !isTrustedProxy(addressOf(c), config)) return null;
  const subject = c.req.header(config.proxy.userHeader)?.trim();
  if (!subject) return null;
  const name = config.proxy.nameHeader && c.req.header(config.proxy.nameHeader);
  return { issuer: 'proxy', subject: subject.slice(0, 200), name: nameOf(name), roles: null };
}

function fromPersona(c: Context): Identity | null {
  const subject = getCookie(c, SESSION_COOKIE);
  return subject ? { issuer: 'demo', subject: subject.slice(0, 100), name: null, roles: null } : null;
}
