import { expect, fixture } from '@open-wc/testing';
import { html, render } from 'lit';
import { repeat } from '../../scripts/lean/repeat.js';

const show = (box: HTMLElement, keys: readonly string[]) =>
  render(
    html`<ul>
      ${repeat(
        keys,
        (key) => key,
        (key, i) => html`<li>${key}${i}</li>`,
      )}
    </ul>`,
    box,
  );
const rows = (box: HTMLElement) => [...box.querySelectorAll('li')];

/** The same numbers on every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let n = seed; ;) yield (n = (n * 1103515245 + 12345) % 2147483648);
}

describe('repeat() of dist/browser', () => {
  it('shows every list after every other, and keeps the row of each key', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const next = numbers(7);
    let before = new Map<string, Element>();
    for (let round = 0; round < 400; round++) {
      const pool = [...'abcdefghij'].map((key) => [next.next().value, key] as const).sort(([a], [b]) => a - b);
      const keys = pool.slice(0, next.next().value % 11).map(([, key]) => key);
      show(box, keys);
      expect(rows(box).map((row) => row.textContent)).to.deep.equal(keys.map((key, i) => key + i));
      const now = new Map(keys.map((key, i) => [key, rows(box)[i] as Element]));
      for (const [key, row] of now) if (before.has(key)) expect(row, `round ${round}`).to.equal(before.get(key));
      before = now;
    }
  });

  it('leaves rows where they are when one comes before them, so that focus stays', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    show(box, ['b', 'c']);
    let moved = 0;
    const observer = new MutationObserver((changes) => (moved += changes.filter(({ removedNodes }) => removedNodes.length).length));
    observer.observe(box, { childList: true, subtree: true });
    show(box, ['a', 'b', 'c']);
    await Promise.resolve();
    expect(moved).to.equal(0);
  });

  it('shows a key twice where a list has it twice, and once again after that', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    for (const keys of ['aba', 'bab', 'ab', 'bb', '', 'aa', 'a']) {
      show(box, [...keys]);
      expect(rows(box).map((row) => row.textContent)).to.deep.equal([...keys].map((key, i) => key + i));
    }
  });
});
