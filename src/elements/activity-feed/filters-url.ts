import { known } from '../../controllers/query-values.js';
import { FiltersUrl } from '../../ui/filters-url.js';
import type { CopActivityFeed } from './activity-feed.js';
import { FILTERS, type FeedFilter } from './filters.js';

/** Keeps what narrows the feed in the page's address. */
export const keepInUrl = (host: CopActivityFeed): FiltersUrl =>
  new FiltersUrl(
    host,
    'cop-activities',
    () => ({ filter: host.filter, group: host.group }),
    (value) => {
      host.filter = known(value('filter') as FeedFilter, FILTERS);
      host.group = value('group').slice(0, 100);
    },
  );
