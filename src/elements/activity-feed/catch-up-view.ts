import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Activity, CatchUp, CatchUpSeen } from '../../contract/index.js';
import { getCatchUp, markSeen } from '../../data/catch-up.js';
import { Problem } from '../../data/problem.js';
import catchUp from '../../i18n/en/catch-up.js';
import { Localize } from '../../i18n/localize.js';
import { activitySentence, groupActivities, type ActivityGroup } from '../../ui/activity-sentence.js';
import { avatar } from '../../ui/person.js';
import { failure, heading } from '../../ui/states.js';
import { when } from '../../ui/time.js';
import { View } from '../../ui/view.js';
import type { CopActivityFeed } from './activity-feed.js';
import { dayOf } from './day.js';

const PARTS = ['mention', 'yours', 'other'] as const;
type Part = (typeof PARTS)[number];
const partOf = ({ forYou }: Activity): Part => forYou ?? 'other';

/**
 * What happened since everything was seen, as a list that one can finish: what names the reader or is about what they wrote comes
 * first, what was seen goes, and at the end it says so. It doesn't grow while it is read; the endpoint keeps how far one has come.
 */
export class CatchUpView extends View<CopActivityFeed> {
  static override styles = css`
    .back {
      margin-inline-start: -0.7em;
      margin-block-end: 0.5em;
    }
    .back::before {
      content: '‹' / '';
    }
    .round > .meta {
      margin-block: 0.25em 0.75em;
    }
    .round .part {
      margin-block: 1.25em 0.25em;
      font-weight: 600;
    }
    .round .act {
      padding-block: calc(0.85 * var(--_space));
      border-block-end: 1px solid var(--_line);
    }
    .round .act:last-child {
      border-block-end: 0;
    }
    .round .act:focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
      border-radius: var(--_radius);
    }
    .round .act .small {
      margin-inline: auto -0.6em;
    }
    .round .clamp {
      -webkit-line-clamp: 3;
    }
    .finished {
      padding-block: 2em;
      text-align: center;
      text-wrap: balance;
    }
    .finished .heading {
      outline: none;
    }
    @media (pointer: coarse) {
      .keys {
        display: none;
      }
    }
  `;
  readonly l = new Localize(this.host, 'catch-up', catchUp);
  #round: CatchUp | null = null;
  #problem: Problem | null = null;
  #asking = false;
  #failed = false;
  /** Where one is: the act that has the focus, by its group. */
  #at = '';
  /** Marks go one after the other, and what is marked is not shown again by an answer that is older. */
  #sending: Promise<unknown> = Promise.resolve();
  #marked = new Set<string>();
  /** What is still to be told. */
  #untold: CatchUpSeen | null = null;
  #events: AbortController | undefined;

  constructor(override readonly host: CopActivityFeed) {
    super(host);
  }

  hostDisconnected(): void {
    this.#events?.abort();
  }

