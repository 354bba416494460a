import type { CopElement } from './cop-element.js';

/** How long to wait for what was sent to come back from the endpoint, in ms. */
const PATIENCE = 3000;

const find = ({ renderRoot }: CopElement, id: string) => (renderRoot as ShadowRoot).getElementById(id);

/** Moves focus to a part of the element once it has been rendered. */
export function focusOn(host: CopElement, id: string): void {
  host.requestUpdate();
  void host.updateComplete.then(() => find(host, id)?.focus());
}

/** The same for what the endpoint has yet to show. */
export async function focusWhenThere(host: CopElement, id: string): Promise<void> {
  host.requestUpdate();
  for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) {
    await host.updateComplete;
    const found = find(host, id);
    if (found) return found.focus();
  }
}
