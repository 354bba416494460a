import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ProfileField } from '../../contract/index.js';
import type { MemberMessages } from '../../i18n/en/member.js';

/** Letters of a value, in the contract. */
const LONGEST = 300;

interface OwnFields {
  t: MemberMessages;
  fields: readonly ProfileField[];
  values: Readonly<Record<string, string>>;
  onChange: (values: Record<string, string>) => void;
  errorOf: (pointer: string) => string | undefined;
}

/** What this community asks beside the usual. */
export function ownFields({ t, fields, values, onChange, errorOf }: OwnFields): TemplateResult[] {
  return fields.map(({ id, label, type, options = [] }) => {
    const error = errorOf(`/fields/${id}`);
    const value = values[id] ?? '';
    const set = (e: Event) => onChange({ ...values, [id]: (e.target as HTMLInputElement).value });
    const described = error ? `profile-own-${id}-error` : nothing;
    const invalid = error ? 'true' : 'false';
    return html`<div part="field">
      <label class="label" for="profile-own-${id}" dir="auto">${label}</label>
      ${
        type === 'choice'
          ? html`<select class="wide" id="profile-own-${id}" aria-invalid=${invalid} aria-describedby=${described} @change=${set}>
              <option value="" .selected=${!value}>${t.noParticipation}</option>
              ${options.map((option) => html`<option value=${option} .selected=${option === value}>${option}</option>`)}
            </select>`
          : html`<input id="profile-own-${id}" dir="auto" maxlength=${LONGEST} inputmode=${type === 'url' ? 'url' : 'text'} aria-invalid=${invalid} aria-describedby=${described} .value=${live(value)} @input=${set} />`
      }
      ${error ? html`<p class="error" id="profile-own-${id}-error">${error}</p>` : nothing}
    </div>`;
  });
}
