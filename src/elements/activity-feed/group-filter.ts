import { css, html, nothing } from 'lit';
import { QueryController } from '../../controllers/query-controller.js';
import { listGroups } from '../../data/groups.js';
import type { NewsMessages } from '../../i18n/en/news.js';
import { View } from '../../ui/view.js';
import type { CopActivityFeed } from './activity-feed.js';

/** Chooses whose acts are shown: everybody’s, or those of one group. */
export class GroupFilter extends View<CopActivityFeed> {
  static override styles = css`
    .groups > select {
      inline-size: 100%;
    }
  `;
  readonly #groups = new QueryController(
    this.host,
    () => this.host.found.value,
    () => (this.host.cop.info?.counts.groups ? listGroups() : null),
  );

  constructor(
    override readonly host: CopActivityFeed,
    private readonly l: { readonly t: NewsMessages },
  ) {
    super(host);
  }

  override render(): unknown {
    const { value } = this.#groups;
    const t = this.l.t.groups;
    const chosen = this.host.group;
    const items = value.state === 'ready' ? value.data.items : [];
    const choose = (event: Event) => (this.host.group = (event.target as HTMLSelectElement).value);
    // What the page has chosen can be chosen again, also where the list does not have it.
    const others =
      chosen && !items.some(({ name }) => name === chosen) ? html`<option .value=${chosen} selected>${chosen}</option>` : nothing;
    return html`<select class="chip" part="group-filter" aria-label=${t.label} @change=${choose}>
      <option value="" ?selected=${!chosen}>${t.all}</option>
      ${others}
      ${items.map(({ name, count }) => html`<option .value=${name} ?selected=${name === chosen}>${t.one(name, count)}</option>`)}
    </select>`;
  }
}
