import { html, nothing, type TemplateResult } from 'lit';
import type { Member } from '../../contract/index.js';
import { avatar } from '../../ui/person.js';
import { factsLine, marks } from '../../ui/person-facts.js';
import { whereabouts } from '../../ui/whereabouts.js';
import type { CopMemberDirectory } from './member-directory.js';

/** Topics a row shows of each kind; the profile has all. Rows stay small however much someone offers. */
const OFFERS = 4;
const NEEDS = 2;

function topics(host: CopMemberDirectory, { offers, needs }: Member): TemplateResult | typeof nothing {
  const { t } = host.l;
  const soft = host.shows('offers') ? offers.slice(0, OFFERS) : [];
  const outlined = host.shows('needs') ? needs.slice(0, NEEDS) : [];
  const rest = (host.shows('offers') ? offers.length : 0) + (host.shows('needs') ? needs.length : 0) - soft.length - outlined.length;
  if (!soft.length && !outlined.length) return nothing;
  const item = (text: string, kind = '') => html`<li class="tag ${kind}" part="topic" dir="auto">${text}</li>`;
  return html`<ul class="tags" part="topics" aria-label=${soft.length ? t.offers : nothing}>
    ${soft.map((topic) => item(topic.label))}${outlined.map((topic) => item(t.needs(topic.label), 'need'))}
    ${rest > 0 ? html`<li class="hint">${t.andMore(rest)}</li>` : nothing}
  </ul>`;
}

/** A member in the list: who, where and when there, what they offer and need. */
export function memberRow(host: CopMemberDirectory, member: Member): TemplateResult {
  const { l, url } = host;
  const { id, name, headline, reasons } = member;
  const box = host.bulk?.box(member);
  if (host.renderItem) return html`<li part="member">${box} ${host.renderItem(member)}</li>`;
  const place = host.shows('place') ? whereabouts(member, l.t, l.formats) : [];
  const facts = [host.shows('headline') ? headline : '', ...place].filter(Boolean);
  return html`<li class="member" part="member">
    ${box} ${host.shows('avatar') ? avatar(member) : nothing}
    <div class="about">
      <div class="title" role="heading" aria-level=${Math.min(6, host.headingLevel + 1)}>
        <a part="name" data-id=${id} href=${url.href(id)} @click=${url.follow(id)} @pointerenter=${host.profile.preload}><bdi>${name}</bdi></a
        >${marks(member, { t: l.t, common: host.common.t })}
      </div>
      ${factsLine(facts)}
      ${reasons ? host.reasons.render((view) => view.reasons(member, host)) : topics(host, member)}
    </div>
  </li>`;
}

/** Where nobody is: what to do about it. */
export function emptyDirectory(host: CopMemberDirectory, filtered: boolean): TemplateResult {
  const { t } = host.l;
  const me = host.cop.session?.member?.id;
  return html`<div class="empty" part="empty">
    <p>${!filtered ? t.emptyAll : host.mode && host.q.trim() ? t.emptyHelp[host.mode] : t.emptyFound}</p>
    ${filtered ? html`<button type="button" @click=${() => host.clear()}>${host.common.t.clearFilters}</button>` : nothing}
    ${me && !filtered ? html`<a class="button" href=${host.url.href(me)} @click=${host.url.follow(me)}>${t.beFirst}</a>` : nothing}
  </div>`;
}
