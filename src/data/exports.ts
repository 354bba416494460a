import type { Activity, Answer, Member, MemberRef, Post, Question, QuestionSummary, Resource, TopicRef } from '../contract/index.js';

/** What can be taken along: the rows of a list, or one thing that is open. */
export type ExportNoun = 'questions' | 'resources' | 'members' | 'activities' | 'posts';

/** What is taken along. `href` gives the address that opens a thing; null where the page has none. */
export interface Exported {
  noun: ExportNoun;
  /** Name of the list or of the thing. */
  title: string;
  items: readonly unknown[];
  /** The answers, where it is one question. */
  answers?: readonly Answer[] | undefined;
  href: (id: string) => string | null;
}

type Cell = string | number | null;
type Row = Record<string, Cell>;

const names = (topics: readonly TopicRef[]) => topics.map(({ label }) => label).join('; ');
const nameOf = (person: MemberRef | null) => person?.name ?? null;
const uses = ({ uses: { worked, adapted, failed } }: Pick<Resource, 'uses'>) => ({ worked, adapted, failed });

const question = (q: QuestionSummary | Question, href: Exported['href']): Row => ({
  id: q.id,
  title: q.title,
  text: 'body' in q ? q.body : q.excerpt,
  kind: q.kind,
  topics: names(q.topics),
  author: nameOf(q.author),
  createdAt: q.createdAt,
  score: q.score,
  answers: q.answerCount,
  accepted: q.acceptedAnswerId ? 'yes' : 'no',
  ...uses(q),
  url: href(q.id),
  ...origin(q),
});

const resource = (r: Resource, href: Exported['href']): Row => ({
  id: r.id,
  title: r.title,
  description: r.description,
  kind: r.kind,
  topics: names(r.topics),
  creator: r.creator,
  language: r.language,
  licence: r.licence,
  publishedOn: r.publishedOn,
  address: r.url ?? r.file?.name ?? null,
  suggestedBy: nameOf(r.suggestedBy),
  createdAt: r.createdAt,
  ...uses(r),
  url: href(r.id),
  ...origin(r),
});

const member = (m: Member, href: Exported['href']): Row => ({
  id: m.id,
  name: m.name,
  headline: m.headline,
  pronouns: m.pronouns,
  place: m.place,
  country: m.country,
  languages: m.languages.join('; '),
  timeZone: m.timeZone,
  offers: names(m.offers),
  needs: names(m.needs),
  topics: names(m.topics),
  groups: m.groups.map(({ name }) => name).join('; '),
  links: m.links.map(({ url }) => url).join(' '),
  bio: m.bio,
  joinedAt: m.joinedAt,
  url: href(m.id),
  ...origin(m),
});

const activity = (a: Activity): Row => ({
  id: a.id,
  published: a.published,
  actor: nameOf(a.actor) ?? a.source?.name ?? null,
  type: a.type,
  objectType: a.object.type,
  title: a.object.title ?? a.target?.title ?? null,
  summary: a.summary,
  reactions: a.reactions.reduce((sum, { count }) => sum + count, 0),
  url: a.object.url ?? a.target?.url ?? null,
});

const post = (p: Post, href: Exported['href']): Row => ({
  id: p.id,
  title: p.title,
  text: p.body,
  topics: names(p.topics),
  author: nameOf(p.author),
  createdAt: p.createdAt,
  address: p.url,
  url: href(p.id),
  ...origin(p),
});

/** Where imported content came from: whoever takes it along owes that to its licence. */
const origin = ({ source }: { source: Post['source'] }): Row => ({
  source: source?.name ?? null,
  sourceUrl: source?.url ?? null,
  sourceLicence: source?.licence ?? null,
});

