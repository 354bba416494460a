import { html, nothing, type TemplateResult } from 'lit';
import type { Member } from '../../contract/index.js';
import type { CommonMessages } from '../../i18n/en/common.js';
import type { MembersMessages } from '../../i18n/en/members.js';
import type { Formats } from '../../i18n/formats.js';
import { avatar } from '../../ui/person.js';
import { factsLine, marks } from '../../ui/person-facts.js';
import { whereabouts } from '../../ui/whereabouts.js';

/** Topics a row shows of each kind; the profile has all. Rows stay small however much someone offers. */
const OFFERS = 4;
const NEEDS = 2;

interface Words {
  t: MembersMessages;
  common: CommonMessages;
  formats: Formats;
  /** Why someone was found. */
  why: (member: Member) => unknown;
  /** Whether a fact is shown. */
  shows: (fact: string) => boolean;
}

function topics({ offers, needs }: Member, { t, shows }: Words): TemplateResult | typeof nothing {
  const soft = shows('offers') ? offers.slice(0, OFFERS) : [];
  const outlined = shows('needs') ? needs.slice(0, NEEDS) : [];
  const rest = (shows('offers') ? offers.length : 0) + (shows('needs') ? needs.length : 0) - soft.length - outlined.length;
  if (!soft.length && !outlined.length) return nothing;
  const item = (text: string, kind = '') => html`<li class="tag ${kind}" part="topic" dir="auto">${text}</li>`;
  return html`<ul class="tags" part="topics" aria-label=${soft.length ? t.offers : nothing}>
    ${soft.map((topic) => item(topic.label))}${outlined.map((topic) => item(t.needs(topic.label), 'need'))}
    ${rest > 0 ? html`<li class="hint">${t.andMore(rest)}</li>` : nothing}
  </ul>`;
}

/** A member in the list: who, where and when there, what they offer and need. */
export function memberRow(member: Member, words: Words, link: (name: TemplateResult) => TemplateResult, level: number): TemplateResult {
  const place = words.shows('place') ? whereabouts(member, words.t, words.formats) : [];
  const facts = [words.shows('headline') ? member.headline : '', ...place].filter(Boolean);
  return html`<li class="member" part="member">
    ${words.shows('avatar') ? avatar(member) : nothing}
    <div class="about">
      <div class="title" role="heading" aria-level=${level}>${link(html`<bdi>${member.name}</bdi>`)}${marks(member, words)}</div>
      ${factsLine(facts)}
      ${member.reasons ? words.why(member) : topics(member, words)}
    </div>
  </li>`;
}
