import type { Community } from './community.js';

/** A `<cop-community>` that stands in the page. */
export interface CommunityProvider extends Element {
  /** What elements name it by. */
  readonly name: string;
  readonly value: Community | null;
}

const providers = new Set<CommunityProvider>();
const listeners = new Set<() => void>();

const changed = () => listeners.forEach((listener) => listener());

/** A provider has come, gone, or changed its endpoint. */
export function announce(provider: CommunityProvider, present: boolean): void {
  if (present) providers.add(provider);
  else providers.delete(provider);
  changed();
}

/** Tells when the providers of the page change; the returned function ends it. */
export function onProvidersChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Up through slots and shadow roots. */
function* ancestors(element: Element): Generator<Node> {
  for (
    let node: Node | null = element;
    node;
    node = node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode)
  )
    yield node;
}

/** Why there is no provider: for the notice to the editor. `pending`: it is in the page, but its script is still to come. */
export type Missing = 'no-community' | 'unknown-community' | 'several-communities' | 'pending';

const isPending = (node: Node | null): boolean =>
  node instanceof Element && node.localName === 'cop-community' && node.matches(':not(:defined)');
const orPending = (missing: Missing): Missing => (document.querySelector('cop-community:not(:defined)') ? 'pending' : missing);

/**
 * The provider an element belongs to: the named one; else the nearest around it; else the only one of the page,
 * wherever it stands. Several of one endpoint count as one.
 */
export function findProvider(element: Element, name: string): CommunityProvider | Missing {
  const all = [...providers];
  if (name) return all.find((p) => p.name === name) ?? orPending('unknown-community');
  for (const node of ancestors(element)) {
    const around = all.find((p) => p === node);
    if (around) return around;
    if (isPending(node)) return 'pending';
  }
  const [first] = all;
  if (!first) return orPending('no-community');
  return all.every(({ value }) => value === first.value) ? first : 'several-communities';
}
