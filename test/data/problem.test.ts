import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../../src/data/problem.js';

test('every status is one of the kinds that a reader can be told about', () => {
  const kinds = {
    0: 'offline',
    400: 'invalid',
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not-found',
    409: 'conflict',
    412: 'stale',
    413: 'too-large',
    418: 'invalid',
    422: 'invalid',
    428: 'stale',
    429: 'busy',
    500: 'server',
    503: 'busy',
    599: 'server',
  };
  for (const [status, kind] of Object.entries(kinds)) assert.equal(new Problem(Number(status)).kind, kind, status);
});

test('what passes by itself is worth another try', () => {
  assert.deepEqual(
    [0, 429, 500, 503].map((status) => new Problem(status).passing),
    [true, true, true, true],
  );
  assert.deepEqual(
    [400, 401, 403, 404, 409, 412, 422].some((status) => new Problem(status).passing),
    false,
  );
});

test('says the most telling of what it knows', () => {
  assert.equal(new Problem(409, { detail: 'Taken.', title: 'Conflict' }).message, 'Taken.');
  assert.equal(new Problem(409, { title: 'Conflict' }).message, 'Conflict');
  assert.equal(new Problem(409).message, 'HTTP 409');
  assert.equal(new Problem(412, { type: 'urn:cop:problem:stale-version' }).code, 'stale-version');
});

test('an error of any kind becomes one; a problem stays itself', () => {
  const problem = new Problem(404);
  assert.equal(Problem.from(problem), problem);
  assert.equal(Problem.from(new Error('x')).message, 'x');
  assert.equal(Problem.from('x').message, 'x');
});
