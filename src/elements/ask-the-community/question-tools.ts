import { html, nothing, type TemplateResult } from 'lit';
import type { QuestionKind, QuestionSort, TopicRef } from '../../contract/index.js';
import { choice, searchField } from '../../ui/tools.js';
import { KINDS, type CopAskTheCommunity } from './ask-the-community.js';

/** Search, filters and sorting of the list. */
export function tools(host: CopAskTheCommunity): TemplateResult {
  const { t } = host.l;
  const chip = (label: string, on: boolean, toggle: () => void) =>
    html`<button type="button" class="chip" aria-pressed=${on} @click=${toggle}>${label}</button>`;
  const sorts: QuestionSort[] = ['newest', 'active', 'votes'];
  if (host.query) sorts.unshift('relevance');
  return html`<search class="tools" part="tools">
      ${searchField(t.searchLabel, host.typed, host.search)}
      ${chip(t.unanswered, host.unanswered, () => (host.unanswered = !host.unanswered))}
      ${host.cop.session?.member ? chip(t.mine, host.mine, () => (host.mine = !host.mine)) : nothing}
      ${host.cop.can('follow') ? chip(t.followed, host.followed, () => (host.followed = !host.followed)) : nothing}
      ${choice<QuestionKind | ''>(t.kind, host.kind, [['', t.anyKind], ...KINDS.map((k): [QuestionKind, string] => [k, t.kinds[k]])], (kind) => (host.kind = kind))}
      ${choice(t.topic, host.topic, topicOptions(host), (id) => (host.topic = id))}
      ${choice(
        host.common.t.sort,
        host.sort || (host.query ? 'relevance' : 'newest'),
        sorts.map((s) => [s, t.sorts[s]] as const),
        (sort) => (host.sort = sort),
        'sort',
      )}
    </search>
    ${host.topic ? followTopic(host) : nothing}`;
}

/** The topic that the list is about can be followed. */
function followTopic(host: CopAskTheCommunity): unknown {
  const title = topicOptions(host).find(([id]) => id === host.topic)?.[1] ?? '';
  const object = { type: 'topic', id: host.topic, title } as const;
  return host.follow.render(
    (view) => html`<div class="meta">${view.button(object, { named: true })} ${view.notices(object)}</div>`,
    () => html``,
  );
}

function topicOptions(host: CopAskTheCommunity): [string, string][] {
  const { value } = host.topics;
  const known: TopicRef[] = value.state === 'ready' ? value.data.items : [];
  // One that is not among the most used is known from the row it was found in.
  const other = host.topic && !known.some(({ id }) => id === host.topic);
  const named =
    host.topicNamed?.id === host.topic
      ? host.topicNamed
      : host.questions.items.flatMap((q) => q.topics).find(({ id }) => id === host.topic);
  return [
    ['', host.l.t.anyTopic],
    ...[...(other ? [named ?? { id: host.topic, label: host.topic }] : []), ...known].map(({ id, label }): [string, string] => [id, label]),
  ];
}
