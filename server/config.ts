import { BlockList, isIP } from 'node:net';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const MEGABYTE = 1024 * 1024;
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);
const origin = (text: string) => text === '*' || (URL.canParse(text) && new URL(text).origin === text);
const network = (text: string) => {
  const [address = '', bits] = text.split('/');
  const family = isIP(address);
  return family !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)));
};
const positive = (name: string, max: number) => {
  const error = `${name} must be a whole number from 1 to ${max}.`;
  return z.coerce.number({ error }).int({ error }).min(1, error).max(max, error);
};

const Environment = z.object({
  PORT: z.coerce
    .number({ error: 'PORT must be a number from 0 to 65535.' })
    .int('PORT must be a number from 0 to 65535.')
    .min(0, 'PORT must be a number from 0 to 65535.')
    .max(65_535, 'PORT must be a number from 0 to 65535.')
    .default(8080),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'PUBLIC_URL must be the address of a page, such as https://intranet.example.org/community.' })
    .optional(),
  DATA_DIR: z.string().default(fileURLToPath(new URL('../.data', import.meta.url))),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgres:// or postgresql://.')
    .optional(),
  CORS_ORIGINS: list
    .refine((all) => all.every(origin), 'CORS_ORIGINS must be origins such as https://intranet.example.org, with commas between.')
    .default([]),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent.',
    )
    .optional(),
  JWKS_URL: z.url('JWKS_URL must be a URL.').optional(),
  JWT_ISSUER: z.string().optional(),
  JWT_AUDIENCE: z.string().optional(),
  PROXY_USER_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'PROXY_USER_HEADER must be the name of a header.')
    .optional(),
  PROXY_NAME_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'PROXY_NAME_HEADER must be the name of a header.')
    .optional(),
  TRUSTED_PROXIES: list
    .refine((all) => all.every(network), 'TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, with commas between.')
    .default([]),
  UPLOAD_MEGABYTES: positive('UPLOAD_MEGABYTES', 200).default(10),
  LINK_PREVIEWS: z.enum(['on', 'off'], 'LINK_PREVIEWS must be on or off.').default('on'),
  LINK_PREVIEW_HOSTS: list
    .refine(
      (all) => all.every((host) => /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/i.test(host)),
      'LINK_PREVIEW_HOSTS must be names such as wiki.example.org, *.intranet.example or wiki.local:8080, with commas between.',
    )
    .default([]),
  WRITES_PER_MINUTE: positive('WRITES_PER_MINUTE', 1_000_000).default(240),
});

export interface Config {
  port: number;
  host: string;
  /** The page that links in feeds lead to, where the elements stand; undefined: the root of what was asked. */
  publicUrl: string | undefined;
  /** Where the embedded database lives, unless there is a databaseUrl. */
  dataDir: string;
  databaseUrl: string | undefined;
  /** Personas, the portal, and sample data on first start. Never for real use: anybody can be anybody. */
  demo: boolean;
  corsOrigins: readonly string[];
  logLevel: string;
  jwt: { jwksUrl: string; issuer: string; audience: string } | undefined;
  /** The header with the user's id that a sign-in proxy sets, believed only from `trustedProxies`. */
  proxy: { userHeader: string; nameHeader: string | undefined } | undefined;
  trustedProxies: BlockList;
  uploadBytes: number;
  /** Whether the server reads pages that members link to, and hosts among them that may have private addresses. */
  linkPreviews: { on: boolean; hosts: readonly string[] };
  /** Writes a person (or an address) may make in a minute on one server. */
  writesPerMinute: number;
  /** Folders with what is served beside the API. */
  elementsDir: string;
  portalDir: string;
}

/** Says in plain words which setting is wrong. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** The settings from environment and command line. @throws ConfigError */
export function readConfig(env: Record<string, string | undefined>, args: readonly string[] = []): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = Environment.safeParse(given);
  if (!result.success) throw new ConfigError(result.error.issues.map((issue) => issue.message).join('\n'));
  const e = result.data;
  const half = halfOf(e);
  if (half !== undefined) throw new ConfigError(half);
  const unknown = args.find((arg) => arg !== '--demo');
  if (unknown !== undefined) throw new ConfigError(`There is no option ${unknown}; there is --demo.`);
  const demo = args.includes('--demo');
  return {
    port: e.PORT,
    host: e.HOST,
    publicUrl: e.PUBLIC_URL,
    dataDir: e.DATA_DIR,
    databaseUrl: e.DATABASE_URL,
    demo,
    corsOrigins: e.CORS_ORIGINS,
    // Who tries the demo reads the terminal; who runs a server reads its log.
    logLevel: e.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    jwt: e.JWKS_URL && e.JWT_ISSUER && e.JWT_AUDIENCE ? { jwksUrl: e.JWKS_URL, issuer: e.JWT_ISSUER, audience: e.JWT_AUDIENCE } : undefined,
    proxy: e.PROXY_USER_HEADER ? { userHeader: e.PROXY_USER_HEADER, nameHeader: e.PROXY_NAME_HEADER } : undefined,
    trustedProxies: networks(e.TRUSTED_PROXIES),
    uploadBytes: e.UPLOAD_MEGABYTES * MEGABYTE,
    linkPreviews: { on: e.LINK_PREVIEWS === 'on', hosts: e.LINK_PREVIEW_HOSTS },
    writesPerMinute: e.WRITES_PER_MINUTE,
    elementsDir: fileURLToPath(new URL('../dist/browser', import.meta.url)),
    portalDir: fileURLToPath(new URL('../demo/portal', import.meta.url)),
  };
}

/** Settings that say nothing without another: who gives one believes that people can sign in. */
function halfOf(e: z.infer<typeof Environment>): string | undefined {
  if (e.JWKS_URL && !(e.JWT_ISSUER && e.JWT_AUDIENCE)) return 'JWKS_URL needs JWT_ISSUER and JWT_AUDIENCE beside it.';
  if (e.JWT_ISSUER && !e.JWKS_URL) return 'JWT_ISSUER needs JWKS_URL beside it.';
  if (e.JWT_AUDIENCE && !e.JWKS_URL) return 'JWT_AUDIENCE needs JWKS_URL beside it.';
  if (e.PROXY_USER_HEADER && e.TRUSTED_PROXIES.length === 0) return 'PROXY_USER_HEADER needs TRUSTED_PROXIES beside it.';
  if (e.PROXY_NAME_HEADER && !e.PROXY_USER_HEADER) return 'PROXY_NAME_HEADER needs PROXY_USER_HEADER beside it.';
  return undefined;
}

function networks(all: readonly string[]): BlockList {
  const blocks = new BlockList();
  for (const text of all) {
    const [address = '', bits] = text.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    blocks.addSubnet(address, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family);
  }
  return blocks;
}
