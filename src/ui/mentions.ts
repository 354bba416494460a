import type { ObjectRef } from '../contract/index.js';
import { OpenEvent } from '../community/events.js';
import { findOpener, itemAddress } from '../community/openers.js';
import type { CopElement } from './cop-element.js';

const refOf = (link: HTMLAnchorElement): ObjectRef => ({
  type: 'member',
  id: link.dataset['member'] ?? '',
  title: (link.textContent ?? '').replace(/^@/, ''),
  url: null,
});

/**
 * Leads from the people named in a text (`[@Anna Ek](member:…)`) to where the page shows members, and plain text to nobody where it
 * shows none. Called at every render, since elements that show members come and go.
 */
export function placeMentions(links: readonly HTMLAnchorElement[], host: CopElement | undefined): void {
  const cop = host?.found.value;
  if (!cop) return;
  for (const link of links) {
    const ref = refOf(link);
    const href = findOpener('member', cop.name)?.href(ref.id) ?? itemAddress(cop.itemUrl, ref, cop.name);
    if (!href) link.removeAttribute('href');
    else if (link.getAttribute('href') !== href) link.href = href;
    link.onclick = (event) => follow(event, ref, host);
  }
}

/** Opens them in the element of the page that shows members, unless the page takes it over; new tabs are the browser’s. */
function follow(event: MouseEvent, ref: ObjectRef, host: CopElement): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const opener = host.dispatchEvent(new OpenEvent(ref)) ? findOpener('member', host.cop.name) : null;
  if (opener === undefined) return;
  event.preventDefault();
  opener?.open(ref.id);
}
