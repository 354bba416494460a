import type { ArchiveInput } from '../../server/import/records.js';
import { shorten } from '../../server/text.js';
import { COLLECTED, Topics, clean, sentenceCase, type Composed, type Sets, type SourceRecord } from './sets.js';

interface Entry {
  id: string;
  title: string;
  url: string;
  description?: string;
  topic?: string;
  section?: string;
}
type Kind = NonNullable<Extract<ArchiveInput, { type: 'resource' }>['kind']>;

const CC0 = { licence: 'CC0 1.0', licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/' };
const LISTS = {
  'awesome-leading-and-managing': {
    name: 'Awesome Leading and Managing',
    url: 'https://github.com/LappleApple/awesome-leading-and-managing',
    ...CC0,
  },
  'awesome-engineering-team-management': {
    name: 'Awesome Engineering Team Management',
    url: 'https://github.com/kdeldycke/awesome-engineering-team-management',
    ...CC0,
  },
  'awesome-agile': { name: 'Awesome Agile', url: 'https://github.com/lorabv/awesome-agile', ...CC0 },
} satisfies Record<string, SourceRecord>;

/** Shorter or clearer than the lists' own headings. */
const LABELS: Record<string, string> = {
  'For Developers Teamwork TechDebt': 'Leadership for developers',
  'People Ops Perf Reviews and Goal setting': 'Performance reviews and goals',
  'Building Products and Startups OKRs': 'Building products',
  'Giving Feedback Praise and Advice': 'Feedback',
  'One on Ones': 'One-on-ones',
  'Abilities Qualities Values': 'Leadership qualities',
  'Motivation Retention': 'Motivation and retention',
  'Media Blogs Newsletters Podcasts': 'Blogs and podcasts',
  'Postmortems Retrospectives': 'Retrospectives',
  'Conflict Prevention Resolution': 'Conflict',
  'A B Testing': 'A/B testing',
  'Objectives and Key Results OKRs': 'OKRs',
  'Test Driven Development TDD': 'Test-driven development',
  'Behaviour Driven Development BDD': 'Behaviour-driven development',
  'Domain Driven Design DDD': 'Domain-driven design',
  'Minimum Viable Product MVP': 'Minimum viable product',
  'Extreme Programming XP': 'Extreme Programming',
  Team: 'Teams',
};
const NAMES_IN_LABELS = /\b(Scrum|Kanban|Extreme Programming|OKRs|CTO|VP|A\/B|Management 3\.0|InnerSource)\b/g;

/**
 * The first rule that fits says of which kind a link is. `marks` are the remarks in round brackets that the lists put after a title;
 * every other link is an article, which is what these lists mostly collect.
 */
const KINDS: [Kind, (entry: { marks: string; title: string; host: string; section: string }) => boolean][] = [
  ['recording', ({ marks }) => /\b(video|webinar|podcast|talk|screencast)\b/.test(marks)],
  ['book', ({ marks }) => /\b(book|ebook|e-book)\b/.test(marks)],
  [
    'recording',
    ({ host, title }) => /(^|\.)(youtube\.com|youtu\.be|vimeo\.com|soundcloud\.com)$/.test(host) || /\b(podcast|webinar)\b/i.test(title),
  ],
  ['book', ({ host }) => /(^|\.)(amazon\.[a-z.]+|goodreads\.com|openlibrary\.org|manning\.com|leanpub\.com)$/.test(host)],
  [
    'course',
    ({ host, title }) => /(^|\.)(coursera\.org|udemy\.com|edx\.org|udacity\.com)$/.test(host) || /\b(online course|mooc)\b/i.test(title),
  ],
  ['template', ({ title }) => /\b(templates?|checklists?|cheat ?sheets?|worksheets?|canvas)\b/i.test(title)],
  ['case', ({ title, section }) => /\bcase stud(y|ies)\b/i.test(`${title} ${section}`)],
  ['guide', ({ title }) => /\b(guides?|handbook|playbook|primer|manual|how[- ]to)\b/i.test(title)],
  ['tool', ({ title, section }) => /\b(tools?|toolkit|toolbox|calculator|generator)\b/i.test(title) || /^Tools\b/.test(section)],
  ['other', ({ marks, host }) => /\b(slides|deck)\b/.test(marks) || /(^|\.)(slideshare\.net|speakerdeck\.com)$/.test(host)],
];

/** Title and link of each entry, once; the lists' descriptions mostly quote the linked pages, so they are not taken. */
export function linkLists(sets: Sets): Composed {
  const topics = new Topics();
  const seen = new Set<string>();
  const records: ArchiveInput[] = [];
  for (const [name, source] of Object.entries(LISTS)) {
    for (const entry of sets<Entry>(`resources/${name}.json`)) {
      const address = entry.url
        .replace(/^https?:\/\/(www\.)?/, '')
        .replace(/[/#]+$/, '')
        .toLowerCase();
      if (seen.has(address) || !/^https?:\/\//.test(entry.url)) continue;
      seen.add(address);
      records.push({
        type: 'resource',
        key: `${name}/${entry.id}`,
        kind: kindOf(entry),
        title: shorten(clean(entry.title), 200),
        url: new URL(entry.url).href,
        creator: creatorOf(entry.description),
        language: 'en',
        topics: topics.add(labelsOf(entry)),
        createdAt: COLLECTED,
        source,
      });
    }
  }
  return { records: [...topics.records, ...records], sources: Object.values(LISTS) };
}

function kindOf({ title, description = '', url, section = '', topic = '' }: Entry): Kind {
  const marks = [...`${title} ${description.slice(0, 60)}`.matchAll(/\(([^()]{3,30})\)/g)]
    .map((mark) => mark[1])
    .join(' ')
    .toLowerCase();
  const facts = { marks, title, host: new URL(url).hostname.replace(/^www\./, ''), section: `${topic} ${section}`.trim() };
  return KINDS.find(([, fits]) => fits(facts))?.[0] ?? 'article';
}

/** “by Amy Gallo. …” at the start of a description, perhaps after a mark: plainly the author. */
function creatorOf(description = ''): string | null {
  const found = /^(?:\([^()]*\)\s*[-–]?\s*)?by ((?:\b\p{Lu}\.|[^.“"([])+?)(?=\.(?:\s|$)|$|\s[-–]\s|\s?[“"([])/u.exec(clean(description));
  const name = found?.[1]?.trim().replace(/\s+,/g, ',').replace(/,$/, '') ?? '';
  return /^\p{Lu}|^\p{L}+\{/u.test(name) && name.length <= 60 ? name : null;
}

function labelsOf({ topic, section }: Entry): string[] {
  if (topic) return [LABELS[topic] ?? lower(topic)];
  const own = section?.split(' / ').at(-1);
  return ['Engineering management', ...(own ? [lower(own)] : [])];
}

/** Headings in sentence case; names keep their capitals. */
function lower(heading: string): string {
  const text = sentenceCase(heading.toLowerCase());
  return [...heading.matchAll(NAMES_IN_LABELS)].reduce(
    (label, [name]) => label.replace(new RegExp(name.replace(/[./]/g, '\\$&'), 'i'), name),
    text,
  );
}
