import type { ActivityEvent } from '../../community/events.js';
import type { CopElement } from '../../ui/cop-element.js';

/** How many resources others have added since the list was read. */
export class Arrivals {
  count = 0;
  #events: AbortController | undefined;

  constructor(private readonly host: CopElement) {}

  /** Begins anew: the element has another community, or none. */
  begin(): void {
    this.#events?.abort();
    this.count = 0;
    const { value } = this.host.found;
    if (!value) return;
    const { signal } = (this.#events = new AbortController());
    const onActivity = (event: Event) => {
      const { type, actor } = (event as ActivityEvent).activity;
      if (type !== 'added' || actor?.id === value.session?.member?.id) return;
      this.count += 1;
      this.host.requestUpdate();
    };
    value.addEventListener('activity', onActivity, { signal });
  }
}