/** One row for each item, under the names of the contract. */
export function rowsOf({ noun, items, answers, href }: Exported): Row[] {
  const rows = {
    questions: () => (items as Question[]).map((item) => question(item, href)),
    resources: () => (items as Resource[]).map((item) => resource(item, href)),
    members: () => (items as Member[]).map((item) => member(item, href)),
    activities: () => (items as Activity[]).map(activity),
    posts: () => (items as Post[]).map((item) => post(item, href)),
  }[noun]();
  const under = (answers ?? []).map((a) => ({
    id: a.id,
    text: a.body,
    author: nameOf(a.author),
    createdAt: a.createdAt,
    score: a.score,
    accepted: a.accepted ? 'yes' : 'no',
    ...uses(a),
    ...origin(a),
  }));
  return [...rows, ...under];
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
const harmless = (text: string) => (/^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const cell = (value: Cell | undefined) => {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' ? String(value) : `"${harmless(value).replaceAll('"', '""')}"`;
};

/** RFC 4180, with a byte order mark, since spreadsheets else take UTF-8 for something older. */
export function toCsv(exported: Exported): string {
  const rows = rowsOf(exported);
  const heads = Object.keys(rows[0] ?? {});
  return `\ufeff${[heads.join(','), ...rows.map((row) => heads.map((head) => cell(row[head])).join(','))].join('\r\n')}\r\n`;
}

/** Text that stands in a line of Markdown as it is. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/([\\`*_[\]<>#|])/g, '\\$1');
const named = (text: string, url: string | null) =>
  url && /^https?:/.test(url) ? `[${plain(text)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)` : plain(text);

/** What begins a tag, a comment or the like (CommonMark 0.31, section 6.6), but no link in angle brackets. */
const TAG = /<(?=[a-z/!?])(?!(?:https?|mailto):)/gi;
/** Code, where HTML is text: a fence at the beginning of a line, or a span within one (sections 4.5 and 6.1). */
const CODE = /^(`{3,}|~{3,})[^`\n]*\n[^]*?(?:^\1[`~]*[ \t]*$|(?![^]))|(?<![\\`])(`+)(?!`)[^\n]*?(?<!`)\2(?!`)/;
const TAG_BESIDE_CODE = new RegExp(`${CODE.source}|${TAG.source}`, 'gim');
const escaped = (text: string, what: RegExp) => text.replace(what, (found) => (found === '<' ? '&lt;' : found));

/** Markdown without HTML of its own: the elements show none, and what reads the file might run it. */
export async function toMarkdown(exported: Exported): Promise<string> {
  const { lexer, walkTokens } = await import('marked');
  const written = markdown(exported, TAG_BESIDE_CODE);
  let harmful = false;
  walkTokens(lexer(written), ({ type }) => void (harmful ||= type === 'html'));
  // Where texts leave open what is code, as a fence that the next one closes, a tag in code is shown escaped rather than run.
  return harmful ? markdown(exported, TAG) : written;
}

/** A heading for each, its facts in a line, and its text. */
function markdown(exported: Exported, unsafe: RegExp): string {
  const { title, noun, answers = [] } = exported;
  const rows = rowsOf({ ...exported, answers: [] });
  const single = rows.length === 1 && title === (rows[0]?.['title'] ?? rows[0]?.['name']);
  const blocks = rows.map((row) => {
    const { id: _, title: heading, name, text, description, bio, summary, url, source, sourceUrl, sourceLicence, ...facts } = row;
    const known = Object.entries(facts).filter(([, value]) => value !== null && value !== '' && value !== 0);
    const head = String(heading ?? name ?? `${facts['actor'] ?? ''} ${facts['type'] ?? ''}`);
    const from = source
      ? `\n\n${named(String(source), sourceUrl as string | null)}${sourceLicence ? `, ${plain(String(sourceLicence))}` : ''}`
      : '';
    return `${single ? '#' : '##'} ${named(head, url as string | null)}\n\n${known.map(([key, value]) => `${key}: ${plain(String(value))}`).join(' · ')}\n\n${escaped(String(text ?? description ?? bio ?? summary ?? ''), unsafe)}${from}`;
  });
  const under =
    noun === 'questions'
      ? answers.map(
          (a) =>
            `## ${a.accepted ? '✓ ' : ''}${plain(a.author?.name ?? '–')}\n\n${a.createdAt} · score: ${a.score}\n\n${escaped(a.body, unsafe)}`,
        )
      : [];
  return `${[...(single ? [] : [`# ${plain(title)}`]), ...blocks, ...under]
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

const person = (member: MemberRef | null) =>
  member ? { '@type': 'Person', name: member.name, url: member.url ?? undefined, image: member.avatarUrl ?? undefined } : undefined;
const keywords = (topics: readonly TopicRef[]) => (topics.length ? names(topics).replaceAll('; ', ', ') : undefined);

const answerLd = (a: Answer) => ({
  '@type': 'Answer',
  text: a.body,
  author: person(a.author),
  dateCreated: a.createdAt,
  upvoteCount: Math.max(0, a.score),
});

function questionLd(q: QuestionSummary | Question, { href, answers }: Pick<Exported, 'href' | 'answers'>) {
  const suggested = answers?.filter(({ accepted }) => !accepted);
  const accepted = answers?.find((answer) => answer.accepted);
  return {
    '@type': 'Question',
    name: q.title,
    text: 'body' in q ? q.body : q.excerpt,
    answerCount: q.answerCount,
    upvoteCount: Math.max(0, q.score),
    dateCreated: q.createdAt,
    author: person(q.author),
    keywords: keywords(q.topics),
    url: href(q.id) ?? undefined,
    acceptedAnswer: accepted && answerLd(accepted),
    suggestedAnswer: suggested?.length ? suggested.map(answerLd) : undefined,
  };
}

const resourceLd = (r: Resource, href: Exported['href']) => ({
  '@type': r.kind === 'article' ? 'Article' : r.kind === 'book' ? 'Book' : r.kind === 'course' ? 'Course' : 'CreativeWork',
  name: r.title,
  description: r.description || undefined,
  url: r.url ?? href(r.id) ?? undefined,
  inLanguage: r.language ?? undefined,
  creator: r.creator ? { '@type': 'Person', name: r.creator } : undefined,
  license: r.licence ?? undefined,
  datePublished: r.publishedOn ?? undefined,
  keywords: keywords(r.topics),
});

const memberLd = (m: Member, href: Exported['href']) => ({
  '@type': 'Person',
  name: m.name,
  jobTitle: m.headline || undefined,
  description: m.bio || undefined,
  image: m.avatarUrl ?? undefined,
  url: href(m.id) ?? undefined,
  knowsAbout: m.offers.length || m.topics.length ? [...new Set([...m.offers, ...m.topics].map(({ label }) => label))] : undefined,
  knowsLanguage: m.languages.length ? m.languages : undefined,
  address:
    m.place || m.country
      ? { '@type': 'PostalAddress', addressLocality: m.place ?? undefined, addressCountry: m.country ?? undefined }
      : undefined,
  memberOf: m.groups.length ? m.groups.map(({ name }) => ({ '@type': 'Organization', name })) : undefined,
});

/** The nearest that schema.org has; what it has no word for is an Action. */
const ACTIONS: Partial<Record<Activity['type'], string>> = {
  asked: 'AskAction',
  answered: 'ReplyAction',
  commented: 'CommentAction',
  accepted: 'AcceptAction',
  added: 'AddAction',
  used: 'UseAction',
  posted: 'WriteAction',
  joined: 'JoinAction',
  revised: 'UpdateAction',
  endorsed: 'EndorseAction',
  reviewed: 'ReviewAction',
};

const activityLd = (a: Activity) => ({
  '@type': ACTIONS[a.type] ?? 'Action',
  agent: person(a.actor) ?? (a.source ? { '@type': 'Organization', name: a.source.name } : undefined),
  endTime: a.published,
  object: { '@type': 'Thing', name: a.object.title ?? a.target?.title ?? undefined, url: a.object.url ?? a.target?.url ?? undefined },
});

const postLd = (p: Post, href: Exported['href']) => ({
  '@type': 'SocialMediaPosting',
  headline: p.title ?? undefined,
  articleBody: p.body,
  author: person(p.author),
  datePublished: p.createdAt,
  keywords: keywords(p.topics),
  url: p.url ?? href(p.id) ?? undefined,
});

/** As schema.org tells it: a list is an ItemList, one question a QAPage. */
export function toJsonLd(exported: Exported, single: boolean): object {
  const { noun, title, items, href } = exported;
  const things = {
    questions: () => (items as Question[]).map((item) => questionLd(item, single ? exported : { href })),
    resources: () => (items as Resource[]).map((item) => resourceLd(item, href)),
    members: () => (items as Member[]).map((item) => memberLd(item, href)),
    activities: () => (items as Activity[]).map(activityLd),
    posts: () => (items as Post[]).map((item) => postLd(item, href)),
  }[noun]();
  const context = { '@context': 'https://schema.org' };
  if (single) return noun === 'questions' ? { ...context, '@type': 'QAPage', mainEntity: things[0] } : { ...context, ...things[0] };
  return {
    ...context,
    '@type': 'ItemList',
    name: title,
    numberOfItems: things.length,
    itemListElement: things.map((item, i) => ({ '@type': 'ListItem', position: i + 1, item })),
  };
}
