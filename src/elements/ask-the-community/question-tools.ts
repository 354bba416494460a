import { html, nothing } from 'lit';
import type { QuestionKind, QuestionSort, TopicRef } from '../../contract/index.js';
import { choice, searchField, sortChoice } from '../../ui/tools.js';
import { KINDS, type CopAskTheCommunity } from './ask-the-community.js';

const later = () => html``;

/** Search, filters and sorting of the list. */
export function tools(host: CopAskTheCommunity): unknown {
  const { t } = host.l;
  if (host.hides('tools')) return nothing;
  const chip = (filter: string, label: unknown, on: boolean, toggle: () => void) =>
    host.hasFilter(filter) ? html`<button type="button" class="chip" aria-pressed=${on} @click=${toggle}>${label}</button>` : nothing;
  const { session } = host.cop;
  const waiting = host.cop.has('ladder') ? session?.waiting : undefined;
  const waits = (filter: string, of: typeof host.waitsFor, label: string, n: number | undefined = 0) =>
    chip(
      filter,
      n ? html`${label} <b class="n">${host.l.formats.number(n)}</b>` : label,
      host.waitsFor === of,
      () => (host.waitsFor = host.waitsFor === of ? '' : of),
    );
  const sorts: QuestionSort[] = ['newest', 'active', 'votes'];
  if (host.query) sorts.unshift('relevance');
  return html`<search class="tools" part="tools">
      ${searchField(host, t.searchLabel, host.typed, host.search)}
      ${chip('unanswered', t.unanswered, host.unanswered, () => (host.unanswered = !host.unanswered))}
      ${waiting && session?.member ? waits('for-me', 'forMe', t.forMe, waiting.forMe) : nothing}
      ${session?.member ? chip('mine', t.mine, host.mine, () => (host.mine = !host.mine)) : nothing}
      ${host.cop.can('follow') ? chip('followed', t.followed, host.followed, () => (host.followed = !host.followed)) : nothing}
      ${host.cop.can('moderate') ? host.care.render((view) => view.queues(waits), later) : nothing}
      ${host.hasFilter('kind') ? choice<QuestionKind | ''>(t.kind, host.kind, [['', t.anyKind], ...KINDS.map((k): [QuestionKind, string] => [k, t.kinds[k]])], (kind) => (host.kind = kind)) : nothing}
      ${host.hasFilter('topic') ? choice(t.topic, host.topic, topicOptions(host), (id) => (host.topic = id)) : nothing}
      ${sortChoice(host, host.sort || (host.query ? 'relevance' : 'newest'), sorts, t.sorts, (sort) => (host.sort = sort))}
    </search>
    ${host.topic ? followTopic(host) : nothing}`;
}

/** The topic that the list is about can be followed. */
function followTopic(host: CopAskTheCommunity): unknown {
  const title = topicOptions(host).find(([id]) => id === host.topic)?.[1] ?? '';
  const object = { type: 'topic', id: host.topic, title } as const;
  const cares = host.cop.can('moderate') && host.cop.has('stewarding');
  return host.follow.render(
    (view) =>
      html`<div class="meta">${view.button(object, { named: true })} ${cares ? host.care.render((view) => view.show(object.id, title), later) : nothing} ${view.notices(object)}</div>`,
    later,
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
