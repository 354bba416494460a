import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { NewUse, UseOutcome, UseSummary } from '../contract/index.js';
import { Draft } from '../controllers/draft.js';
import { takeUseBack, tellUse } from '../data/uses.js';
import compose from '../i18n/en/compose.js';
import { Localize } from '../i18n/localize.js';
import { View } from './view.js';

/** An answer or a resource, as far as its use goes. */
export interface Usable {
  noun: 'answers' | 'resources';
  id: string;
  uses: UseSummary;
  viewer: { use: NewUse | null; can: readonly string[] };
}

const OUTCOMES: readonly UseOutcome[] = ['worked', 'adapted', 'failed'];
/** Length of a context in the contract, in characters. */
const LONGEST = 200;

interface Open {
  id: string;
  draft: Draft<{ outcome: UseOutcome | ''; context: string }>;
  missing: boolean;
  sending: boolean;
}

/** “I used this”: what others made of it, and a line to tell how it went. One form is open at a time. */
export class UseControl extends View {
  static override styles = css`
    .uses {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 1.25em;
      margin-block-start: 0.35em;
    }
    .uses {
      font-size: 0.875em;
    }
    .uses button {
      padding-inline: 0.5em;
      margin-inline: -0.5em;
      font-size: 1em;
    }
    .uses .hint {
      font-size: 1em;
    }
    .use-summary {
      flex-basis: 100%;
    }
    .use-form {
      margin-block: 0.5em;
      padding: 0.75em 0.9em 0.9em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    .use-form fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4em;
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .use-form legend {
      margin-block-end: 0.4em;
      padding: 0;
      font-weight: 600;
    }
    .use-form .chip {
      display: inline-flex;
      align-items: center;
      gap: 0.45em;
      cursor: pointer;
    }
    .use-form .chip:has(:checked) {
      border-color: transparent;
      background: var(--_tint);
      font-weight: 600;
    }
    .use-form .chip:has(:focus-visible) {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    .use-form .chip input {
      margin: 0;
      min-block-size: 0;
      outline: none;
      accent-color: var(--_accent);
    }
  `;
  private readonly l = new Localize(this.host, 'compose', compose);
  #open: Open | null = null;

  override dispose(): void {
    this.#open?.draft.dispose();
    super.dispose();
  }

  /** The summary, below it the button with what stands beside it, or the form. */
  control(of: Usable, beside: unknown = nothing): TemplateResult {
    const open = this.#open?.id === of.id ? this.#open : null;
    return html`<div class="uses" part="uses">${this.#summary(of)} ${open ? nothing : this.#button(of)} ${beside}</div>
      ${open ? this.#form(of, open) : this.host.notices(`use-${of.id}`)}`;
  }

  #summary({ uses }: Usable): unknown {
    const { t } = this.l;
    const worked = uses.worked + uses.adapted;
    if (!uses.total) return nothing;
    return html`<span class="use-summary" part="use-summary"
      ><span class=${worked ? 'good' : ''}>${t.use.summary(uses.total, worked)}</span>${uses.contexts.map(
        ({ outcome, context }) => html`; <span class="hint">${t.use.contexts[outcome]}: <bdi>${t.use.quote(context)}</bdi></span>`,
      )}</span
    >`;
  }

  #button(of: Usable): unknown {
    const { t } = this.l;
    const { use, can } = of.viewer;
    if (!this.host.cop.has('uses') || !(can.includes('use') || this.host.cop.couldIfSignedIn())) return nothing;
    return html`${use ? html`<span>${t.use.yours[use.outcome]}</span>` : nothing}
      <button type="button" id="use-${of.id}" part="use" aria-expanded="false" @click=${() => this.#show(of)}>${use ? t.use.change : t.use.tell}</button>`;
  }

  #form(of: Usable, open: Open): TemplateResult {
    const { t } = this.l;
    const { value } = open.draft;
    const error = open.missing && !value.outcome;
    return html`<form class="use-form fresh" part="use-form" novalidate @submit=${(e: Event) => this.#send(e, of, open)} @keydown=${(e: KeyboardEvent) => this.#onKey(e, of)}>
      <fieldset aria-describedby=${error ? 'use-error' : nothing}>
        <legend>${t.use.question}</legend>
        ${OUTCOMES.map(
          (outcome) => html`<label class="chip"
            ><input type="radio" name="use-outcome" value=${outcome} .checked=${live(value.outcome === outcome)} @change=${() => open.draft.set({ outcome })} />
            ${t.use.outcomes[outcome]}</label
          >`,
        )}
      </fieldset>
      ${error ? html`<p class="error" id="use-error" role="alert">${t.use.choose}</p>` : nothing}
      <label class="label" for="use-context">${t.use.context}</label>
      <input id="use-context" type="text" dir="auto" autocomplete="off" maxlength=${LONGEST} placeholder=${t.use.example} .value=${live(value.context)}
        @input=${(e: Event) => open.draft.set({ context: (e.target as HTMLInputElement).value })} />
      ${this.host.notices(`use-${of.id}`)}
      <div class="actions">
        <button class="primary" ?disabled=${open.sending}>${this.host.common.t.save}</button>
        <button type="button" @click=${() => this.#close(of, true)}>${this.host.common.t.cancel}</button>
        ${of.viewer.use ? html`<button type="button" class="quiet push" @click=${() => this.#takeBack(of)}>${t.use.takeBack}</button>` : nothing}
      </div>
    </form>`;
  }

  #show(of: Usable): void {
    this.#open?.draft.dispose();
    this.host.clearProblem();
    const draft = new Draft(this.host, this.host.cop, `use|${of.noun}|${of.id}`, {
      outcome: '' as UseOutcome | '',
      context: '',
      ...of.viewer.use,
    });
    this.#open = { id: of.id, draft, missing: false, sending: false };
    this.#focus('.use-form :is(:checked, input)');
  }

  #onKey(event: KeyboardEvent, of: Usable): void {
    if (event.key === 'Escape') this.#close(of, false);
  }

  #close(of: Usable, forget: boolean): void {
    if (forget) this.#open?.draft.clear();
    this.#open?.draft.dispose();
    this.#open = null;
    this.#focus(`#use-${CSS.escape(of.id)}`);
  }

  async #send(event: Event, of: Usable, open: Open): Promise<void> {
    event.preventDefault();
    const { outcome, context } = open.draft.value;
    open.missing = !outcome;
    if (!outcome) return this.#focus('.use-form input');
    open.sending = true;
    const write = open.draft.keptFor(tellUse(of.noun, of.id, { outcome, context: context.trim() }));
    const sent = await this.host.send('use', write, undefined, `use-${of.id}`);
    open.sending = false;
    this.host.requestUpdate();
    if (!sent || this.#open !== open) return;
    this.host.announce(this.l.t.use.told);
    this.#close(of, true);
  }

  async #takeBack(of: Usable): Promise<void> {
    if (!(await this.host.send('use', takeUseBack(of.noun, of.id), undefined, `use-${of.id}`))) return;
    this.host.announce(this.l.t.use.takenBack);
    this.#close(of, true);
  }

  #focus(selector: string): void {
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}
