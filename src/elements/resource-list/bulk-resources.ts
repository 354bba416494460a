import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Community } from '../../community/community.js';
import type { Resource, ResourceKind } from '../../contract/index.js';
import { findRight, setReviewDay, setStatus } from '../../data/resource-care.js';
import { deleteResource, editResource, getResource } from '../../data/resources.js';
import library from '../../i18n/en/library.js';
import { Localize } from '../../i18n/localize.js';
import { Unfit, type Step } from '../../ui/bulk/bulk-run.js';
import { BulkView, type Task } from '../../ui/bulk/bulk-view.js';
import { Placing } from '../../ui/bulk/placing.js';
import { RESOURCE_TOPICS } from '../../ui/limits.js';
import { sendLeaving } from '../../ui/removal.js';
import { choice } from '../../ui/tools.js';
import { bulkResourcesStyles } from './bulk-resources.styles.js';
import { Collecting } from './collecting.js';
import { Naming } from './naming.js';
import type { CopResourceList } from './resource-list.js';

type Action = Resource['viewer']['can'][number];
type How = 'right' | 'day' | 'none';
type State = 'publish' | 'decline' | 'restore' | 'retire';

const can = ({ viewer }: Resource, action: Action) => viewer.can.includes(action);
/** Of which each state can be made. */
const FITS: Record<State, (resource: Resource) => boolean> = {
  publish: (one) => one.status === 'proposed' && can(one, 'publish'),
  decline: (one) => can(one, 'decline'),
  restore: (one) => one.status === 'obsolete' && can(one, 'publish'),
  retire: (one) => can(one, 'retire'),
};
const STATES = Object.keys(FITS) as State[];
const TO = { publish: 'published', decline: 'draft', restore: 'published', retire: 'obsolete' } as const;

