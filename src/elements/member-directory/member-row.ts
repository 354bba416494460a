import { html, nothing, type TemplateResult } from 'lit';
import type { Member } from '../../contract/index.js';
import type { CommonMessages } from '../../i18n/en/common.js';
import type { MembersMessages } from '../../i18n/en/members.js';
import type { Formats } from '../../i18n/formats.js';
import { avatar } from '../../ui/person.js';
import { whereabouts } from './place.js';

/** Topics a row shows of each kind; the profile has all. Rows stay small however much someone offers. */
const OFFERS = 4;
const NEEDS = 2;

interface Words {
  t: MembersMessages;
  common: CommonMessages;
  formats: Formats;
  /** Whether a fact is shown. */
  shows: (fact: string) => boolean;
}

/** What a person is here, beside their name: only what helps to reach them. */
export const marks = (member: Member, { t, common }: Pick<Words, 't' | 'common'>): TemplateResult =>
  html`${
    member.pronouns ? html` <span class="mark" part="pronouns" dir="auto">${member.pronouns}</span>` : nothing
  }${member.steward ? html` <span class="mark" part="mark">${t.steward}</span>` : nothing}${
    member.participation === 'break' ? html` <span class="mark" part="mark">${t.onBreak}</span>` : nothing
  }${member.demo && !/demo/i.test(member.name) ? html` <span class="mark" part="mark">${common.demo}</span>` : nothing}`;

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

/** Short facts in a line; the last, which is short, stays in one piece. */
export const factsLine = (facts: readonly string[]): TemplateResult | typeof nothing =>
  facts.length
    ? html`<p class="facts" part="facts">${facts.map((fact, i) => html`<bdi class=${i && i === facts.length - 1 && fact.length < 24 ? 'brief' : nothing}>${fact}</bdi>${i < facts.length - 1 ? html`<span aria-hidden="true">\u00a0· </span>` : nothing}`)}</p>`
    : nothing;

/** A member in the list: who, where and when there, what they offer and need. */
export function memberRow(member: Member, words: Words, link: (name: TemplateResult) => TemplateResult, level: number): TemplateResult {
  const place = words.shows('place') ? whereabouts(member, words.t, words.formats) : [];
  const facts = [words.shows('headline') ? member.headline : '', ...place].filter(Boolean);
  return html`<li class="member" part="member">
    ${words.shows('avatar') ? avatar(member) : nothing}
    <div class="about">
      <div class="title" role="heading" aria-level=${level}>${link(html`<bdi>${member.name}</bdi>`)}${marks(member, words)}</div>
      ${factsLine(facts)}
      ${topics(member, words)}
    </div>
  </li>`;
}
