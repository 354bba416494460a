import { html, nothing, type TemplateResult } from 'lit';
import type { Resource, Revision } from '../../contract/index.js';
import { PagesController, QueryController, type Loaded } from '../../controllers/query-controller.js';
import { deleteResource, getResource } from '../../data/resources.js';
import { listUses } from '../../data/uses.js';
import resource from '../../i18n/en/resource.js';
import { Localize } from '../../i18n/localize.js';
import { CommentSection } from '../../ui/comment-section.js';
import { prose } from '../../ui/markdown.js';
import { byline } from '../../ui/person.js';
import { deleteLater } from '../../ui/removal.js';
import { sourceLine } from '../../ui/source.js';
import { aged, failure, heading } from '../../ui/states.js';
import { when } from '../../ui/time.js';
import { UseControl } from '../../ui/use-control.js';
import { Lazy } from '../../ui/lazy.js';
import { View } from '../../ui/view.js';
import library from '../../i18n/en/library.js';
import { restoreResource } from '../../data/resource-care.js';
import { sizeText, typeName } from '../../ui/file-type.js';
import { LookInside, wayOf } from './look-inside.js';
import { PutIn } from './put-in.js';
import { ResourceCare } from './resource-care.js';
import type { ResourceForm } from './resource-form.js';
import type { CopResourceList } from './resource-list.js';
import { facts, target } from './resource-row.js';
import { viewStyles } from './resource-view.styles.js';

/** Uses to show before “Show more”. */
const USES = 10;

/** One resource: what it is, where it is, what came of using it, what is said about it. */
export class ResourceView extends View<CopResourceList> {
  static override styles = viewStyles;
  private readonly l = new Localize(this.host, 'resource', resource);
  private readonly words = new Localize(this.host, 'library', library);
  private readonly care = new ResourceCare(this.host);
  private readonly inside = new LookInside(this.host);
  private readonly putIn = new PutIn(this.host);
  private readonly history = new Lazy(this.host, () => import('../../ui/history-view.js').then((m) => new m.HistoryView(this.host)));
  private readonly change = new Lazy(this.host, () => import('./change-view.js').then((m) => new m.ChangeView(this.host, this.history)));
  private readonly uses = new UseControl(this.host);
  private readonly comments = new CommentSection(this.host, 'resource');
  private readonly query = new QueryController(
    this.host,
    () => this.host.found.value,
    () => (this.host.url.id ? getResource(this.host.url.id) : null),
  );
  private readonly used = new PagesController(
    this.host,
    () => this.host.found.value,
    () => (this.host.url.id && this.host.found.value?.has('uses') ? listUses({ resource: this.host.url.id }, USES) : null),
  );
  private readonly module = new Lazy(this.host, () => import('./resource-form.js').then((m) => m.ResourceForm));
  /** As it was when the editing began. */
  #edited: Resource | null = null;
  #form: ResourceForm | null = null;
  #deleting = false;
  /** Whether its earlier versions are shown. */
  #past = false;
  #id = '';

  show(id: string): unknown {
    if (id !== this.#id) this.#reset(id);
    // Whatever becomes of it meanwhile, what is being written stays.
    if (this.#edited) return this.#renderForm(this.#edited);
    const value = this.#value;
    if (value.state === 'ready') return html`${aged(this.host.common.t, value.problem)} ${this.#renderItem(value.data)}`;
    return html`${this.#backLink()} ${value.state === 'error' ? this.#renderProblem(value) : this.#renderBones()}`;
  }

  #reset(id: string): void {
    this.#id = id;
    this.#deleting = false;
    this.#past = false;
    this.#closeForm();
  }

  /** The row that was followed stands in until the endpoint has answered: as an answer that is old, so that what is done meanwhile shows. */
  hostUpdate(): void {
    const { opened, url, found } = this.host;
    const cache = found.value?.cache;
    if (!cache || !opened || opened.id !== url.id) return;
    const read = getResource(opened.id);
    const entry = cache.peek(read);
    if (entry.data !== undefined || entry.problem) return;
    cache.set(read, opened);
    void cache.invalidate((_, other) => other === entry, true);
  }

  /** What is gone is not shown as it was. */
  get #value(): Loaded<Resource> {
    const { value } = this.query;
    return value.state === 'ready' && value.problem?.kind === 'not-found' ? { state: 'error', problem: value.problem } : value;
  }

