import { diffWordsWithSpace } from 'diff';
import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Permission, Revision, RevisionPage } from '../contract/index.js';
import { PagesController } from '../controllers/query-controller.js';
import type { Write } from '../data/read.js';
import { listRevisions, type RevisionObject } from '../data/revisions.js';
import history from '../i18n/en/history.js';
import { Localize } from '../i18n/localize.js';
import { focusOn } from './focus.js';
import { byline } from './person.js';
import { failure } from './states.js';
import { when } from './time.js';
import { View } from './view.js';

/** A text whose versions are shown, and how an older one comes back. */
export interface HistoryOf extends RevisionObject {
  /** The version shown now. */
  version: number;
  /** Writes an older state anew; null where this person may not. */
  restore: ((content: Revision['content']) => Write<unknown>) | null;
  permission: Permission;
  /** The name of a value, such as of a kind. */
  label?: (value: string) => string;
}

/** The versions of a text, each with what changed by it, word by word. One list is open at a time: whoever shows it keeps which. */
export class HistoryView extends View {
  static override styles = css`
    .history {
      margin-block: 0.75em;
      padding: 0.25em 0.9em 0.75em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    .history-head,
    .version {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25em 0.75em;
    }
    .history-head > :last-child,
    .version > button {
      margin-inline-start: auto;
    }
    .history li {
      padding-block: 0.6em;
      border-block-start: 1px solid var(--_line);
    }
    .version {
      font-size: 0.875em;
    }
    .diff {
      margin-block-start: 0.35em;
      white-space: pre-wrap;
      font-size: 0.9375em;
    }
    .diff .label {
      margin-block: 0.35em 0.1em;
      font-size: 0.8125em;
    }
    .diff ins {
      background: color-mix(in oklab, var(--_good) 16%, transparent);
      text-decoration: underline;
      text-decoration-thickness: 1px;
      text-underline-offset: 0.2em;
    }
    .diff del {
      background: color-mix(in oklab, var(--_bad) 14%, transparent);
      text-decoration-thickness: 1px;
    }
    .diff .cut {
      color: var(--_muted);
    }
  `;
  private readonly l = new Localize(this.host, 'history', history);
  #open: HistoryOf | null = null;
  #restoring = 0;
  private readonly pages = new PagesController<RevisionPage>(
    this.host,
    () => this.host.found.value,
    () => (this.#open ? listRevisions(this.#open, this.#open.version) : null),
  );

  /** The list of one text; the caller shows it where it was asked for. Its heading takes the focus (`history-…` with the id). */
  show(of: HistoryOf, onClose: () => void): TemplateResult {
    // After an edit, the versions of the text as it is now.
    if (this.#open?.id !== of.id || this.#open.version !== of.version) queueMicrotask(() => this.host.requestUpdate());
    this.#open = of;
    const { host, l } = this;
    const { value } = this.pages;
    return html`<section class="history fresh" part="history" aria-labelledby="history-${of.id}">
      <div class="history-head">
        <div class="label" id="history-${of.id}" tabindex="-1">${l.t.heading}</div>
        <button type="button" class="quiet" @click=${onClose}>${host.common.t.close}</button>
      </div>
      ${value.state === 'loading' || value.state === 'idle' ? html`<p class="hint" role="status">${host.common.t.loading}</p>` : nothing}
      ${value.state === 'error' ? failure(host.common.t, value.problem, this.pages.retry) : nothing}
      ${value.state === 'ready' ? this.#renderList(of) : nothing} ${host.notices(`history-${of.id}`)}
    </section>`;
  }

  #renderList(of: HistoryOf): TemplateResult {
    const { items } = this.pages;
    const { t } = this.l;
    if (!items.length) return html`<p class="hint">${t.none}</p>`;
    return html`<ol reversed>
        ${repeat(
          items,
          ({ id }) => id,
          (revision, i) => this.#renderOne(of, revision, items[i + 1], i === 0),
        )}
      </ol>
      ${this.pages.hasMore ? html`<button type="button" ?disabled=${this.pages.loadingMore} @click=${this.pages.more}>${t.older}</button>` : nothing}`;
  }

  #renderOne(of: HistoryOf, revision: Revision, before: Revision | undefined, current: boolean): TemplateResult {
    const { host, l } = this;
    const { t } = l;
    return html`<li part="version">
      <div class="version">
        <b>${t.version(revision.version)}</b>
        <span class="hint">${revision.act ? html`${t.acts[revision.act]}, ` : nothing}${byline(revision.editor, host.common.t)}, ${when(l.formats, revision.createdAt)}</span>
        ${current ? html`<span class="good">${t.current}</span>` : nothing}
        ${
          !current && of.restore
            ? html`<button type="button" part="restore" ?disabled=${this.#restoring > 0} @click=${() => void this.#restore(of, revision)}>
                ${this.#restoring === revision.version ? t.restoring : t.restore}
              </button>`
            : nothing
        }
      </div>
      ${revision.note ? html`<p class="hint" dir="auto">${t.because(revision.note)}</p>` : nothing}
      ${before ? this.#renderChange(of, before, revision) : this.pages.hasMore ? nothing : html`<p class="hint">${t.first}</p>`}
    </li>`;
  }

  #renderChange(of: HistoryOf, before: Revision, after: Revision): unknown {
    return this.changes(before.content, after.content, of.label) ?? (after.act ? nothing : html`<p class="hint">${this.l.t.unchanged}</p>`);
  }

  /** What differs between two states, field by field; null where nothing does. What an older state does not tell is no difference. */
  changes(before: Revision['content'], after: Revision['content'], label?: (value: string) => string): TemplateResult | null {
    const { t } = this.l;
    const changed = FIELDS.flatMap((field) => {
      const [a, b] = [this.#text(before, field, label), this.#text(after, field, label)];
      return a === b || (FACTS.has(field) && (before[field] === undefined || after[field] === undefined)) ? [] : [{ field, a, b }];
    });
    if (!changed.length) return null;
    return html`<div class="diff" dir="auto">
      ${changed.map(
        ({ field, a, b }) => html`${changed.length > 1 || field !== 'body' ? html`<div class="label">${t.fields[field]}</div>` : nothing}
          <div>${field === 'kind' || field === 'topics' || FACTS.has(field) ? t.from(a, b) : this.#diff(a, b)}</div>`,
      )}
    </div>`;
  }

  #text(content: Revision['content'], field: Field, label?: (value: string) => string): string {
    if (field === 'topics') return (content.topics ?? []).map((topic) => topic.label).join(', ');
    if (field === 'kind') return content.kind ? (label?.(content.kind) ?? content.kind) : '';
    if (field === 'details') return Object.values(content.details ?? {}).join('\n\n');
    if (field === 'language') return content.language ? this.l.formats.name('language', content.language) : '';
    return content[field] ?? '';
  }

  /** Word by word; long stretches that stayed are cut short. Screen readers hear what was added and removed. */
  #diff(before: string, after: string): TemplateResult[] {
    const { t } = this.l;
    const parts = diffWordsWithSpace(before, after);
    return parts.map(({ value, added, removed }, i) => {
      if (added) return html`<ins><span class="hidden">${t.added}: </span>${value}</ins>`;
      if (removed) return html`<del><span class="hidden">${t.removed}: </span>${value}</del>`;
      return html`${cut(value, i > 0, i < parts.length - 1)}`;
    });
  }

  async #restore(of: HistoryOf, revision: Revision): Promise<void> {
    const { host, l } = this;
    if (!of.restore || this.#restoring) return;
    this.#restoring = revision.version;
    host.requestUpdate();
    const sent = await host.send(of.permission, of.restore(revision.content), undefined, `history-${of.id}`);
    this.#restoring = 0;
    host.requestUpdate();
    if (!sent) return;
    host.announce(l.t.restored);
    focusOn(host, `history-${of.id}`);
  }
}

const FIELDS = ['title', 'kind', 'url', 'topics', 'creator', 'publishedOn', 'language', 'licence', 'details', 'body'] as const;
type Field = (typeof FIELDS)[number];
/** Fields that are shown whole, and that older states may lack. */
const FACTS = new Set<Field>(['url', 'creator', 'publishedOn', 'language', 'licence']);

/** Characters kept beside a change, so that one sees where it is. */
const AROUND = 120;

function cut(text: string, afterChange: boolean, beforeChange: boolean): unknown {
  const keep = (afterChange ? AROUND : 0) + (beforeChange ? AROUND : 0);
  if (text.length <= keep + AROUND) return text;
  const head = afterChange ? text.slice(0, text.indexOf(' ', AROUND) + 1 || AROUND) : '';
  const tail = beforeChange ? text.slice(text.lastIndexOf(' ', text.length - AROUND) + 1 || text.length - AROUND) : '';
  return html`${head}<span class="cut"> … </span>${tail}`;
}
