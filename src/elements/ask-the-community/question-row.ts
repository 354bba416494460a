import { html, nothing, type TemplateResult } from 'lit';
import type { QuestionSummary } from '../../contract/index.js';
import { byline } from '../../ui/person.js';
import { when } from '../../ui/time.js';
import type { CopAskTheCommunity } from './ask-the-community.js';

/** A question in the list: its title first, then what tells whether it helps. */
export function questionRow(host: CopAskTheCommunity, q: QuestionSummary): TemplateResult {
  const { l, url } = host;
  const { t } = l;
  if (host.renderItem && !host.bulk) return html`<li part="question">${host.renderItem(q)}</li>`;
  const { asked } = q.viewer;
  return html`<li class="question" part="question">
      ${host.bulk?.box(q) ?? (host.shows('score') ? html`<div class="score" part="score"><b>${l.formats.number(q.score, Math.abs(q.score) > 9999 ? { notation: 'compact' } : {})}</b><small>${t.votes(q.score)}</small></div>` : nothing)}
      <div class="title" role="heading" aria-level=${host.headingLevel + 1}>
        <a part="title" id="row-${q.id}" dir="auto" href=${url.href(q.id)} @click=${url.follow(q.id)} @pointerenter=${host.thread.preload}>${q.title}</a>
      </div>
      ${host.shows('excerpt') ? html`<p class="clamp" part="excerpt" dir="auto">${q.excerpt}</p>` : nothing}
      ${
        host.waitsFor === 'forMe' && asked
          ? host.ladder.render(
              (view) => view.why(asked),
              () => html`<p class="why-room"></p>`,
            )
          : nothing
      }
      <div class="meta" part="meta">
        ${q.kind && host.shows('kind') ? html`<span class="accent">${t.kinds[q.kind]}</span>` : nothing}
        ${host.shows('answers') ? html`<span class=${q.answerCount ? (q.acceptedAnswerId ? 'good answered' : 'good') : ''}>${t.answers(q.answerCount)}</span>` : nothing}
        ${q.closedAt ? html`<span part="closed">${t.closed}</span>` : nothing}
        ${q.uses.total && host.shows('uses') ? html`<span>${t.worked(q.uses.worked + q.uses.adapted, q.uses.total)}</span>` : nothing}
        ${host.shows('author') ? html`<span>${q.anonymous && !q.author ? t.aMember : byline(q.author, host.common.t)}, ${when(l.formats, q.createdAt)}</span>` : nothing}
      </div>
    </li>`;
}

/** Where there is nothing: what to do about it. */
export function emptyList(host: CopAskTheCommunity, clearFilters: () => void): TemplateResult {
  const { t } = host.l;
  const filtered = host.narrowed;
  return html`<div class="empty" part="empty">
      <p>${
        host.waitsFor
          ? host.ladder.render(
              (view) => view.none(),
              () => html``,
            )
          : filtered
            ? t.emptyFound
            : host.about
              ? t.emptyAbout
              : t.emptyAll
      }</p>
      ${filtered ? html`<button type="button" @click=${clearFilters}>${host.common.t.clearFilters}</button>` : nothing}
      ${host.canTry('ask') ? html`<button type="button" @click=${() => host.ask(host.query)}>${t.ask}</button>` : nothing}
    </div>`;
}
