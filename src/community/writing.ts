import { Outbox, type OutboxRefusedEvent, type Waiting } from '../data/outbox.js';
import type { Community } from './community.js';
import { RefusedEvent } from './events.js';

/** The outbox of a community: what it comes to shows in the cache, and is told. */
export function openOutbox(community: Community, prefix: string, onChange: (waiting: readonly Waiting[]) => void): Outbox {
  const outbox = new Outbox(community.http, community.storage, prefix, () => community.session?.member?.id ?? null);
  outbox.addEventListener('change', () => {
    onChange(outbox.waiting);
    community.dispatchEvent(new Event('waiting'));
  });
  outbox.addEventListener('sent', () => void community.cache.invalidate());
  outbox.addEventListener('returned', () => {
    community.dispatchEvent(new Event('draft'));
    // What was shown ahead of the answer is put right.
    void community.cache.invalidate();
  });
  outbox.addEventListener('refused', (event) => {
    const { entry, problem } = event as OutboxRefusedEvent;
    community.dispatchEvent(new RefusedEvent(entry.write, problem));
  });
  return outbox;
}