  #backLink(): TemplateResult {
    const { url } = this.host;
    return html`${this.host.menuButton()} <a class="back" part="back" href=${url.href(null)} @click=${url.follow(null)}>${this.l.t.backToList}</a>`;
  }

  #renderProblem({ problem }: Extract<Loaded<Resource>, { state: 'error' }>): TemplateResult {
    if (problem.kind !== 'not-found') return failure(this.host.common.t, problem, this.query.retry);
    return html`<p class="empty" part="error" role="alert">${this.l.t.gone}</p>`;
  }

  #renderBones(): TemplateResult {
    return html`<div role="status"><span class="hidden">${this.host.common.t.loading}</span></div>
      <div class="item" part="skeleton" aria-hidden="true">
        <span class="bone"></span><br /><span class="bone"></span><br /><span class="bone"></span>
      </div>`;
  }

  #renderItem(item: Resource): TemplateResult {
    const { host } = this;
    const { viewer, description, topics } = item;
    return html`${this.#backLink()}
      <article class="item" part="item">
        <div
          class="item-title"
          part="item-title"
          role="heading"
          aria-level=${host.headingLevel + 1}
          tabindex="-1"
          dir="auto"
        >
          ${item.title}
        </div>
        <div class="meta" part="meta">${facts(host, { ...item, language: null, topics: [] })}</div>
        ${this.care.state(item)} ${this.#renderChange(item)} ${this.#renderLink(item)} ${this.care.actions(item, this.#renderMore(item))} ${this.putIn.panel(item)} ${this.#renderPast(item)}
        ${description ? prose(description) : nothing}
        ${topics.length ? this.#renderTopics(topics) : nothing}
        ${this.#renderFacts(item)} ${this.#renderOwn(item)}
        ${host.cop.has('uses') ? this.uses.control({ noun: 'resources', id: item.id, uses: item.uses, viewer }) : nothing}
        ${this.care.endorsers(item)} ${this.#renderUses(item)} ${this.care.review(item)} ${this.inside.render()} ${this.comments.show(item, host.headingLevel + 2, 'part-heading')}
      </article>`;
  }

  /** An edit of it that readers do not see yet. */
  #renderChange(item: Resource): unknown {
    const { change } = item;
    return change ? this.change.render((view) => view.show(item, change)) : nothing;
  }

  #renderLink(item: Resource): unknown {
    const { t, formats } = this.l;
    const { file } = item;
    const href = target(item, this.host.cop.endpoint);
    if (!href) return nothing;
    return html`<div class="actions go">
      <a class="button primary open" part="go" href=${href} download=${file ? file.name : nothing}
        >${file ? t.downloadFile(file.name) : t.openAt(new URL(href).host.replace(/^www\./, ''))}</a
      >
      <span class="hint">${file ? t.fileFacts(typeName(file.type), sizeText(file.size, formats)) : t.leaves}</span>
    </div>`;
  }

  /** What else can be done with it: looking inside, putting it into a collection, what it said before. */
  #renderMore(item: Resource): unknown {
    const { t } = this.words;
    return html`${
      wayOf(item)
        ? html`<button type="button" class="look" part="act" @click=${() => this.inside.open(item, '.look')}>${t.preview}</button>`
        : nothing
    }
    ${this.putIn.button(item)}
    ${
      item.editedAt && this.host.cop.has('revisions')
        ? html`<button type="button" class="history-on" part="act" aria-expanded=${this.#past} @click=${this.#togglePast}>${t.history}</button>`
        : nothing
    }`;
  }

  #togglePast = (): void => {
    this.#past = !this.#past;
    this.host.focusNext('.history-on');
  };

  #renderPast({ id, version, viewer }: Resource): unknown {
    if (!this.#past) return nothing;
    const restore = viewer.can.includes('edit') ? (content: Revision['content']) => restoreResource(id, version, content) : null;
    const label = (kind: string) => this.host.label('kind', kind);
    const of = { type: 'resource', id, version, restore, permission: 'suggest', label } as const;
    return this.history.render((view) => view.show(of, this.#togglePast));
  }

  #renderTopics(topics: Resource['topics']): TemplateResult {
    const show = (id: string) => {
      this.host.showList();
      this.host.clearFilters();
      this.host.topic = id;
    };
    return html`<div class="topics" part="topics" role="group" aria-label=${this.l.t.topics}>
      ${topics.map(
        ({ id, label }) =>
          html`<button type="button" class="chip" part="chip" title=${this.l.t.inTopic(label)} @click=${() => show(id)}>
            <bdi>${label}</bdi>
          </button>`,
      )}
    </div>`;
  }

  /** Who told how it went; the summary above has only the newest. */
  #renderUses({ uses }: Resource): unknown {
    const { host, used } = this;
    if (!uses.total || !used.items.length) return nothing;
    const { t, formats } = this.l;
    return html`${heading(host.headingLevel + 2, t.tried, 'part-heading')}
      <ul class="tried" part="tried">
        ${used.items.map(
          ({ member, outcome, context, createdAt }) =>
            html`<li>
              ${byline(member, host.common.t)}: <span class=${outcome === 'failed' ? '' : 'good'}>${t.outcomes[outcome]}</span>${
                context ? html`, <bdi>${context}</bdi>` : nothing
              }
              <span class="hint">${when(formats, createdAt)}</span>
            </li>`,
        )}
      </ul>
      ${
        used.hasMore
          ? html`<button type="button" part="more" ?disabled=${used.loadingMore} @click=${used.more}>${host.common.t.more}</button>`
          : nothing
      }`;
  }

  #renderFacts(item: Resource): TemplateResult {
    const { t, formats } = this.l;
    const { common } = this.host;
    const fact = (name: string, value: unknown) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing);
    const edited = item.editedAt ? html` <span class="hint">(${t.editedAt(formats.relative(item.editedAt))})</span>` : nothing;
    // A date without a time has no time zone to be moved by.
    const published = item.publishedOn && formats.date(item.publishedOn, { dateStyle: 'long', timeZone: 'UTC' });
    return html`<dl class="facts" part="facts">
      ${fact(t.published, published)}
      ${fact(t.language, item.language && formats.name('language', item.language))} ${fact(t.licence, item.licence)}
      ${
        item.suggestedBy
          ? fact(t.suggestedBy, html`${byline(item.suggestedBy, common.t)}, ${when(formats, item.createdAt)}${edited}`)
          : fact(t.added, html`${when(formats, item.createdAt)}${edited}`)
      }
    </dl>
    ${item.source ? html`<p>${sourceLine(item.source, common.t)}</p>` : nothing}`;
  }

  #renderOwn(item: Resource): unknown {
    const { host } = this;
    const { can } = item.viewer;
    const { t } = this.l;
    if (this.#deleting) {
      return html`<div class="notice wrong" part="confirm" role="group" aria-label=${t.deleteIt} @keydown=${this.#onKey}>
          <p>${t.deleteIt}</p>
          <div class="actions">
            <button type="button" class="bad" @click=${() => this.#delete(item)}>${host.common.t.delete}</button>
            <button type="button" class="keep" @click=${() => this.#ask(false)}>${t.keep}</button>
          </div>
        </div>
        ${host.notices('delete')}`;
    }
    if (!can.includes('edit') && !can.includes('delete')) return nothing;
    return html`<div class="actions" part="own">
        ${
          can.includes('edit')
            ? html`<button type="button" part="edit" @pointerenter=${this.module.preload} @click=${() => this.#edit(item)}>
              ${host.common.t.edit}
            </button>`
            : nothing
        }
        ${
          can.includes('delete')
            ? html`<button type="button" class="quiet delete" part="delete" @click=${() => this.#ask(true)}>
              ${host.common.t.delete}
            </button>`
            : nothing
        }
      </div>
      ${host.notices('delete')}`;
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#ask(false);
  };

  #ask(deleting: boolean): void {
    this.#deleting = deleting;
    this.host.clearProblem();
    this.host.focusNext(deleting ? '.keep' : '.delete');
  }

  #delete(item: Resource): void {
    this.#deleting = false;
    if (!this.host.mayOrAsk('suggest', 'delete')) return this.host.requestUpdate();
    deleteLater(this.host, { id: item.id, permission: 'suggest', write: deleteResource(item.id, item.version), text: this.l.t.deleted });
    this.host.showList();
    this.host.focusNext('.search');
  }

  #edit(item: Resource): void {
    // Who wrote what waits goes on with it; a steward edits what is seen.
    const own = this.host.cop.can('moderate') ? null : item.change;
    this.#edited = own ? { ...item, ...own.content } : item;
    this.host.clearProblem();
    this.host.focusNext('#resource-title');
  }

  #renderForm(item: Resource): unknown {
    const onDone = () => {
      this.#closeForm();
      this.host.focusNext('[part~="edit"]');
    };
    return this.module.render((Form) => (this.#form ??= new Form(this.host, { edit: item, onDone })).render());
  }

  #closeForm(): void {
    this.#form?.dispose();
    this.#form = null;
    this.#edited = null;
    this.host.requestUpdate();
  }
}
