import type { CopElement } from './cop-element.js';
import type { Help } from './help.js';

const ROWS = '.rows:not([aria-hidden]) > li:not([part~=divider]), [part~=answer]';
const NEW = '[part~=ask], [part~=suggest], [part~=write], [part~=answer-form] textarea, form textarea';

const find = (host: CopElement, selector: string): HTMLElement[] =>
  [...host.renderRoot.querySelectorAll<HTMLElement>(selector)].filter((node) => node.checkVisibility());

/** The first thing of a row that takes the focus, or the row. */
const targetOf = (row: HTMLElement): HTMLElement =>
  row.matches('[tabindex]') ? row : (row.querySelector<HTMLElement>('a, button, [tabindex]') ?? row);

const helps = new WeakMap<CopElement, Help>();

/** What a key does here; `when` tells whether it does anything now. */
interface Key {
  key: string;
  word: 'next' | 'previous' | 'open' | 'back' | 'search' | 'fresh' | 'keys';
  when: (host: CopElement) => boolean;
  act: (host: CopElement) => void;
}

function step(host: CopElement, by: 1 | -1): void {
  const rows = find(host, ROWS);
  const { activeElement } = host.renderRoot as ShadowRoot;
  const now = rows.findIndex((row) => row.contains(activeElement));
  const row = rows[now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, now + by))];
  if (!row) return;
  const target = targetOf(row);
  target.focus();
  row.scrollIntoView({ block: 'nearest' });
}

const press = (selector: string) => (host: CopElement) => {
  const [target] = find(host, selector);
  if (target?.matches('input, textarea')) target.focus();
  else target?.click();
};
const there = (selector: string) => (host: CopElement) => find(host, selector).length > 0;

/** All keys, in the order in which help tells them. */
export const KEYS: readonly Key[] = [
  { key: 'j', word: 'next', when: there(ROWS), act: (host) => step(host, 1) },
  { key: 'k', word: 'previous', when: there(ROWS), act: (host) => step(host, -1) },
  {
    key: 'o',
    word: 'open',
    when: there('.rows a'),
    act: (host) => {
      const { activeElement } = host.renderRoot as ShadowRoot;
      const row = activeElement?.closest('li');
      const link = activeElement?.matches('a')
        ? (activeElement as HTMLElement)
        : row?.querySelector<HTMLElement>('a[part~=title], a[part~=name], a[part~=link], a');
      link?.click();
    },
  },
  { key: 'u', word: 'back', when: there('[part~=back], .back'), act: press('[part~=back], .back') },
  { key: '/', word: 'search', when: there('.search'), act: press('.search') },
  { key: 'n', word: 'fresh', when: there(NEW), act: press(NEW) },
  { key: '?', word: 'keys', when: () => true, act: (host) => void help(host) },
];

/** Opens the list of keys. */
export async function help(host: CopElement): Promise<void> {
  const { Help } = await import('./help.js');
  const view = helps.get(host) ?? new Help(host);
  helps.set(host, view);
  view.open();
}

/** Does what a key of ours does, if it does anything now. */
export function onKey(host: CopElement, key: string): void {
  const found = KEYS.find((one) => one.key === key);
  if (found?.when(host)) found.act(host);
}
