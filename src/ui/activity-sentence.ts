import { html, type TemplateResult } from 'lit';
import type { Activity, MemberRef, ObjectRef, Source } from '../contract/index.js';
import type { CommonMessages } from '../i18n/en/common.js';
import type { FeedMessages } from '../i18n/en/feed.js';

/** Acts of one kind on one thing within a day, which read as one: “Bo and 3 others answered …”. */
export interface ActivityGroup {
  /** The id of its oldest act, which stays when newer ones join it. */
  id: string;
  /** Newest first; never empty. */
  items: [Activity, ...Activity[]];
}

const DAY = 86_400_000;

/** What an act is about and what is read when it is followed: the question of an answer, the resource that was used. */
export const subjectOf = ({ object, target }: Activity): ObjectRef =>
  object.type === 'answer' || object.type === 'comment' ? (target ?? object) : object;

/** People join one by one, but it is one piece of news. Everything else is one where it is about the same thing. */
const sameNews = (a: Activity, b: Activity) =>
  a.type === b.type &&
  (a.type === 'joined' || (a.object.type === b.object.type && subjectOf(a).id === subjectOf(b).id)) &&
  Date.parse(a.published) - Date.parse(b.published) < DAY;

/** Puts acts of a list, newest first, together, at the place of the newest. `apart` keeps an act from the newest of a group. */
export function groupActivities(
  activities: readonly Activity[],
  apart: (newest: Activity, older: Activity) => boolean = () => false,
): ActivityGroup[] {
  const groups: ActivityGroup[] = [];
  for (const activity of activities) {
    const group = groups.find(({ items: [newest] }) => sameNews(newest, activity) && !apart(newest, activity));
    if (group) {
      group.items.push(activity);
      group.id = activity.id;
    } else groups.push({ id: activity.id, items: [activity] });
  }
  return groups;
}

/** Everyone who acted, once, newest first. Who is not known counts as one. */
export const actorsOf = ({ items }: ActivityGroup): (MemberRef | null)[] => [
  ...new Map(items.map(({ actor }) => [actor?.id, actor])).values(),
];

/** A message with `{places}`, filled in the order in which its language has them. */
const fill = (message: string, parts: Record<string, unknown>): unknown[] =>
  message.split(/\{(\w+)\}/).map((text, i) => (i % 2 ? parts[text] : text));

/** The words and links that a sentence is made of. */
export interface SentenceOptions {
  t: FeedMessages;
  common: CommonMessages;
  /** A thing or a person, by name: as a link where it can be opened. Plain strong text by default. */
  name?: (ref: ObjectRef, text: string) => unknown;
}

/** Nobody is known to have done it: the sentence names the source instead. */
export const namesSource = ({ type, actor, source }: Activity): boolean =>
  !actor && source !== null && (type === 'posted' || type === 'added');

/** The message for an act: by its kind, and by what is missing or known of it. */
function messageOf(t: FeedMessages, activity: Activity, people: number): string {
  const { type, object } = activity;
  if (namesSource(activity)) return type === 'posted' ? t.from.posted : t.from.added;
  const partOfThread = object.type === 'answer' || object.type === 'comment';
  if (partOfThread && (type === 'used' || type === 'revised'))
    return t.acts[type === 'used' ? 'usedAnswer' : object.type === 'answer' ? 'revisedAnswer' : 'revisedComment'](people);
  return t.acts[type](people);
}

const strong = (_: ObjectRef, text: string): TemplateResult => html`<b><bdi>${text}</bdi></b>`;
const sourceName = (source: Source | null) => {
  const name = html`<bdi>${source?.name}</bdi>`;
  return source?.url ? html`<a href=${source.url}>${name}</a>` : html`<b>${name}</b>`;
};

/** One plain sentence for an act, or for a group of acts. */
export function activitySentence(of: Activity | ActivityGroup, { t, common, name = strong }: SentenceOptions): unknown[] {
  const group: ActivityGroup = 'items' in of ? of : { id: of.id, items: [of] };
  const [newest] = group.items;
  const actors = actorsOf(group);
  const person = (member: MemberRef | null | undefined) =>
    member ? name({ type: 'member', id: member.id, title: member.name, url: member.url }, member.name) : common.somebody;
  const subject = subjectOf(newest);
  return fill(messageOf(t, newest, actors.length), {
    actors: fill(t.actors(actors.length), { first: person(actors[0]), second: person(actors[1]) }),
    subject: name(subject, subject.title ?? t.things[subject.type]),
    source: sourceName(newest.source),
  });
}
