/*
 * Composes the demo's data from the collected sets: node --import tsx demo/compose/main.ts <folder of the sets>
 * What is taken, changed and left out, and under which licence, is told in demo/data/SOURCES.md.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ARCHIVE, ArchiveRecord, toLine, type ArchiveInput } from '../../server/import/records.js';
import { digitalGovMembers, digitalGovNews, digitalGovResources } from './digital-gov.js';
import { linkLists } from './link-lists.js';
import { people } from './people.js';
import { collections, personas } from './personas.js';
import { setsIn, type Sets } from './sets.js';
import { startups } from './startups.js';

const target = fileURLToPath(new URL('../data/', import.meta.url));
/** Larger ones are compressed, to keep the repository small. */
const GZIP_FROM = 1_000_000;

const COACHING = {
  name: 'Team coaching and leadership',
  description:
    'Coaches and team leads who help each other to help their teams: questions from practice, material that was tried, and people who know.',
};
const GOVERNMENT = {
  name: 'Digital government',
  description: 'People who make public services work online: guidance, tools and news, from the community around digital.gov.',
};

function write(community: string, file: string, about: CommunityInput, records: ArchiveInput[], sources: SourceInput[]): void {
  const all: ArchiveInput[] = [{ type: 'community', ...about, language: 'en', sources }, ...records];
  for (const record of all) ArchiveRecord.parse(record);
  const text = [JSON.stringify(ARCHIVE), ...all.map(toLine), JSON.stringify({ type: 'end', records: all.length }), ''].join('\n');
  const name = text.length > GZIP_FROM ? `${file}.jsonl.gz` : `${file}.jsonl`;
  mkdirSync(join(target, community), { recursive: true });
  writeFileSync(join(target, community, name), name.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text);
  console.log(`${community}/${name}: ${all.length} records`);
}
type CommunityInput = Pick<Extract<ArchiveInput, { type: 'community' }>, 'name' | 'description' | 'rules'>;
type SourceInput = NonNullable<Extract<ArchiveInput, { type: 'community' }>['sources']>[number];

function compose(sets: Sets): void {
  for (const community of ['team-coaching', 'digital-government']) rmSync(join(target, community), { recursive: true, force: true });
  const ols = people(sets);
  // So that asking without a name can be tried.
  const rules = { anonymousQuestions: true };
  write('team-coaching', '1-personas', { ...COACHING, rules }, [...personas(), ...collections()], []);
  write('team-coaching', '2-members', COACHING, ols.records, ols.sources);
  const threads = startups(sets);
  write('team-coaching', '3-questions', COACHING, threads.records, threads.sources);
  const lists = linkLists(sets);
  write('team-coaching', '4-resources', COACHING, lists.records, lists.sources);
  const growth = ['professional-development', 'best-practices', 'diversity-equity-and-inclusion', 'communication'];
  const about = (topics: readonly string[]) => topics.some((topic) => growth.includes(topic));
  const news = digitalGovNews(sets, about);
  const guidance = digitalGovResources(sets, about);
  const authors = digitalGovMembers(sets, [...news.records, ...guidance.records], false);
  write(
    'team-coaching',
    '5-news',
    COACHING,
    [...guidance.topics, ...news.topics, ...authors.records, ...guidance.records, ...news.records],
    news.sources,
  );

  const all = () => true;
  const allNews = digitalGovNews(sets, all);
  const allResources = digitalGovResources(sets, all);
  const members = digitalGovMembers(sets, [], true);
  write('digital-government', '1-personas', GOVERNMENT, personas(), []);
  write('digital-government', '2-members', GOVERNMENT, members.records, members.sources);
  write('digital-government', '3-resources', GOVERNMENT, [...allResources.topics, ...allResources.records], allResources.sources);
  write('digital-government', '4-news', GOVERNMENT, [...allNews.topics, ...allNews.records], allNews.sources);
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Name the folder with the collected sets: node --import tsx demo/compose/main.ts <folder>');
  process.exit(1);
}
compose(setsIn(folder));
