import { known } from '../../controllers/query-values.js';
import { FiltersUrl } from '../../ui/filters-url.js';
import type { CopResourceList, MoreFilters } from './resource-list.js';

const TEXTS = ['q', 'kind', 'topic', 'language'] as const;
const OUTCOMES = { worked: 1, adapted: 1, failed: 1 };
const STATUSES = { proposed: 1, draft: 1, obsolete: 1 };
const DATE = /^\d{4}-\d\d-\d\d$/;

/** Keeps what narrows the list of resources in the page's address. */
export const keepInUrl = (host: CopResourceList): FiltersUrl =>
  new FiltersUrl(
    host,
    'cop-resources',
    () => ({
      ...Object.fromEntries([...TEXTS, 'outcome' as const, 'sort' as const].map((name) => [name, host[name].trim()])),
      mine: host.mine ? '1' : '',
      saved: host.more.saved ? '1' : '',
      ...Object.fromEntries((['year', 'form', 'mark'] as const).map((name) => [name, (host.more[name] ?? []).join(' ')])),
      ...Object.fromEntries((['since', 'until', 'status'] as const).map((name) => [name, host.more[name] ?? ''])),
    }),
    (value) => {
      for (const name of TEXTS) host[name] = value(name);
      host.outcome = known(value('outcome') as CopResourceList['outcome'], OUTCOMES);
      host.sort = known(value('sort') as CopResourceList['sort'], host.l.t.sorts);
      host.mine = value('mine') === '1';
      // An address can hold anything; what the endpoint would refuse is left out.
      const list = (name: string, fits: RegExp) =>
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
    },
  );
