import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Resource, UseSummary } from '../../contract/index.js';
import type { ResourcesMessages } from '../../i18n/en/resources.js';
import type { CopResourceList } from './resource-list.js';

/** The first words of a Markdown text without its marks. */
const plain = (markdown: string) => markdown.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`>#]+/g, '');

/** Of a kind of language: `en` of `en-GB`. */
const base = (language: string) => language.toLowerCase().split('-')[0];

/** What came of using it: how often it worked, and where it did not. */
export function usesLine(uses: UseSummary, t: ResourcesMessages): TemplateResult {
  if (!uses.total) return html`${t.unused}`;
  const worked = uses.worked + uses.adapted;
  const told = uses.contexts.find(({ outcome }) => outcome === 'failed') ?? uses.contexts[0];
  return html`<b class=${worked * 2 > uses.total ? 'good' : ''}>${t.worked(worked, uses.total)}</b>
    ${told?.context ? html`<bdi>${told.outcome === 'failed' ? t.not(told.context) : told.context}</bdi>` : nothing}`;
}

/** Address of the thing itself: a page elsewhere, or the file that is kept here. */
export function target({ url, file }: Resource, endpoint: string): string | null {
  return file ? new URL(file.url, endpoint).href : url;
}

/** A plain link to the thing itself, named after it for those who hear links one by one. */
export function openLink(host: CopResourceList, resource: Resource): TemplateResult | typeof nothing {
  const href = target(resource, host.cop.endpoint);
  if (!href) return nothing;
  const { t } = host.l;
  const { file, title } = resource;
  const label = `${file ? t.download : t.open}: ${title}${file ? '' : `, ${host.common.t.opensElsewhere}`}`;
  return html`<a
    class="accent open"
    part="open"
    href=${href}
    aria-label=${label}
    download=${file ? file.name : nothing}
    >${file ? t.download : t.open}</a
  >`;
}

/** The quiet line of facts. The language is told where it is not the reader's. */
export function facts(host: CopResourceList, { kind, creator, language, topics }: Resource): TemplateResult {
  const { t, formats } = host.l;
  return html`${host.shows('kind') ? html`<span>${t.kinds[kind]}</span>` : nothing} ${creator && host.shows('creator') ? html`<bdi>${plain(creator)}</bdi>` : nothing}
    ${language && host.shows('language') && base(language) !== base(formats.lang) ? html`<span>${formats.name('language', language)}</span>` : nothing}
    ${(host.shows('topics') ? topics.slice(0, 3) : []).map(({ label }) => html`<bdi>${label}</bdi>`)}`;
}

/** What is said of it before it is opened: who stands for it, whether it needs a look, whether others see it. */
function marks({ l }: CopResourceList, { endorsements: { total }, review, status, createdAt }: Resource): unknown {
  const { t, formats } = l;
  const month = () => formats.date(review.at ?? createdAt, { month: 'long', year: 'numeric' });
  return [status === 'published' ? '' : t.statuses[status], total ? t.endorsedBy(total) : '', review.due ? t.notSince(month()) : ''].map(
    (mark) => (mark ? html`<b part="mark">${mark}</b>` : nothing),
  );
}

/** A resource in the list; `before`: what stands above it. */
export function row(host: CopResourceList, resource: Resource, preload: () => void, before: unknown = nothing): TemplateResult {
  const { id, title, description, uses } = resource;
  if (host.renderItem) return html`<li part="resource">${before} ${host.renderItem(resource)}</li>`;
  const follow = host.url.follow(id);
  const open = (event: MouseEvent) => {
    host.opened = resource;
    follow(event);
  };
  return html`<li class="resource" part="resource">
    ${before} ${host.layout === 'grid' ? host.grid.render((view) => view.cover(resource), bare) : nothing}
    <div class="title" role="heading" aria-level=${host.headingLevel + 1}>
      <a part="title" dir="auto" data-id=${id} href=${host.url.href(id)} @click=${open} @pointerenter=${preload}>${title}</a>
    </div>
    ${host.layout === 'grid' && description && host.shows('excerpt') ? html`<p class="clamp" part="excerpt" dir="auto">${plain(description)}</p>` : nothing}
    ${host.cop.has('uses') && host.shows('uses') ? html`<div class="used" part="uses">${usesLine(uses, host.l.t)}</div>` : nothing}
    <div class="meta" part="meta">${facts(host, resource)} ${marks(host, resource)} ${openLink(host, resource)}</div>
  </li>`;
}

/** The rows of the list, dimmed while they are read anew. */
export const rows = (host: CopResourceList, items: readonly Resource[], refreshing: boolean, preload: () => void): TemplateResult =>
  html`<ul class="rows ${host.layout}" part="list" aria-busy=${refreshing}>
    ${repeat(
      items,
      (r) => r.id,
      (r) => row(host, r, preload, host.bulk?.box(r)),
    )}
  </ul>`;

/** Where nothing needs to stand meanwhile. */
export const bare = (): TemplateResult => html``;
/** What is chosen, before its names are there. */
export const chosenSoon = (): TemplateResult => html`<div class="chosen"></div>`;
/** A row before it is known. */
export const bone = (): TemplateResult => html`<div class="resource"><span class="bone title"></span><span class="bone meta"></span></div>`;

/** Where there is nothing: what to do. */
export function nothingHere(list: CopResourceList): TemplateResult {
  const { t } = list.l;
  const suggest = () => list.suggest(list.q.trim());
  return html`<div class="empty" part="empty">
    <p>${list.filtered ? t.emptyFound : t.emptyAll}</p>
    ${list.canTry('suggest') ? html`<button type="button" @click=${suggest}>${t.suggest}</button>` : nothing}
    ${list.filtered ? list.missing.render((view) => view.nothing(list.meant), bare) : nothing}
  </div>`;
}
