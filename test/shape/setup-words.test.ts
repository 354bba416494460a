import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORDS } from '../../src/ui/setup-words.js';
import { text } from './source.js';

/** The words in the cell of an attribute, of one element where the cell is parted by elements. */
function documented(attribute: string, element = ''): string[] {
  const [, cell = ''] = new RegExp(`^\\| \`${attribute}\` \\|(.*)\\|$`, 'm').exec(text('docs/embedding.md')) ?? [];
  const own = element ? (new RegExp(`\\b${element}: ([^.]*)`).exec(cell)?.[1] ?? '') : cell;
  return [...own.matchAll(/`([\w-]+)`/g)].map(([, word = '']) => word).sort();
}
const known = (tag: string, attribute: string) => (WORDS[tag]?.[attribute] ?? '').split(' ').sort();

const NAMES = {
  'cop-ask-the-community': 'Questions',
  'cop-resource-list': 'Resources',
  'cop-member-directory': 'Members',
  'cop-activity-feed': 'Feed',
};

test('the words of attributes that elements know are those that editors read of', () => {
  assert.deepEqual(known('all', 'hide'), documented('hide'));
  assert.deepEqual(known('all', 'density'), documented('density'));
  for (const [tag, name] of Object.entries(NAMES)) {
    assert.deepEqual(known(tag, 'filters'), documented('filters', name), `filters of ${tag}`);
    assert.deepEqual(known(tag, 'show'), documented('show', name), `show of ${tag}`);
  }
});
