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
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode)) yield node;
}

/**
 * The provider an element belongs to: the named one; else the nearest around it; else the only one of the page,
 * wherever it stands. Null where that is none, or where several leave it open.
 */
export function findProvider(element: Element, name: string): CommunityProvider | null {
  const all = [...providers];
  if (name) return all.find((p) => p.name === name) ?? null;
  for (const node of ancestors(element)) {
    const around = all.find((p) => p === node);
    if (around) return around;
  }
  return all.length === 1 ? (all[0] ?? null) : null;
}
