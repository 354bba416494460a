import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../server/store/database.js';
import { answers, communities, identities, members, questions, resources, topics } from '../../server/store/schema.js';

/** Two communities; Anna and Ben are members, Stella is the steward of the first. Fay wrote elsewhere and never joined. */
export interface SeedIds {
  anna: string;
  ben: string;
  stella: string;
  fay: string;
  /** Anna's, with Ben's answer. */
  question: string;
  answer: string;
  /** Fay's, with nothing. */
  imported: string;
  /** Ben's link. */
  resource: string;
  /** In the other community. */
  foreignQuestion: string;
}

export async function seed(db: Db): Promise<SeedIds> {
  const source = {
    name: 'Startups Stack Exchange',
    url: 'https://startups.stackexchange.com/q/1',
    licence: 'CC BY-SA 4.0',
    licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
  };
  const [a, b] = ['team-coaching', 'digital-government'] as const;
  await db.insert(communities).values([
    { id: a, name: 'Team coaching and leadership', sources: [source] },
    { id: b, name: 'Digital government' },
  ]);
  const ids: SeedIds = {
    anna: uuidv7(),
    ben: uuidv7(),
    stella: uuidv7(),
    fay: uuidv7(),
    question: uuidv7(),
    answer: uuidv7(),
    imported: uuidv7(),
    resource: uuidv7(),
    foreignQuestion: uuidv7(),
  };
  const joinedAt = new Date('2026-01-05T08:00:00Z');
  await db.insert(members).values([
    { id: ids.anna, communityId: a, name: 'Anna Ek', demo: true, joinedAt, headline: 'Agile coach' },
    { id: ids.ben, communityId: a, name: 'Ben Okafor', demo: true, joinedAt, offers: ['retrospectives'] },
    { id: ids.stella, communityId: a, name: 'Stella Marin', demo: true, joinedAt, role: 'steward' },
    { id: ids.fay, communityId: a, name: 'Fay Author', url: 'https://startups.stackexchange.com/users/1', source, sourceKey: 'se:user:1' },
  ]);
  await db
    .insert(identities)
    .values((['anna', 'ben', 'stella'] as const).map((subject) => ({ communityId: a, issuer: 'demo', subject, memberId: ids[subject] })));
  await db.insert(topics).values([
    { communityId: a, id: 'retrospectives', label: 'Retrospectives' },
    { communityId: a, id: 'equity', label: 'Equity' },
  ]);
  const at = (day: number) => ({ createdAt: new Date(Date.UTC(2026, 1, day)), updatedAt: new Date(Date.UTC(2026, 1, day)) });
  await db.insert(questions).values([
    {
      id: ids.question,
      communityId: a,
      kind: 'experience',
      title: 'How do you run a retrospective remotely?',
      body: 'We tried **three** tools.',
      excerpt: 'We tried three tools.',
      topics: ['retrospectives'],
      authorId: ids.anna,
      answerCount: 1,
      ...at(1),
    },
    {
      id: ids.imported,
      communityId: a,
      title: 'Splitting equity with a co-founder',
      body: 'Who gets what?',
      excerpt: 'Who gets what?',
      topics: ['equity'],
      authorId: ids.fay,
      source,
      sourceKey: 'se:q:1',
      ...at(2),
    },
    {
      id: ids.foreignQuestion,
      communityId: b,
      title: 'How do you test a form with real people?',
      body: 'Asking.',
      excerpt: 'Asking.',
      ...at(3),
    },
  ]);
  await db.insert(answers).values({
    id: ids.answer,
    communityId: a,
    questionId: ids.question,
    body: 'With a timer.',
    excerpt: 'With a timer.',
    authorId: ids.ben,
    ...at(1),
  });
  await db.insert(resources).values({
    id: ids.resource,
    communityId: a,
    kind: 'article',
    title: 'Retrospectives that work',
    url: 'https://example.org/retro',
    authorId: ids.ben,
    topics: ['retrospectives'],
    ...at(1),
  });
  return ids;
}
