import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseJson, toJson } from '../../src/data/json.js';

/** What Prototype.js 1.6 does to arrays: JSON.stringify then makes strings of them. */
function withPrototypeJs(work: () => void): void {
  const array = Array.prototype as unknown as { toJSON?: () => string };
  array.toJSON = function (this: unknown[]) {
    return `[${this.join(', ')}]`;
  };
  try {
    work();
  } finally {
    delete array.toJSON;
  }
}

test('says the same as JSON.stringify of any plain data', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => assert.equal(toJson(value), JSON.stringify(value))));
});

test('arrays stay arrays on pages with Prototype.js', () => {
  const value = { title: 'x', topics: ['a', 'b'], nested: [{ ids: [1, [2]] }], none: [] };
  const plain = JSON.stringify(value);
  withPrototypeJs(() => {
    assert.notEqual(JSON.stringify(value), plain, 'the page is as bad as the test wants it');
    assert.equal(toJson(value), plain);
  });
});

test('what is undefined is left out of objects and null in arrays', () => {
  assert.equal(toJson({ a: undefined, b: null, c: [undefined, 1] }), '{"b":null,"c":[null,1]}');
});

test('an address that would run as code is none', () => {
  const bad = [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)//',
    '\u0001javascript:1',
    'vbscript:x',
    'data:text/html,<script>',
    'blob:x',
  ];
  for (const url of bad)
    assert.deepEqual(parseJson(JSON.stringify({ author: { url, avatarUrl: url } })), { author: { url: null, avatarUrl: null } }, url);
  const good = [
    'https://example.org/a:b',
    'HTTP://example.org',
    'mailto:a@example.org',
    '/files/a:b',
    'files/f-1',
    'data:image/png;base64,AA',
    '#here',
    '',
  ];
  for (const url of good) assert.deepEqual(parseJson(JSON.stringify({ url })), { url }, url);
  assert.deepEqual(parseJson('{"title":"javascript: a language","url":null}'), { title: 'javascript: a language', url: null });
});