  /** What happens while someone reads moves nothing; at the end it is counted. */
  #listen(): void {
    this.#events?.abort();
    const { signal } = (this.#events = new AbortController());
    this.host.cop.addEventListener('activity', () => void this.#count(), { signal });
  }

  async #count(): Promise<void> {
    const round = this.#round;
    if (!round || round.items.length) return;
    const next = await this.host.cop.read(getCatchUp(), true).catch(() => null);
    if (!next || this.#round !== round) return;
    this.#round = { ...round, later: next.total };
    this.host.requestUpdate();
  }

  /** Begins, or goes on, from what the endpoint knows. */
  async begin(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    this.#problem = null;
    this.#round = null;
    try {
      this.#listen();
      await this.#sending;
      this.#round = await this.host.cop.read(getCatchUp(), true);
      this.#marked.clear();
    } catch (error) {
      this.#problem = Problem.from(error);
    }
    this.#asking = false;
    this.#focus('.round .heading');
  }

  show(): TemplateResult {
    const { host, l } = this;
    const back = html`<button type="button" class="quiet back" part="back" @click=${this.#leave}>${l.t.back}</button>`;
    if (this.#problem) return html`${back} ${failure(host.common.t, this.#problem, () => void this.begin())}`;
    if (!this.#round) {
      if (!this.#asking) void this.begin();
      return html`${back} <p class="empty" role="status">${host.common.t.loading}</p>`;
    }
    return html`${back} ${this.#render(this.#round)}`;
  }

  #leave = (): void => {
    this.#events?.abort();
    this.#round = null;
    // What is left is counted anew.
    void this.#sending.then(() => this.host.cop.refreshSession()).catch(() => undefined);
    this.host.showList('catch-up');
  };

  #groups(part: Part): ActivityGroup[] {
    return groupActivities((this.#round?.items ?? []).filter((item) => partOf(item) === part));
  }

  #render(round: CatchUp): TemplateResult {
    const { host, l } = this;
    if (!round.items.length) return this.#renderEnd(round);
    const all = PARTS.flatMap((part) => this.#groups(part));
    if (!all.some(({ id }) => id === this.#at)) this.#at = all[0]?.id ?? '';
    return html`<section class="round" part="catch-up" aria-labelledby="catch-up-title" @keydown=${this.#onKey}>
      <div class="heading" part="heading" id="catch-up-title" role="heading" aria-level=${host.headingLevel} tabindex="-1">
        ${l.t.title(round.total, dayOf(l.formats, round.since))}
      </div>
      <p class="meta">
        <span class="keys">${l.t.keys}</span> <button type="button" class="push" part="all-seen" @click=${this.#all}>${l.t.allSeen}</button>
      </p>
      ${this.#failed ? html`<p class="notice wrong" part="notice" role="alert">${l.t.failed}</p>` : nothing}
      ${PARTS.map((part) => this.#renderPart(part))}
    </section>`;
  }

  #renderPart(part: Part): unknown {
    const { host, l } = this;
    const groups = this.#groups(part);
    if (!groups.length) return nothing;
    return html`${heading(host.headingLevel + 1, l.t.parts[part], 'part')}
      <ul class="told-ones" aria-label=${l.t.parts[part]}>
        ${repeat(
          groups,
          ({ id }) => id,
          (group) => this.#renderGroup(group),
        )}
      </ul>`;
  }

  #renderGroup(group: ActivityGroup): TemplateResult {
    const { host, l } = this;
    const [newest] = group.items;
    const { actor, source, summary } = newest;
    const options = { t: host.l.t, common: host.common.t };
    const id = `catch-up-${group.id}`;
    return html`<li class="act" part="activity" id=${id} data-group=${group.id} tabindex=${group.id === this.#at ? 0 : -1} @focus=${() => this.#move(group.id)}>
      ${avatar(actor ?? { name: source?.name ?? '', avatarUrl: null })}
      <div class="told">
        <p part="sentence" id="${id}-told" dir="auto">${activitySentence(group, { ...options, name: host.link })}</p>
        ${summary ? html`<p class="clamp" part="summary" dir="auto">${summary}</p>` : nothing}
        <div class="meta" part="meta">
          ${when(host.l.formats, newest.published)}
          <button type="button" class="small" part="seen" id="${id}-seen" aria-labelledby="${id}-seen ${id}-told" @click=${() => this.#mark([group])}>
            ${l.t.seen}
          </button>
        </div>
      </div>
    </li>`;
  }

  #renderEnd({ until, later }: CatchUp): TemplateResult {
    const { host, l } = this;
    return html`<section class="round finished" part="catch-up">
      <div class="heading" part="heading" role="heading" aria-level=${host.headingLevel} tabindex="-1">${l.t.done}</div>
      <p class="hint">${l.t.doneUntil(l.formats.date(until, { dateStyle: 'medium', timeStyle: 'short' }))} ${later ? l.t.later(later) : l.t.nothingLater}</p>
      <p><button type="button" part="again" @click=${() => void this.begin()}>${l.t.next}</button></p>
    </section>`;
  }

  /** One tab stop for the list; the keys act within it alone. */
  #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).matches('input, textarea, select')) return;
    const rows = [...this.host.renderRoot.querySelectorAll<HTMLElement>('.round [data-group]')];
    const at = rows.findIndex((row) => row.contains(event.target as Node));
    const { key } = event;
    const next = key === 'j' || key === 'ArrowDown' ? at + 1 : key === 'k' || key === 'ArrowUp' ? at - 1 : null;
    if (next !== null) rows[Math.max(0, Math.min(rows.length - 1, next))]?.focus();
    else if (key === 'x' && at >= 0) {
      const id = rows[at]?.dataset['group'];
      this.#mark(PARTS.flatMap((part) => this.#groups(part)).filter((group) => group.id === id));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #move(id: string): void {
    if (this.#at === id) return;
    this.#at = id;
    this.host.requestUpdate();
  }

  #all = (): void => {
    const round = this.#round;
    if (!round) return;
    this.#round = { ...round, items: [], total: 0 };
    this.#send({ until: round.until, seen: [], all: true });
    this.host.announce(this.l.t.done);
    this.#focus('.round .heading');
  };

  #mark(groups: readonly ActivityGroup[]): void {
    const round = this.#round;
    const ids = groups.flatMap(({ items }) => items.map(({ id }) => id));
    if (!round || !ids.length) return;
    const rows = [...this.host.renderRoot.querySelectorAll<HTMLElement>('.round [data-group]')].map((row) => row.dataset['group'] ?? '');
    const gone = new Set(groups.map(({ id }) => id));
    const first = rows.findIndex((id) => gone.has(id));
    const next = rows.slice(first).find((id) => !gone.has(id)) ?? rows.slice(0, first).at(-1);
    for (const id of ids) this.#marked.add(id);
    const items = round.items.filter(({ id }) => !this.#marked.has(id));
    this.#round = { ...round, items, total: round.total - (round.items.length - items.length) };
    this.#send({ until: round.until, seen: ids, all: false });
    this.host.announce(this.#round.total ? this.l.t.left(this.#round.total) : this.l.t.done);
    this.#focus(next ? `[data-group='${CSS.escape(next)}']` : '.round .heading');
  }

  /** On screen at once; put right by the answer, which another device may have changed as well. Quick presses are told together. */
  #send(seen: CatchUpSeen): void {
    this.#failed = false;
    this.#untold = { ...seen, seen: [...(this.#untold?.seen ?? []), ...(seen.seen ?? [])] };
    this.#sending = this.#sending.then(() => this.#tell());
  }

  async #tell(): Promise<void> {
    const told = this.#untold;
    if (!told) return;
    this.#untold = null;
    try {
      const sent = await this.host.cop.write(markSeen(told));
      if (sent.state !== 'sent') return;
      const { items, ...round } = sent.answer;
      const left = items.filter(({ id }) => !this.#marked.has(id));
      this.#round = { ...round, total: round.total - (items.length - left.length), items: left };
    } catch {
      for (const id of told.seen ?? []) this.#marked.delete(id);
      this.#failed = true;
      this.#round = await this.host.cop.read(getCatchUp(), true).catch(() => this.#round);
    }
    this.host.requestUpdate();
  }

  #focus(selector: string): void {
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}
