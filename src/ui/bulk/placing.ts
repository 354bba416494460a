import { html, nothing, type TemplateResult } from 'lit';
import type { TopicRef } from '../../contract/index.js';
import type { BulkMessages } from '../../i18n/en/bulk.js';
import type { CopElement } from '../cop-element.js';
import { choice } from '../tools.js';
import { TopicField } from '../topic-field.js';
import { Unfit } from './bulk-run.js';

type How = 'add' | 'remove' | 'replace';
interface Placed<K> {
  kind: K | null;
  topics: readonly TopicRef[];
}

const labelsOf = (topics: readonly TopicRef[]) => topics.map(({ label }) => label);
const has = (labels: readonly string[], label: string) =>
  labels.some((one) => one.localeCompare(label, undefined, { sensitivity: 'accent' }) === 0);

/** Puts several things in their place: another kind, and topics that are added, taken away, or take the place of all. */
export class Placing<K extends string> {
  readonly #topics: TopicField;
  #kind: K | '' = '';
  #labels: readonly string[] = [];
  #how: How = 'add';

  constructor(
    private readonly host: CopElement,
    private readonly b: { readonly t: BulkMessages },
    /** Topics that one may have. */
    private readonly most: number,
    private readonly kinds: () => readonly (readonly [K, string])[],
  ) {
    this.#topics = new TopicField(host);
  }

  get ready(): boolean {
    return Boolean(this.#kind || this.#labels.length);
  }

  clear(): void {
    this.#labels = [];
    this.#kind = '';
  }

  fields(): TemplateResult {
    const { t } = this.b;
    const set =
      <V>(put: (value: V) => void) =>
      (value: V) => {
        put(value);
        this.host.requestUpdate();
      };
    const hows = (['add', 'remove', 'replace'] as const).map((how) => [how, t.hows[how]] as const);
    return html`<p class="label">${t.kind}</p>
      ${choice<K | ''>(
        t.kind,
        this.#kind,
        [['', t.kindKeep], ...this.kinds()],
        set((kind) => (this.#kind = kind)),
      )}
      ${this.#topics.field({ name: 'bulk', label: t.topics(this.most), value: this.#labels, most: this.most, onChange: set((labels: string[]) => (this.#labels = labels)) })}
      ${
        this.#labels.length
          ? html`<p>${choice<How>(
              t.how,
              this.#how,
              hows,
              set((how) => (this.#how = how)),
            )}</p>`
          : nothing
      }`;
  }

  /** Where a thing belongs by what is filled in now; null: it is there. The function it gives throws {@link Unfit}. */
  place(): (thing: Placed<K>) => { kind: K | ''; topics: string[] } | null {
    const [labels, kind, how, { full }] = [this.#labels, this.#kind, this.#how, this.b.t];
    return (thing) => {
      const before = labelsOf(thing.topics);
      const topics = !labels.length
        ? before
        : {
            add: () => [...before, ...labels.filter((label) => !has(before, label))],
            remove: () => before.filter((label) => !has(labels, label)),
            replace: () => [...labels],
          }[how]();
      if (topics.length > this.most) throw new Unfit(full(this.most));
      const stays = topics.length === before.length && topics.every((label) => has(before, label));
      return stays && (!kind || kind === thing.kind) ? null : { kind: kind || (thing.kind ?? ''), topics };
    };
  }

  /** Where it was. */
  static before<K>({ kind, topics }: Placed<K>): { kind: K | ''; topics: string[] } {
    return { kind: kind ?? '', topics: labelsOf(topics) };
  }
}
