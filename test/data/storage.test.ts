import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { browserStorage, memoryStorage } from '../../src/data/storage.js';

const scope = globalThis as { indexedDB?: unknown };
afterEach(() => {
  delete scope.indexedDB;
});

for (const [name, make] of [
  ['memory', memoryStorage],
  ['a browser without IndexedDB', () => browserStorage()],
  [
    'a browser whose IndexedDB refuses to open',
    () => {
      scope.indexedDB = {
        open() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      };
      return browserStorage();
    },
  ],
  [
    'a browser whose IndexedDB fails later',
    () => {
      scope.indexedDB = {
        open() {
          const request: { error: DOMException; onerror?: () => void } = { error: new DOMException('Full', 'QuotaExceededError') };
          queueMicrotask(() => request.onerror?.());
          return request;
        },
      };
      return browserStorage();
    },
  ],
] as const) {
  test(`keeps, lists and forgets in ${name}`, async () => {
    const storage = make();
    await storage.set('draft|a', { text: 'x' });
    await storage.set('draft|b', 2);
    await storage.set('cache|a', 3);
    assert.deepEqual(await storage.get('draft|a'), { text: 'x' });
    assert.deepEqual((await storage.entries('draft|')).sort(), [
      ['draft|a', { text: 'x' }],
      ['draft|b', 2],
    ]);
    await storage.delete('draft|a');
    assert.equal(await storage.get('draft|a'), undefined);
    assert.equal((await storage.entries('draft|')).length, 1);
  });
}
