import { html, nothing, type TemplateResult } from 'lit';
import type { Topic } from '../../contract/index.js';
import { QueryController } from '../../controllers/query-controller.js';
import { editTopic, mergeTopic, unmergeTopic } from '../../data/stewarding.js';
import { listTopics, listUnhelped } from '../../data/topics.js';
import steward from '../../i18n/en/steward.js';
import { Localize } from '../../i18n/localize.js';
import { focusOn } from '../../ui/focus.js';
import { failure } from '../../ui/states.js';
import { choice } from '../../ui/tools.js';
import { View } from '../../ui/view.js';
import type { CopAskTheCommunity } from './ask-the-community.js';
import { careStyles } from './care.styles.js';

type Waits = (filter: string, of: CopAskTheCommunity['waitsFor'], label: string, n?: number) => unknown;

/** What waits for stewards; and a steward names a topic, gives it other words, or merges it into another. */
export class TopicCare extends View<CopAskTheCommunity> {
  static override styles = careStyles;
  private readonly l = new Localize(this.host, 'steward', steward);
  #open = '';
  private readonly topic = new QueryController<{ items: Topic[] }>(
    this.host,
    () => this.host.found.value,
    () => (this.#open ? listTopics('', 100) : null),
  );
  /** Whether the topics that nobody offers help with are listed. */
  #missing = false;
  private readonly missing = new QueryController<{ items: Topic[] }>(
    this.host,
    () => this.host.found.value,
    () => (this.#missing ? listUnhelped() : null),
  );
  #change: { label?: string; words?: string } = {};
  #into = '';

  /** What waits for stewards: filters of the list, and the topics that nobody offers help with. @param waits draws a filter, with how many there are */
  queues(waits: Waits): TemplateResult {
    const { t } = this.l;
    const { cop } = this.host;
    const forStewards = cop.has('ladder') ? cop.session?.waiting?.forStewards : undefined;
    return html`${forStewards === undefined ? nothing : waits('for-stewards', 'forStewards', t.forStewards, forStewards)}
      ${cop.has('reports') ? waits('reported', 'reported', t.isReported) : nothing}
      ${cop.has('stewarding') ? waits('untouched', 'untouched', t.untouched) : nothing}
      ${
        cop.has('stewarding') && this.host.hasFilter('unhelped')
          ? html`<button type="button" class="chip" id="unhelped-on" aria-expanded=${this.#missing} @click=${() => this.#toggleMissing()}>${t.unhelped}</button>`
          : nothing
      }
      ${this.host.waitsFor === 'untouched' ? html`<p class="hint queue-hint">${t.untouchedHint}</p>` : nothing}
      ${this.#missing ? this.#unhelped() : nothing}`;
  }

  #toggleMissing(): void {
    this.#missing = !this.#missing;
    this.host.requestUpdate();
  }

  /** Choosing one lists its open questions; from each of them somebody can be invited. */
  #unhelped(): TemplateResult {
    const { host, l } = this;
    const { value } = this.missing;
    const choose = (topic: Topic) => {
      this.#missing = false;
      host.topicNamed = topic;
      host.topic = topic.id;
      host.unanswered = true;
      host.waitsFor = '';
      focusOn(host, 'unhelped-on');
    };
    const items = value.state === 'ready' ? value.data.items : [];
    return html`<section class="care unhelped fresh" part="care" aria-label=${l.t.unhelped}>
      ${value.state === 'error' ? failure(host.common.t, value.problem, this.missing.retry) : nothing}
      ${value.state === 'ready' ? html`<p class="hint" role="status">${items.length ? l.t.unhelpedHint : l.t.allHelped}</p>` : html`<p class="hint" role="status">${host.common.t.loading}</p>`}
      ${items.length ? html`<ul>${items.map((topic) => html`<li><button type="button" @click=${() => choose(topic)}><span><bdi>${topic.label}</bdi> <small class="hint">${l.t.openOnes(topic.count)}</small></span></button></li>`)}</ul>` : nothing}
    </section>`;
  }

  show(id: string, label: string): TemplateResult {
    if (this.#open && this.#open !== id) this.#open = '';
    return html`<button type="button" class="quiet" part="topic-care" id="topic-care" aria-expanded=${Boolean(this.#open)} @click=${() => this.#toggle(id)}>${this.l.t.topicCare}</button>
      ${this.#open ? this.#form(id, label) : nothing}`;
  }

  #toggle(id: string): void {
    const open = !this.#open;
    this.#open = open ? id : '';
    this.#change = {};
    this.#into = '';
    focusOn(this.host, open ? 'topic-name' : 'topic-care');
  }

  #form(id: string, label: string): TemplateResult {
    const { host, l } = this;
    const { value } = this.topic;
    const all = value.state === 'ready' ? value.data.items : [];
    const topic = all.find((one) => one.id === id);
    const others = all.filter((one) => one.id !== id).map((one) => [one.id, one.label] as const);
    const set = (name: 'label' | 'words') => (event: Event) => (this.#change[name] = (event.target as HTMLInputElement).value);
    return html`<form class="care fresh" part="care" @submit=${(e: Event) => void this.#save(e, id)}>
      <label class="label" for="topic-name">${l.t.topicName}</label>
      <input id="topic-name" type="text" dir="auto" maxlength="60" autocomplete="off" .value=${topic?.label ?? label} @input=${set('label')} />
      <label class="label" for="topic-words">${l.t.topicWords}</label>
      <input id="topic-words" type="text" dir="auto" autocomplete="off" .value=${(topic?.aliases ?? []).join(', ')} @input=${set('words')} />
      <div class="actions"><button class="primary">${host.common.t.save}</button></div>
      ${others.length ? this.#merging(id, others) : nothing}
      ${host.notices('topic-care')}
    </form>`;
  }

  /** It moves much at once: choosing alone does nothing. */
  #merging(id: string, others: readonly (readonly [string, string])[]): TemplateResult {
    const { t } = this.l;
    const choose = (into: string) => {
      this.#into = into;
      this.host.requestUpdate();
    };
    const label = others.find(([other]) => other === this.#into)?.[1];
    return html`<p class="label">${t.topicMerge}</p>
      <div class="row">
        ${choice(t.topicMerge, this.#into, [['', t.topicMergeInto], ...others], choose)}
        ${label ? html`<button type="button" class="fresh" id="topic-merge" @click=${() => void this.#merge(id, this.#into)}>${t.topicMergeNow(label)}</button>` : nothing}
      </div>`;
  }

  async #save(event: Event, id: string): Promise<void> {
    event.preventDefault();
    const { label, words } = this.#change;
    const aliases = words
      ?.split(/[,;]/)
      .map((word) => word.trim())
      .filter(Boolean);
    const change = { ...(label?.trim() && { label: label.trim() }), ...(aliases && { aliases }) };
    if (!(await this.host.send('moderate', editTopic(id, change), undefined, 'topic-care'))) return;
    this.host.toast(this.l.t.topicSaved);
    this.#toggle(id);
  }

  async #merge(id: string, into: string): Promise<void> {
    if (!(await this.host.send('moderate', mergeTopic(id, into), undefined, 'topic-care'))) return;
    this.#open = '';
    this.host.topic = into;
    const undo = async () => {
      if (!(await this.host.send('moderate', unmergeTopic(id), undefined, 'topic-care'))) return;
      this.host.topic = id;
      this.host.announce(this.l.t.unmerged);
    };
    this.host.toast(this.l.t.topicMerged, { undo });
  }
}
