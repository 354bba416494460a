import type { ObjectRef } from '../contract/index.js';

/** An element of the page that can show one kind of thing: the question list shows questions. */
export interface Opener {
  readonly noun: ObjectRef['type'];
  /** Name of its community, once it has one. */
  readonly communityName: string | undefined;
  /** The element itself, where the opener is one. */
  readonly element?: HTMLElement;
  /** Address that opens the thing in it. */
  href(id: string): string;
  /** Shows the thing in place. */
  open(id: string): void;
}

const openers = new Set<Opener>();
const listeners = new Set<() => void>();
const changed = () => listeners.forEach((listener) => listener());

/** Tells the page that an opener is there; the returned function, that it has gone. */
export function registerOpener(opener: Opener): () => void {
  openers.add(opener);
  changed();
  return () => {
    openers.delete(opener);
    changed();
  };
}

/** The first element of a community on the page that shows things of this kind. */
export const findOpener = (noun: ObjectRef['type'], communityName: string): Opener | undefined =>
  [...openers].find((opener) => opener.noun === noun && opener.communityName === communityName);

/** Tells when openers come and go; the returned function ends it. */
export function onOpenersChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where the host shows things: an address with `{type}`, `{community}`, `{id}` and `{item}`, or a function. */
export type ItemAddress = string | ((ref: ObjectRef) => string | null);

/** The parameter by which an element opens a thing, such as `cop-ask`. */
export const paramOf = (noun: ObjectRef['type']): string => `cop-${noun === 'question' ? 'ask' : noun}`;

/** Address of a thing on the host’s pages; null where the host names none. */
export function itemAddress(address: ItemAddress | undefined, ref: ObjectRef, communityName: string): string | null {
  if (!address) return null;
  if (typeof address === 'function') return address(ref);
  const item = new URLSearchParams({ [paramOf(ref.type)]: `${communityName}/${ref.id}` }).toString();
  const values: Record<string, string> = {
    // They stand among the resources, on the same page.
    type: ['collection', 'request'].includes(ref.type) ? 'resource' : ref.type,
    community: encodeURIComponent(communityName),
    id: encodeURIComponent(ref.id),
    item,
  };
  return address.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
