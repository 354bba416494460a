import { html, nothing, type TemplateResult } from 'lit';
import type { MemberMessages } from '../../i18n/en/member.js';
import type { Formats } from '../../i18n/formats.js';
import type { Editing, ProfileField, ProfileText } from './profile-text.js';

const labelOf = (t: MemberMessages): Record<ProfileField, string> => ({
  name: t.name,
  headline: t.headline,
  bio: t.bio,
  pronouns: t.pronouns,
  place: t.place,
  country: t.country,
  languages: t.speak,
  timeZone: t.timeZone,
  topics: t.topicsLabel,
  offers: t.offersLabel,
  needs: t.needsLabel,
  links: t.linksLabel,
  participation: t.participationLabel,
  workingHours: t.workingHours,
  fields: t.ownFields,
  quietHours: t.quietHours,
  asksPerWeek: t.asks,
  reminders: t.remindersLabel,
  listed: t.listed,
  visibility: t.seen,
});

/** A field’s value in words. */
function spoken(field: ProfileField, text: ProfileText, t: MemberMessages, formats: Formats): string {
  const words: { [F in ProfileField]?: () => string } = {
    country: () => text.country && formats.name('region', text.country),
    languages: () => formats.list(text.languages.map((code) => formats.name('language', code))),
    links: () => formats.list(text.links.map(({ url }) => url)),
    participation: () => (text.participation ? t.participation[text.participation] : ''),
    workingHours: () => (text.workingHours ? `${text.workingHours.from}–${text.workingHours.to}` : ''),
    fields: () => formats.list(Object.values(text.fields)),
    quietHours: () => (text.quietHours ? `${text.quietHours.from}–${text.quietHours.to}` : ''),
    asksPerWeek: () => (text.asksPerWeek === null ? '' : formats.number(text.asksPerWeek)),
    reminders: () => (text.reminders ? '✓' : '–'),
    listed: () => (text.listed ? '✓' : '–'),
    visibility: () => formats.list(Object.values(text.visibility).map((level) => t.visibility[level])),
  };
  const value = text[field];
  return (words[field]?.() ?? (Array.isArray(value) ? formats.list(value as string[]) : String(value))) || t.empty;
}

/** Fields that were changed here and elsewhere, with both ways out. */
export function changedElsewhere(
  { base, differ }: Editing,
  t: MemberMessages,
  formats: Formats,
  settle: (change: Partial<ProfileText>, differ: readonly ProfileField[]) => void,
): TemplateResult | typeof nothing {
  if (!differ.length) return nothing;
  const rest = (field: ProfileField) => differ.filter((other) => other !== field);
  return html`<div class="notice" part="changed" role="alert">
    <p>${t.changedElsewhere}</p>
    ${differ.map(
      (field) => html`<p class="differs">
      <span dir="auto">${t.elsewhere(labelOf(t)[field], spoken(field, base, t, formats))}</span>
      <button type="button" @click=${() => settle({ [field]: base[field] }, rest(field))}>${t.takeTheirs}</button>
      <button type="button" @click=${() => settle({}, rest(field))}>${t.keepMine}</button>
    </p>`,
    )}
  </div>`;
}
