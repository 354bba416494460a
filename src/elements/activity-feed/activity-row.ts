import { html, nothing, type TemplateResult } from 'lit';
import type { Activity, ReactionKind } from '../../contract/index.js';
import { activitySentence, namesSource, type ActivityGroup } from '../../ui/activity-sentence.js';
import { avatar } from '../../ui/person.js';
import { licenceLink, sourceLine } from '../../ui/source.js';
import { when } from '../../ui/time.js';
import type { CopActivityFeed } from './activity-feed.js';

const KINDS: readonly ReactionKind[] = ['thanks', 'insight', 'celebrate'];

const face = ({ actor, source }: Activity): TemplateResult => avatar(actor ?? { name: source?.name ?? '', avatarUrl: null });

/** One row: an act, or several that read as one and can be unfolded. */
export function activityRow(feed: CopActivityFeed, group: ActivityGroup): TemplateResult {
  if (feed.renderItem) return html`<li part="activity" id="act-${group.id}" tabindex="-1">${feed.renderItem(group.items)}</li>`;
  const [newest, ...others] = group.items;
  if (others.length === 0)
    return html`<li class="act" part="activity" id="act-${group.id}" tabindex="-1">${single(feed, newest, sentence(feed, group))}</li>`;
  const { t } = feed.l;
  const open = feed.isOpen(group.id);
  return html`<li class="act" part="activity" id="act-${group.id}" tabindex="-1">
    ${face(newest)}
    <div class="told">
      <p part="sentence" dir="auto">${sentence(feed, group)}</p>
      <div class="meta" part="meta">
        ${when(feed.l.formats, newest.published)}
        <button type="button" class="small" part="unfold" aria-expanded=${open} @click=${() => feed.toggle(group.id)}>${open ? t.fewer : t.all(group.items.length)}</button>
      </div>
      ${open ? html`<ul class="inner" part="group">${group.items.map((item) => html`<li class="act">${single(feed, item, who(feed, item))}</li>`)}</ul>` : nothing}
    </div>
  </li>`;
}

const sentence = (feed: CopActivityFeed, of: Activity | ActivityGroup) =>
  activitySentence(of, { t: feed.l.t, common: feed.common.t, name: feed.link });

/** Within a group the sentence above has told the rest. */
const who = (feed: CopActivityFeed, { actor, source }: Activity) =>
  actor
    ? feed.link({ type: 'member', id: actor.id, title: actor.name, url: actor.url }, actor.name)
    : (source?.name ?? feed.common.t.somebody);

function single(feed: CopActivityFeed, item: Activity, told: unknown): TemplateResult {
  const { actor, summary, source } = item;
  const { t } = feed.common;
  return html`${face(item)}
    <div class="told">
      <p part="sentence" dir="auto">${told}</p>
      ${summary && feed.shows('summary') ? html`<p class="clamp" part="summary" dir="auto">${summary}</p>` : nothing}
      ${item.link && feed.shows('link') ? html`<div class="link">${feed.news?.card(item.link)}</div>` : nothing}
      <div class="meta" part="meta">
        ${when(feed.l.formats, item.published)} ${actor?.demo && !/demo/i.test(actor.name) ? html`<span>${t.demo}</span>` : nothing} ${reactions(feed, item)}
        ${source && namesSource(item) ? html`<span class="hint" part="source">${licenceLink(source)}</span>` : sourceLine(source, t)}
      </div>
      ${feed.notices(`react-${item.id}`)}
    </div>`;
}

/** Those that were given, and on request those that could be. */
function reactions(feed: CopActivityFeed, item: Activity): unknown {
  if (!feed.cop.has('reactions') || !feed.shows('reactions')) return nothing;
  const { t, formats } = feed.l;
  const may = feed.canTry('react');
  const open = may && feed.isReacting(item.id);
  const given = KINDS.map((kind) => ({ kind, count: 0, mine: false, ...item.reactions.find((r) => r.kind === kind) })).filter(
    ({ count }) => open || count > 0,
  );
  const count = (n: number) => (n ? html`<b>${formats.number(n)}</b>` : nothing);
  return html`<span class="reactions" part="reactions" id="react-${item.id}">
    ${given.map(({ kind, count: n, mine }) =>
      may
        ? html`<button type="button" class="small chip" part="reaction" aria-pressed=${mine} @click=${() => feed.react(item.id, kind, !mine)}>${t.reactions[kind]} ${count(n)}</button>`
        : html`<span part="reaction">${t.reactions[kind]} ${count(n)}</span>`,
    )}
    ${may && !open && given.length < KINDS.length ? html`<button type="button" class="small quiet" part="react" @click=${() => feed.startReacting(item.id)}>${t.react}</button>` : nothing}
  </span>`;
}

/** A row that is still to come, of its final size. */
export const bone = (): TemplateResult =>
  html`<div class="act"><span class="avatar bone"></span><div class="told"><p class="bone"></p><p class="bone"></p><div class="meta"></div></div></div>`;

/** The feeds for readers. */
export function ways(feed: CopActivityFeed): unknown {
  if (feed.hides('foot')) return nothing;
  const { t } = feed.l;
  const { http } = feed.cop;
  return html`<p class="ways no-print" part="footer">
    ${t.follow} <a href=${http.url('/feed.rss').href} type="application/rss+xml">${t.rss}</a> <a href=${http.url('/feed.json').href} type="application/feed+json">${t.json}</a>
  </p>`;
}
