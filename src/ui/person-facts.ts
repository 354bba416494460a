import { html, nothing, type TemplateResult } from 'lit';
import type { Member } from '../contract/index.js';
import type { CommonMessages } from '../i18n/en/common.js';
import type { MembersMessages } from '../i18n/en/members.js';

/** What a person is here, beside their name: only what helps to reach them. */
export const marks = (member: Member, { t, common }: { t: MembersMessages; common: CommonMessages }): TemplateResult =>
  html`${
    member.pronouns ? html` <span class="mark" part="pronouns" dir="auto">${member.pronouns}</span>` : nothing
  }${member.steward ? html` <span class="mark" part="mark">${t.steward}</span>` : nothing}${
    member.participation === 'break' ? html` <span class="mark" part="mark">${t.onBreak}</span>` : nothing
  }${member.demo && !/demo/i.test(member.name) ? html` <span class="mark" part="mark">${common.demo}</span>` : nothing}`;

/** Short facts in a line; the last, which is short, stays in one piece. */
export const factsLine = (facts: readonly string[]): TemplateResult | typeof nothing =>
  facts.length
    ? html`<p class="facts" part="facts">${facts.map((fact, i) => html`<bdi class=${i && i === facts.length - 1 && fact.length < 24 ? 'brief' : nothing}>${fact}</bdi>${i < facts.length - 1 ? html`<span aria-hidden="true">\u00a0· </span>` : nothing}`)}</p>`
    : nothing;
