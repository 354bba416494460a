import { html, nothing, type TemplateResult } from 'lit';
import type { QuestionSummary } from '../../contract/index.js';
import { byline } from '../../ui/person.js';
import { when } from '../../ui/time.js';
import type { CopAskTheCommunity } from './ask-the-community.js';

/** A question in the list: its title first, then what tells whether it helps. */
export function questionRow(host: CopAskTheCommunity, q: QuestionSummary): TemplateResult {
  const { l, url } = host;
  const { t } = l;
  return html`<li class="question" part="question">
      <div class="score" part="score"><b>${l.formats.number(q.score, Math.abs(q.score) > 9999 ? { notation: 'compact' } : {})}</b><small>${t.votes(q.score)}</small></div>
      <div class="title" role="heading" aria-level=${host.headingLevel + 1}>
        <a part="title" id="row-${q.id}" dir="auto" href=${url.href(q.id)} @click=${url.follow(q.id)} @pointerenter=${host.thread.preload}>${q.title}</a>
      </div>
      <p class="clamp" part="excerpt" dir="auto">${q.excerpt}</p>
      <div class="meta" part="meta">
        ${q.kind ? html`<span class="accent">${t.kinds[q.kind]}</span>` : nothing}
        <span class=${q.answerCount ? (q.acceptedAnswerId ? 'good answered' : 'good') : ''}>${t.answers(q.answerCount)}</span>
        ${q.uses.total ? html`<span>${t.worked(q.uses.worked + q.uses.adapted, q.uses.total)}</span>` : nothing}
        <span>${byline(q.author, host.common.t)}, ${when(l.formats, q.createdAt)}</span>
      </div>
    </li>`;
}
