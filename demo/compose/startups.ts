import { commentToMarkdown, htmlToMarkdown } from '../../server/import/markdown.js';
import type { ArchiveInput } from '../../server/import/records.js';
import { Topics, told, type Composed, type Sets, type SourceRecord } from './sets.js';

interface Post {
  id: number;
  author: { name: string; profileUrl: string; networkUserId: number };
  createdOn: string;
  upvotes: number;
  downvotes: number;
  bodyMarkdown: string;
  comments: { id: number; score: number; createdAt: string; text: string }[];
}
interface Thread extends Post {
  title: string;
  archiveUrl: string;
  tags: string[];
  answers: (Post & { accepted: boolean })[];
}

const SITE = 'startups.stackexchange.com';
const LICENCE = { licence: 'CC BY-SA 3.0', licenceUrl: 'https://creativecommons.org/licenses/by-sa/3.0/' };
const NAME = 'Startups Stack Exchange, a selection';

/** Questions, answers, comments and votes with their authors, as the archive of the closed site has them. */
export function startups(sets: Sets): Composed {
  const topics = new Topics();
  const authors = new Map<string, ArchiveInput>();
  const posts: ArchiveInput[] = [];
  const after: ArchiveInput[] = [];
  for (const thread of sets<Thread>('qa-startups-threads/threads.json')) {
    const question = { type: 'question', key: `${SITE}/q/${thread.id}` } as const;
    const source = { name: NAME, url: thread.archiveUrl, ...LICENCE };
    const last =
      thread.answers
        .map(({ createdOn }) => createdOn)
        .sort()
        .at(-1) ?? thread.createdOn;
    posts.push(
      ...told({
        ...question,
        title: thread.title,
        body: markdown(thread.bodyMarkdown),
        topics: topics.add(thread.tags),
        ...written(thread, 0, source, authors),
        updatedAt: `${last}T12:00:00.000Z`,
      }),
    );
    after.push(...comments(question, thread, source), ...votes(question, thread, 0));
    thread.answers.forEach((post, i) => {
      const answer = { type: 'answer', key: `${SITE}/a/${post.id}` } as const;
      posts.push(
        ...told({
          ...answer,
          question: question.key,
          body: markdown(post.bodyMarkdown),
          accepted: post.accepted,
          ...written(post, i + 1, source, authors),
        }),
      );
      after.push(...comments(answer, post, source), ...votes(answer, post, i + 1));
    });
  }
  return {
    records: [...topics.records, ...authors.values(), ...posts, ...after],
    sources: [{ name: NAME, url: 'https://collapsed-stacks.github.io/startups/', ...LICENCE }],
  };
}

/** The source knows only the day: noon UTC keeps it in most time zones; a second for each post keeps the order. */
const timeOf = (day: string, rank: number) => `${day}T12:00:${String(Math.min(rank, 59)).padStart(2, '0')}.000Z`;

function written(post: Post, rank: number, source: SourceRecord, authors: Map<string, ArchiveInput>) {
  const { name, profileUrl, networkUserId } = post.author;
  const author = `stackexchange.com/users/${networkUserId}`;
  authors.set(author, {
    type: 'member',
    key: author,
    name,
    url: profileUrl,
    source: { ...source, url: profileUrl, licence: null, licenceUrl: null },
  });
  return { author, createdAt: timeOf(post.createdOn, rank), source };
}

/** Half of the posts are kept as HTML, some mix a few tags into Markdown. */
function markdown(text: string): string {
  const trimmed = text.trim();
  if (/^<(p|blockquote|ul|ol|h\d|pre|hr)\b/i.test(trimmed)) return htmlToMarkdown(trimmed).markdown;
  return trimmed
    .replace(/<br\s*\/?>\n?/gi, '  \n')
    .replace(/\s*<hr\s*\/?>\s*/gi, '\n\n---\n\n')
    .replace(
      /\s*<h([1-6])>(.*?)<\/h\1>\s*/gis,
      (_all, level: string, title: string) => `\n\n${'#'.repeat(Number(level))} ${title.trim()}\n\n`,
    )
    .replace(/<\/?(b|strong)>/gi, '**')
    .replace(/<\/?(i|em)>/gi, '*')
    .replace(/<\/?(strike|del|s)>/gi, '~~')
    .replace(/<a\s+href="(https?:[^"]+)"[^>]*>(.*?)<\/a>/gis, '[$2]($1)')
    .replace(/<\/?(p|div|span|center)\b[^>]*>/gi, '');
}

/** The source names no author of a comment, so none is shown; the thread's link leads to them. */
function comments(object: { type: 'question' | 'answer'; key: string }, post: Post, source: SourceRecord): ArchiveInput[] {
  return post.comments.map((comment) => ({
    type: 'comment',
    key: `${SITE}/c/${comment.id}`,
    object,
    body: commentToMarkdown(comment.text),
    score: comment.score,
    createdAt: `${comment.createdAt}Z`,
    source,
  }));
}

function votes(object: { type: 'question' | 'answer'; key: string }, post: Post, rank: number): ArchiveInput[] {
  const createdAt = timeOf(post.createdOn, rank);
  const of = (value: 1 | -1, count: number) =>
    Array.from({ length: count }, (_, i): ArchiveInput => ({
      type: 'vote',
      key: `${object.key}/${value === 1 ? 'up' : 'down'}/${i + 1}`,
      object,
      value,
      createdAt,
    }));
  return [...of(1, post.upvotes), ...of(-1, post.downvotes)];
}
