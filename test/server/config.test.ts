import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError, readConfig } from '../../server/config.js';

test('without settings the server is for this machine alone', () => {
  const config = readConfig({ PORT: '' });
  assert.deepEqual([config.host, config.port, config.demo, config.jwt, config.proxy], ['127.0.0.1', 8080, false, undefined, undefined]);
  assert.deepEqual(config.corsOrigins, []);
});

const WRONG: [Record<string, string>, string[], RegExp][] = [
  [{ PORT: '70000' }, [], /^PORT must be a number from 0 to 65535\.$/],
  [{ DATABASE_URL: 'mysql://x' }, [], /^DATABASE_URL must begin with postgres/],
  [{ CORS_ORIGINS: 'intranet.example.org' }, [], /^CORS_ORIGINS must be origins/],
  [{ CORS_ORIGINS: 'https://a.example/path' }, [], /^CORS_ORIGINS must be origins/],
  [{ JWKS_URL: 'https://id.example.org/jwks' }, [], /^JWKS_URL needs JWT_ISSUER and JWT_AUDIENCE/],
  [{ PROXY_USER_HEADER: 'x-user' }, [], /^PROXY_USER_HEADER needs TRUSTED_PROXIES/],
  [{ TRUSTED_PROXIES: '10.0.0.0/33' }, [], /^TRUSTED_PROXIES must be addresses/],
  [{ LOG_LEVEL: 'loud' }, [], /^LOG_LEVEL must be fatal/],
  [{ UPLOAD_MEGABYTES: 'much' }, [], /^UPLOAD_MEGABYTES must be a whole number from 1 to 200\.$/],
  [{ UPLOAD_MEGABYTES: '500' }, [], /^UPLOAD_MEGABYTES must be a whole number from 1 to 200\.$/],
  [{ WRITES_PER_MINUTE: '0' }, [], /^WRITES_PER_MINUTE must be a whole number from 1 to 1000000\.$/],
  [{ WRITES_PER_MINUTE: '1.5' }, [], /^WRITES_PER_MINUTE must be a whole number/],
  [{ PORT: '-1' }, [], /^PORT must be a number from 0 to 65535\.$/],
  [{ JWT_ISSUER: 'https://id.example.org' }, [], /^JWT_ISSUER needs JWKS_URL/],
  [{ JWT_AUDIENCE: 'community' }, [], /^JWT_AUDIENCE needs JWKS_URL/],
  [{ PROXY_NAME_HEADER: 'x-name' }, [], /^PROXY_NAME_HEADER needs PROXY_USER_HEADER/],
  [{ PORT: 'http', LOG_LEVEL: 'loud' }, [], /^PORT .*\nLOG_LEVEL /],
  [{}, ['--dmeo'], /^There is no option --dmeo/],
];
for (const [env, args, message] of WRONG) {
  test(`${JSON.stringify(env)} ${args.join(' ')} is told in plain words`, () => {
    assert.throws(
      () => readConfig(env, args),
      (error) => error instanceof ConfigError && message.test(error.message),
    );
  });
}

test('networks of proxies are read', () => {
  const { trustedProxies } = readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, 192.168.1.7, fd00::/8' });
  assert.deepEqual(
    ['10.9.8.7', '192.168.1.7', '192.168.1.8'].map((address) => trustedProxies.check(address, 'ipv4')),
    [true, true, false],
  );
  assert.equal(trustedProxies.check('fd12::1', 'ipv6'), true);
});
