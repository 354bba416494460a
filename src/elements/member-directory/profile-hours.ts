import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MemberMessages } from '../../i18n/en/member.js';
import type { Formats } from '../../i18n/formats.js';
import type { ProfileText } from './profile-text.js';

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const USUAL = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
const QUIET = { from: '22:00', to: '07:00' };
/** Asks a week, in the contract. */
const MOST_ASKS = 50;

interface Field {
  t: MemberMessages;
  formats: Formats;
  text: ProfileText;
  set: (change: Partial<ProfileText>) => void;
  errorOf: (pointer: string) => string | undefined;
}

/** A weekday by its ISO 8601 number, 1 for Monday. The first of January 2024 was one. */
const weekday = (day: number, formats: Formats) => formats.date(new Date(Date.UTC(2024, 0, day)), { weekday: 'short', timeZone: 'UTC' });

const checkbox = (label: string, checked: boolean, change: (on: boolean) => void): TemplateResult =>
  html`<label class="choice"><input type="checkbox" .checked=${live(checked)} @change=${(e: Event) => change((e.target as HTMLInputElement).checked)} /> <span>${label}</span></label>`;

const times = <T extends { from: string; to: string }>(t: MemberMessages, value: T, set: (value: T) => void): TemplateResult => {
  const field = (name: 'from' | 'to') =>
    html`<label class="time"><span>${t[name]}</span> <input type="time" required .value=${live(value[name])} @change=${(e: Event) => set({ ...value, [name]: (e.target as HTMLInputElement).value || value[name] })} /></label>`;
  return html`<div class="times">${field('from')} ${field('to')}</div>`;
};

/** When somebody works, or that they do not say. */
export function workingHoursField({ t, formats, text: { workingHours }, set, errorOf }: Field): TemplateResult {
  const error = errorOf('/workingHours');
  const toggleDay = (day: number, on: boolean) => {
    if (!workingHours) return;
    const days = DAYS.filter((one) => (one === day ? on : workingHours.days.includes(one)));
    // Without a day there are no hours.
    set({ workingHours: days.length ? { ...workingHours, days } : null });
  };
  return html`<legend class="label">${t.workingHours}</legend>
    ${checkbox(t.tellHours, workingHours !== null, (on) => set({ workingHours: on ? USUAL : null }))}
    ${workingHours ? html`<div class="days">${DAYS.map((day) => checkbox(weekday(day, formats), workingHours.days.includes(day), (on) => toggleDay(day, on)))}</div>${times(t, workingHours, (hours) => set({ workingHours: hours }))}` : nothing}
    <p class="hint">${t.workingHoursHint}</p>
    ${error ? html`<p class="error">${error}</p>` : nothing}`;
}

/** How often, and when not, somebody is asked to help. */
export function asksField({ t, text: { quietHours, asksPerWeek, reminders }, set, errorOf }: Field): TemplateResult {
  const error = errorOf('/asksPerWeek');
  const number = (e: Event) => {
    const { value } = e.target as HTMLInputElement;
    set({ asksPerWeek: value === '' ? null : Math.min(MOST_ASKS, Math.max(0, Math.trunc(Number(value)) || 0)) });
  };
  return html`<legend class="label">${t.asks}</legend>
    <label class="asks"><span>${t.asksPerWeek}</span> <input type="number" id="profile-asksPerWeek" min="0" max=${MOST_ASKS} inputmode="numeric" aria-invalid=${error ? 'true' : 'false'} aria-describedby="profile-asks-hint" .value=${live(asksPerWeek === null ? '' : String(asksPerWeek))} @change=${number} /> <span>${t.asksUnit}</span></label>
    <p class="hint" id="profile-asks-hint">${t.asksHint}</p>
    ${error ? html`<p class="error">${error}</p>` : nothing}
    ${checkbox(t.otherQuiet, quietHours !== null, (on) => set({ quietHours: on ? QUIET : null }))}
    ${quietHours ? times(t, quietHours, (hours) => set({ quietHours: hours })) : nothing}
    ${checkbox(t.remindersLabel, reminders, (on) => set({ reminders: on }))}`;
}
