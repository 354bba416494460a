import { known } from '../../controllers/query-values.js';
import { FiltersUrl } from '../../ui/filters-url.js';
import { commas, FACETS } from './filters.js';
import type { CopMemberDirectory } from './member-directory.js';

/** Keeps what narrows the directory in the page's address. */
export const keepInUrl = (host: CopMemberDirectory): FiltersUrl =>
  new FiltersUrl(
    host,
    'cop-members',
    () => ({
      q: host.q.trim(),
      mode: host.mode,
      sort: host.sort,
      ...Object.fromEntries(FACETS.map((facet) => [facet, String(commas.toAttribute?.(host[facet]) ?? '')])),
    }),
    (value) => {
      host.q = value('q');
      host.mode = known(value('mode') as CopMemberDirectory['mode'], host.l.t.modes);
      host.sort = known(value('sort') as CopMemberDirectory['sort'], host.l.t.sorts);
      for (const facet of FACETS) host[facet] = commas.fromAttribute?.(value(facet)) ?? [];
    },
  );
