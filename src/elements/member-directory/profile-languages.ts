import { html, nothing, type TemplateResult } from 'lit';
import { namedCodes } from '../../i18n/codes.js';
import type { MemberMessages } from '../../i18n/en/member.js';
import type { Formats } from '../../i18n/formats.js';

/** Languages of a profile, in the contract. */
const MOST = 10;

interface LanguagesField {
  t: MemberMessages;
  formats: Formats;
  languages: readonly string[];
  error: string | undefined;
  onChange: (languages: readonly string[]) => void;
  /** One was taken away; its button is gone. */
  onRemove: (name: string) => void;
}

/** The languages someone speaks: chosen from all of them, taken away one by one. */
export function languagesField({ t, formats, languages, error, onChange, onRemove }: LanguagesField): TemplateResult {
  const add = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    onChange([...languages, select.value]);
    select.value = '';
  };
  const remove = (code: string, name: string) => {
    onChange(languages.filter((other) => other !== code));
    onRemove(name);
  };
  const chosen = languages.map((code) => ({ code, name: formats.name('language', code) }));
  const rest = namedCodes('language', formats).filter(({ code }) => !languages.includes(code));
  return html`<label class="label" for="profile-languages">${t.speak}</label>
    <select class="wide" id="profile-languages" ?disabled=${languages.length >= MOST} aria-invalid=${error ? 'true' : 'false'} aria-describedby=${error ? 'profile-languages-error' : nothing} @change=${add}>
      <option value="">${t.addLanguage}</option>
      ${rest.map(({ code, name }) => html`<option value=${code}>${name}</option>`)}
    </select>
    <div class="tags">
      ${chosen.map(({ code, name }) => html`<button type="button" class="chip on removable" aria-label=${t.remove(name)} @click=${() => remove(code, name)}>${name}</button>`)}
    </div>
    ${error ? html`<p class="error" id="profile-languages-error">${error}</p>` : nothing}`;
}
