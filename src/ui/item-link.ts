import { html, type TemplateResult } from 'lit';
import { OpenEvent } from '../community/events.js';
import { findOpener, itemAddress, onOpenersChange } from '../community/openers.js';
import type { ObjectRef } from '../contract/index.js';
import type { CopElement } from './cop-element.js';

/** Opens it in the element of the page that shows such things, unless the page takes it over; new tabs are the browser’s. */
function follow(host: CopElement, ref: ObjectRef, event: MouseEvent): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const opener = host.dispatchEvent(new OpenEvent(ref)) ? findOpener(ref.type, host.cop.name) : null;
  if (opener === undefined) return;
  event.preventDefault();
  opener?.open(ref.id);
}

/** A thing of the community by its name: a link where something of the page or of its site shows it. */
export function itemLink(host: CopElement, ref: ObjectRef, text: string): TemplateResult {
  const name = html`<bdi>${text}</bdi>`;
  const href = findOpener(ref.type, host.cop.name)?.href(ref.id) ?? itemAddress(host.cop.itemUrl, ref, host.cop.name) ?? ref.url;
  return href
    ? html`<a class="item" part="item" href=${href} @click=${(e: MouseEvent) => follow(host, ref, e)}>${name}</a>`
    : html`<b>${name}</b>`;
}

/** Renders again when elements that show things come and go, so that links to them do. */
export function followOpeners(host: CopElement): void {
  let stop: (() => void) | undefined;
  host.addController({
    hostConnected: () => (stop = onOpenersChange(() => host.requestUpdate())),
    hostDisconnected: () => stop?.(),
  });
}
