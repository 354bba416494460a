import { known } from '../../controllers/query-values.js';
import { FiltersUrl } from '../../ui/filters-url.js';
import type { CopAskTheCommunity } from './ask-the-community.js';

const FLAGS = ['unanswered', 'mine', 'followed'] as const;
const WAITS = { forMe: 1, forStewards: 1, reported: 1, untouched: 1 };

/** Keeps what narrows the list of questions in the page's address. */
export const keepInUrl = (host: CopAskTheCommunity): FiltersUrl =>
  new FiltersUrl(
    host,
    'cop-questions',
    () => ({
      q: host.query,
      kind: host.kind,
      topic: host.topic,
      sort: host.sort,
      waits: host.waitsFor,
      ...Object.fromEntries(FLAGS.map((name) => [name, host[name] ? '1' : ''])),
    }),
    (value) => {
      host.typed = host.query = value('q');
      host.topic = value('topic');
      host.kind = known(value('kind') as CopAskTheCommunity['kind'], host.l.t.kinds);
      host.sort = known(value('sort') as CopAskTheCommunity['sort'], host.l.t.sorts);
      host.waitsFor = known(value('waits') as CopAskTheCommunity['waitsFor'], WAITS);
      for (const name of FLAGS) host[name] = value(name) === '1';
    },
  );