/** What stewards do with several resources. */
export default class BulkResources extends BulkView<CopResourceList, Resource> {
  static override styles = bulkResourcesStyles;
  private readonly lib = new Localize(this.host, 'library', library);
  readonly #placing = new Placing<ResourceKind>(
    this.host,
    this.b,
    RESOURCE_TOPICS,
    () => Object.entries(this.host.l.t.kinds) as [ResourceKind, string][],
  );
  readonly #collecting = new Collecting(this.host, this.b);
  readonly #naming = new Naming(this.host, this.b);
  #how: How = 'right';
  #day = '';
  #state: State | '' = '';
  #reason = '';

  protected override get words() {
    return this.b.t.resources;
  }

  protected override reread(id: string) {
    return getResource(id);
  }

  protected override clear(): void {
    this.#placing.clear();
    this.#collecting.clear();
    this.#naming.clear();
    this.#day = this.#reason = '';
  }

  protected override tasks(): Task[] {
    const t = this.b.t.resources;
    const { cop } = this.host;
    const { chosen } = this;
    const n = chosen.length;
    const states = STATES.filter((state) => chosen.some(FITS[state]));
    const tasks: (Task & { there: boolean })[] = [
      { id: 'sort', text: this.b.t.sort, there: true, form: () => this.#placeForm(n) },
      {
        id: 'collect',
        text: t.collect,
        there: cop.has('collections') && cop.can('collect'),
        form: () => this.#collectForm(n),
        open: () => void this.#collecting.learn(),
      },
      { id: 'review', text: t.review, there: cop.has('reviews'), form: () => this.#reviewForm(n) },
      { id: 'steward', text: t.steward, there: cop.has('reviews'), form: () => this.#stewardForm(n) },
      { id: 'state', text: t.state, there: states.length > 0, form: () => this.#stateForm(states) },
      { id: 'delete', text: t.remove, there: chosen.some((one) => can(one, 'delete')), form: () => this.#removeForm(n) },
    ];
    return tasks.filter(({ there }) => there);
  }

  /** Steps for all that are chosen. */
  #steps(write: Step<Resource>['write'], undo?: Step<Resource>['undo']): Step<Resource>[] {
    return this.chosen.map((item) => ({ item, write, undo }));
  }

  /** @throws Unfit where it can’t be done with it now */
  #demand(fits: boolean): void {
    if (!fits) throw new Unfit(this.b.t.resources.cannot);
  }

  #placeForm(n: number): TemplateResult {
    const ready = () => this.#placing.ready;
    return this.form(this.#placing.fields(), this.b.t.resources.sortNow(n), () => this.#place(), { ready });
  }

  #place(): Promise<unknown> {
    const place = this.#placing.place();
    const patch = ({ kind, topics }: { kind: ResourceKind | ''; topics: string[] }) => ({ ...(kind && { kind }), topics });
    const steps = this.#steps(
      (now) => {
        const to = place(now);
        return to && editResource(now.id, now.version, patch(to));
      },
      (before, { id, version }) => editResource(id, version, patch(Placing.before<ResourceKind>(before))),
    );
    return this.go(steps, { said: this.b.t.resources.sorted });
  }

  #collectForm(n: number): TemplateResult {
    const ready = () => this.#collecting.ready;
    return this.form(this.#collecting.fields(), this.b.t.resources.collectNow(n), () => this.#collect(), { ready });
  }

  async #collect(): Promise<void> {
    const shelf = await this.#collecting.shelf();
    if (!shelf) return;
    const steps = this.chosen.map((item) => ({
      item,
      write: (now: Resource) => shelf.add(now),
      undo: (before: Resource) => shelf.remove(before),
      took: shelf.took,
      again: shelf.again,
    }));
    const deed = { said: (n: number) => this.b.t.resources.collected(n, shelf.title), undone: shelf.undone };
    await this.go(steps, deed);
  }

  #reviewForm(n: number): TemplateResult {
    const t = this.b.t.resources;
    const hows = (['right', 'day', 'none'] as const).map((how) => [how, t.hows[how]] as const);
    const keep = this.put((day: string) => (this.#day = day));
    const months = this.host.cop.info?.rules.reviewMonths;
    const fields = html`<p>${choice<How>(
      t.how,
      this.#how,
      hows,
      this.put((how) => (this.#how = how)),
    )}</p>
      ${
        this.#how === 'none'
          ? nothing
          : html`<label class="label" for="bulk-day">${t.day}</label>
            <div class="row">
              <input id="bulk-day" type="date" min=${tomorrow()} .value=${live(this.#day)} @input=${(e: Event) => keep((e.target as HTMLInputElement).value)} />
              ${this.#how === 'right' && months ? html`<span class="hint">${t.usual(months)}</span>` : nothing}
            </div>`
      }`;
    const ready = () => this.#how !== 'day' || this.#day >= tomorrow();
    return this.form(fields, t.saveNow(n), () => (this.#how === 'right' ? this.#right() : this.#setDay()), { ready });
  }

  #right(): Promise<unknown> {
    const day = this.#day >= tomorrow() ? this.#day : undefined;
    const steps = this.#steps((now) => {
      this.#demand(can(now, 'review'));
      return findRight(now.id, day);
    });
    return this.go(steps, { said: this.b.t.resources.right });
  }

  #setDay(): Promise<unknown> {
    const day = this.#how === 'day' ? this.#day : null;
    const steps = this.#steps(
      (now) => {
        this.#demand(can(now, 'edit'));
        return now.review.on === day ? null : setReviewDay(now, day);
      },
      (before, after) => setReviewDay(after, before.review.on),
    );
    return this.go(steps, { said: this.b.t.resources.dayed });
  }

  #stewardForm(n: number): TemplateResult {
    const ready = () => this.#naming.ready;
    return this.form(this.#naming.fields(), this.b.t.resources.saveNow(n), () => this.#name(), { ready });
  }

  #name(): Promise<unknown> {
    const named = this.#naming.named();
    const steps = this.#steps((now) => {
      const write = named.write(now);
      this.#demand(!write || can(now, named.action));
      return write;
    }, named.undo);
    return this.go(steps, { said: named.said });
  }

  #stateForm(states: readonly State[]): TemplateResult {
    const t = this.b.t.resources;
    if (!states.includes(this.#state as State)) this.#state = states[0] ?? '';
    const state = this.#state || 'publish';
    const count = (one: State) => this.chosen.filter(FITS[one]).length;
    const labels: Partial<Record<State, string>> = { decline: this.lib.t.declineReason, retire: this.lib.t.retireReason };
    const keep = this.put((reason: string) => (this.#reason = reason));
    const fields = html`<p>${choice<State>(
      t.state,
      state,
      states.map((one) => [one, t.withCount(t.states[one], count(one))] as const),
      this.put((to) => (this.#state = to)),
    )}</p>
      ${
        labels[state]
          ? html`<label class="label" for="bulk-note">${labels[state]}</label>
            <input id="bulk-note" type="text" dir="auto" maxlength="500" autocomplete="off" .value=${live(this.#reason)} @input=${(e: Event) => keep((e.target as HTMLInputElement).value)} />`
          : nothing
      }`;
    const ready = () => state !== 'decline' || this.#reason.trim().length > 0;
    return this.form(fields, t.stateNow[state](count(state)), () => this.#setState(state), { ready });
  }

  /** What is published, or sent back to its author, can’t be taken back: somebody has heard of it. */
  #setState(state: State): Promise<unknown> {
    const reason = state === 'decline' || state === 'retire' ? this.#reason.trim() : '';
    const back: Partial<Record<State, Step<Resource>['undo']>> = {
      restore: (before, after) => setStatus(after, 'obsolete', before.statusNote),
      retire: (_, after) => setStatus(after, 'published'),
    };
    const steps = this.#steps((now) => {
      if (now.status === TO[state]) return null;
      this.#demand(FITS[state](now));
      return setStatus(now, TO[state], reason);
    }, back[state]);
    return this.go(steps, { said: this.b.t.resources.stated[state] });
  }

  #removeForm(n: number): TemplateResult {
    const t = this.b.t.resources;
    return this.form(html`<p>${t.removeHint}</p>`, t.removeNow(n), () => this.#remove(), { wrong: true });
  }

  /** Out of sight at once, and gone when the toast is over: until then they can come back as if nothing had been. */
  #remove(): void {
    const { host } = this;
    const { cop } = host;
    const doomed = this.chosen;
    const shown = new Map(doomed.map(({ id }) => [id, cop.cache.hide(id)]));
    const seen = new Map<string, number>();
    const write = ({ id, version }: Resource) => {
      // What somebody has changed meanwhile is not what was to go.
      if ((seen.get(id) ?? version) !== version) throw new Unfit(this.b.t.stale);
      seen.set(id, version);
      return deleteResource(id, version);
    };
    const steps = this.#steps(write);
    this.drop(...shown.keys());
    this.fold();
    host.toast(this.b.t.resources.removed(doomed.length), {
      undo: () => shown.forEach((show) => show()),
      done: async (leaving) => {
        if (leaving) return doomed.forEach(({ id, version }) => sendLeaving(cop, deleteResource(id, version)));
        const here = host.isConnected && host.found.value === cop;
        const gone = here ? (await this.go(steps, {}))?.changed.map(({ before }) => before.id) : await deleteEach(cop, doomed);
        for (const id of gone ?? []) shown.delete(id);
        shown.forEach((show) => show());
      },
    });
  }
}

/** Deletes them where nobody looks any more. @returns ids of those that are gone */
async function deleteEach(cop: Community, doomed: readonly Resource[]): Promise<string[]> {
  const gone: string[] = [];
  for (const { id, version } of doomed) {
    const sent = await cop.write(deleteResource(id, version)).catch(() => null);
    if (sent) gone.push(id);
  }
  return gone;
}

/** RFC 3339 date of the reader’s tomorrow: a look that is to come. */
function tomorrow(): string {
  const day = new Date();
  day.setDate(day.getDate() + 1);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
