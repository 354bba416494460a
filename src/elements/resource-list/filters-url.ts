import type { ReactiveController } from 'lit';
import { known } from '../../controllers/query-values.js';
import type { CopResourceList, MoreFilters } from './resource-list.js';

const TEXTS = ['q', 'kind', 'topic', 'language', 'outcome', 'sort'] as const;
const LISTS = ['year', 'form', 'mark'] as const;
const STATUSES = { proposed: 1, draft: 1, obsolete: 1 };
const DATE = /^\d{4}-\d\d-\d\d$/;

/**
 * What narrows the list, in one parameter of the page's address: `?cop-resources=kind%3Dbook%26topic%3Dtrust`. Only values that differ from
 * those of the attributes stand there; other people's parameters, the hash and the steps of the history are left alone.
 */
export class FiltersUrl implements ReactiveController {
  readonly #begun: Map<string, string>;
  #written = '';

  constructor(private readonly host: CopResourceList) {
    this.#begun = this.#values();
    host.addController(this);
    this.#read();
  }

  hostConnected(): void {
    addEventListener('popstate', this.#read);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#read);
  }

  get #name(): string {
    return this.host.id ? `cop-resources-${this.host.id}` : 'cop-resources';
  }

  #values(): Map<string, string> {
    const { host } = this;
    const values = new Map<string, string>(TEXTS.map((name) => [name, host[name].trim()]));
    values.set('mine', host.mine ? '1' : '').set('saved', host.more.saved ? '1' : '');
    for (const name of LISTS) values.set(name, (host.more[name] ?? []).join(' '));
    for (const name of ['since', 'until', 'status'] as const) values.set(name, host.more[name] ?? '');
    return values;
  }

  /** Writes what is chosen now, in place of what was. */
  write(): void {
    const chosen = new URLSearchParams([...this.#values()].filter(([name, value]) => value !== this.#begun.get(name))).toString();
    if (chosen === this.#written) return;
    this.#written = chosen;
    const url = new URL(location.href);
    if (chosen) url.searchParams.set(this.#name, chosen);
    else url.searchParams.delete(this.#name);
    if (url.href !== location.href) history.replaceState(history.state, '', url.href);
  }

  #read = (): void => {
    const text = new URL(location.href).searchParams.get(this.#name) ?? '';
    if (text === this.#written) return;
    this.#written = text;
    const params = new URLSearchParams(text);
    const value = (name: string) => params.get(name) ?? this.#begun.get(name) ?? '';
    const { host } = this;
    for (const name of ['q', 'kind', 'topic', 'language'] as const) host[name] = value(name);
    host.outcome = known(value('outcome') as CopResourceList['outcome'], host.l.t.outcomes);
    host.sort = known(value('sort') as CopResourceList['sort'], host.l.t.sorts);
    host.mine = value('mine') === '1';
    // An address can hold anything; what the endpoint would refuse is left out.
    const list = (name: (typeof LISTS)[number], fits: RegExp) =>
      value(name)
        .split(' ')
        .filter((one) => fits.test(one));
    const more: MoreFilters = {
      year: list('year', /^\d{4}$/),
      form: list('form', /^(?:link|file)$/) as NonNullable<MoreFilters['form']>,
      mark: list('mark', /^(?:endorsed|due)$/) as NonNullable<MoreFilters['mark']>,
      since: DATE.test(value('since')) ? value('since') : undefined,
      until: DATE.test(value('until')) ? value('until') : undefined,
      status: (known(value('status'), STATUSES) || undefined) as MoreFilters['status'],
      saved: value('saved') === '1' || undefined,
    };
    host.more = Object.fromEntries(Object.entries(more).filter(([, some]) => some !== undefined && String(some) !== ''));
  };
}
