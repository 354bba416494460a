import type { ArchiveInput } from '../../server/import/records.js';
import { shorten, plainText } from '../../server/text.js';
import { COLLECTED, Topics, clean, told, webAddress, type Composed, type Sets, type SourceRecord } from './sets.js';

interface Item {
  id: string;
  kind: string;
  title?: string;
  deck?: string;
  summary?: string;
  body?: string;
  date?: string;
  authors?: (string | null)[] | null;
  topics?: string[] | null;
  url: string;
  source?: string;
  sourceUrl?: string;
  redirectto?: string;
  draft?: boolean;
}
interface Author {
  id: string;
  displayName: string;
  slug: string;
  agencyFullName?: string;
  github?: string;
  location?: string;
  pronoun?: string;
  url: string;
  _derived: { firstActivity?: string };
}
interface Named {
  key: string;
  slug: string;
  name?: string;
  title?: string;
}
type WithTopics = Composed & { topics: ArchiveInput[] };
type Keep = (topics: readonly string[]) => boolean;
type Kind = NonNullable<Extract<ArchiveInput, { type: 'resource' }>['kind']>;

const LICENCE = { licence: 'CC0 1.0', licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/' };
const SITE: SourceRecord = { name: 'Digital.gov, U.S. General Services Administration', url: 'https://digital.gov', ...LICENCE };
const memberKey = (slug: string) => `digital.gov/authors/${slug.toLowerCase()}`;

/** The first rule that fits, by title; what is left is an article. Services are tools. */
const KINDS: [Kind, RegExp][] = [
  ['case', /\bcase stud(y|ies)\b/i],
  ['template', /\b(templates?|checklists?|worksheets?|samples?)\b/i],
  ['course', /\b(courses?|training|curriculum)\b/i],
  ['recording', /\b(podcasts?|videos?|webinars?)\b/i],
  [
    'guide',
    /\b(guides?|guidelines?|guidance|handbook|playbook|how to|introduction to|an introduction|basics|tips|best practices|requirements)\b/i,
  ],
  ['tool', /\b(tools?|toolkits?|registry|generator)\b/i],
];

/** Authors are members of the directory here; elsewhere they are only named as authors of what comes from the site. */
export function digitalGovMembers(sets: Sets, records: ArchiveInput[], listed: boolean): Composed {
  const named = new Set(records.flatMap((record) => ('author' in record && record.author ? [record.author] : [])));
  const authors = sets<Author>('community-digitalgov/members.json').filter(({ slug }) => listed || named.has(memberKey(slug)));
  return { records: authors.map((author) => member(author, listed)), sources: [SITE] };
}

function member(author: Author, listed: boolean): ArchiveInput {
  const { firstActivity } = author._derived;
  const github = /^[\w-]+$/.test(author.github ?? '') ? `https://github.com/${author.github}` : null;
  return {
    type: 'member',
    key: memberKey(author.slug),
    name: clean(author.displayName),
    url: author.url,
    source: { ...SITE, url: author.url },
    ...(listed && {
      headline: clean(author.agencyFullName).slice(0, 160),
      pronouns: author.pronoun || null,
      place: clean(author.location) || null,
      country: 'US',
      links: [
        { kind: 'website' as const, label: 'Digital.gov', url: author.url },
        ...(github ? [{ kind: 'social' as const, label: 'GitHub', url: github }] : []),
      ],
      joinedAt: firstActivity ? `${firstActivity}T12:00:00.000Z` : COLLECTED,
    }),
  };
}

/** Guidance and services: title, summary and link. */
export function digitalGovResources(sets: Sets, keep: Keep): WithTopics {
  const context = contextOf(sets);
  const items = sets<Item>('community-digitalgov/resources.json').filter((item) => isShown(item) && keep(item.topics ?? []));
  const records = items.flatMap((item): ArchiveInput[] => {
    const dated = item.date !== undefined;
    const record = {
      type: 'resource' as const,
      key: `digital.gov/${item.id}`,
      kind: kindOf(item),
      title: shorten(clean(item.title), 200),
      description: summaryOf(item),
      url: webAddress(item.sourceUrl) ?? item.url,
      creator: context.publisher(item),
      publishedOn: item.date?.slice(0, 10) ?? null,
      language: 'en',
      licence: LICENCE.licence,
      topics: context.topics.add(context.labels(item)),
      author: context.authorsOf(item)[0]?.key ?? null,
      createdAt: dated ? timeOf(item.date ?? '') : COLLECTED,
      source: { ...SITE, url: item.url },
    };
    return dated ? told(record) : [record];
  });
  return { records, topics: context.topics.records, sources: [SITE] };
}

/** News: title, summary, who wrote it, and the link to the whole text. */
export function digitalGovNews(sets: Sets, keep: Keep): WithTopics {
  const context = contextOf(sets);
  const items = sets<Item>('community-digitalgov/activities.json').filter((item) => isShown(item) && keep(item.topics ?? []));
  const records = items.flatMap((item): ArchiveInput[] => {
    const authors = context.authorsOf(item);
    const by = authors.length > 1 ? `\n\nBy ${new Intl.ListFormat('en').format(authors.map(({ name }) => name))}.` : '';
    return told({
      type: 'post',
      key: `digital.gov/${item.id}`,
      title: shorten(clean(item.title), 200),
      body: `${summaryOf(item) || clean(item.title)}${by}`,
      url: item.url,
      topics: context.topics.add(context.labels(item)),
      author: authors[0]?.key ?? null,
      createdAt: timeOf(item.date ?? ''),
      source: { ...SITE, url: item.url },
    });
  });
  return { records, topics: context.topics.records, sources: [SITE] };
}

const isShown = (item: Item): boolean => !item.draft && !item.redirectto && Boolean(item.title?.trim());

function contextOf(sets: Sets) {
  const authors = new Map(sets<Author>('community-digitalgov/members.json').map((author) => [author.slug.toLowerCase(), author]));
  const titles = new Map(
    sets<Named>('community-digitalgov/topics.json').flatMap(
      ({ key, slug, title }) =>
        [
          [key, title],
          [slug, title],
        ] as const,
    ),
  );
  const publishers = new Map(
    sets<Named>('community-digitalgov/sources.json').flatMap(
      ({ key, slug, name }) =>
        [
          [key.replace(/^source_/, ''), name],
          [slug, name],
        ] as const,
    ),
  );
  return {
    topics: new Topics(),
    labels: ({ topics }: Item) =>
      (topics ?? []).slice(0, 8).map((topic) => {
        const key = topic.trim().toLowerCase().replace(/\s+/g, '-');
        return titles.get(key) ?? key.replace(/-/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
      }),
    authorsOf: ({ authors: slugs }: Item) =>
      (slugs ?? []).flatMap((slug) => {
        const author = authors.get(slug?.toLowerCase() ?? '');
        return author ? [{ key: memberKey(author.slug), name: clean(author.displayName) }] : [];
      }),
    publisher: ({ source }: Item) => (source ? (publishers.get(source) ?? null) : null),
  };
}

function kindOf(item: Item): Kind {
  if (item.kind === 'service') return 'tool';
  return KINDS.find(([, pattern]) => pattern.test(item.title ?? ''))?.[0] ?? 'article';
}

function summaryOf({ summary, deck, body }: Item): string {
  return escapeMarks(plainText(clean(summary)) || plainText(clean(deck)) || shorten(plainText(clean(body?.slice(0, 2000))), 300));
}
/** A summary is plain text: its `<` and `*` are meant as they are. */
const escapeMarks = (text: string) => text.replace(/[\\`*_[\]<]/g, '\\$&');

/** `2015-04-24 4:12:26 -0400` with the offset it states; a day alone is noon UTC. */
function timeOf(date: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[ T](\d{1,2}):(\d\d)(?::(\d\d))?\s*([+-]\d\d):?(\d\d)?)?/.exec(date);
  if (!parts) throw new Error(`No date: ${date}`);
  const [, day, hour, minute, second = '00', offset, offsetMinutes = '00'] = parts;
  if (hour === undefined) return `${day}T12:00:00.000Z`;
  return new Date(`${day}T${hour.padStart(2, '0')}:${minute}:${second}${offset}:${offsetMinutes}`).toISOString();
}
