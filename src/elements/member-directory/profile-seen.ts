import { html, nothing, type TemplateResult } from 'lit';
import type { Visibility } from '../../contract/index.js';
import type { MemberMessages } from '../../i18n/en/member.js';
import type { VisibleField } from './profile-text.js';

const VISIBILITY: readonly Visibility[] = ['everyone', 'members', 'stewards', 'nobody'];
/** Who sees a field whose member has not said so; of links, mail is for members. */
const USUAL: Partial<Record<VisibleField, Visibility | ''>> = { links: '', fields: 'members', presence: 'members' };

interface Seen {
  t: MemberMessages;
  field: VisibleField;
  /** What the field is called. */
  label: string;
  chosen: Visibility | undefined;
  /** Whether its member has ever chosen. */
  said: boolean;
  onChange: (level: Visibility) => void;
}

/** Who sees a field, chosen beside it. */
export function seenBy({ t, field, label, chosen, said, onChange }: Seen): TemplateResult {
  const choose = (e: Event) => onChange((e.target as HTMLSelectElement).value as Visibility);
  const current = chosen ?? USUAL[field] ?? 'everyone';
  return html`<p class="seen hint">
    <span aria-hidden="true">${t.seen}</span>
    <select class="chip" aria-label=${t.seenBy(label)} @change=${choose}>
      ${field === 'links' && !said ? html`<option value="" disabled .selected=${!chosen}>${t.mailForMembers}</option>` : nothing}
      ${VISIBILITY.map((level) => html`<option value=${level} .selected=${level === current}>${t.visibility[level]}</option>`)}
    </select>
  </p>`;
}
