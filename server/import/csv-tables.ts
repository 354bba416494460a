import { z } from 'zod';
import { HttpUrl, Language, Time } from '../contract/common.js';
import { MemberPatch } from '../contract/members.js';
import { NewQuestion } from '../contract/questions.js';
import { NewResource } from '../contract/resources.js';
import { activityOf } from './activity.js';
import { columnReason } from './csv-reason.js';
import type { CsvRow } from './csv.js';
import type { Located } from './load.js';
import type { ArchiveInput } from './records.js';
import { ArchiveRecord } from './records.js';
import type { Report } from './report.js';
import { topicId } from '../store/topic-id.js';

/*
 * One row, one record. `id` is the row's own key: with the same id a second run changes the record instead of adding one. Without an
 * id, the key is the name and link, or the title and author. Lists are separated by semicolons.
 */

interface CsvTable {
  columns: string[];
  required: string[];
  records: (row: CsvRow, report: Report) => Generator<Located>;
}
type Topics = Map<string, string>;
type Values = CsvRow['values'];

const list = (text: string | undefined): string[] => (text ?? '').split(';').flatMap((part) => part.trim() || []);
const given = (text: string | undefined): string | null => text?.trim() || null;
/** A day, or a day with time and offset; a day alone is noon UTC, which is the same day in most time zones. */
const When = z
  .union([z.iso.date(), Time], { error: 'A date such as 2026-03-14, or 2026-03-14T09:30:00Z.' })
  .transform((text) => new Date(text.length === 10 ? `${text}T12:00:00Z` : text).toISOString());
const Provenance = z
  .object({ source: z.string().max(200), sourceUrl: HttpUrl, licence: z.string().max(100), licenceUrl: HttpUrl })
  .partial();
const when = (values: Values, column: string): string =>
  given(values[column]) ? (z.object({ [column]: When }).parse(values)[column] ?? now()) : now();
/** Who a member is to the identity provider: `issuer subject`, or `proxy` and the name that a sign-in proxy sends. */
const Access = z.object({
  role: z.enum(['member', 'steward']).default('member'),
  identity: z
    .string()
    .regex(/^\S+\s+\S.*$/)
    .optional(),
});
function accessOf(values: Values) {
  const { role, identity } = Access.parse(present(pick(values, ['role', 'identity'])));
  const [, issuer, subject] = /^(\S+)\s+(.+)$/.exec(identity ?? '') ?? [];
  return { role, identities: issuer && subject ? [{ issuer, subject }] : [] };
}
/** Where the row doesn't say when: at its first import. Later imports don't move it. */
const now = () => new Date().toISOString();
const PROVENANCE = ['source', 'sourceUrl', 'licence', 'licenceUrl'];

const present = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** Where a row names its source, it is shown with the record. */
function sourceOf(values: Values, withLicence = true) {
  const { source, sourceUrl, licence, licenceUrl } = Provenance.parse(present({ ...pick(values, PROVENANCE) }));
  if (source === undefined && sourceUrl === undefined) return null;
  return {
    name: source ?? sourceUrl ?? '',
    url: sourceUrl ?? null,
    licence: withLicence ? (licence ?? null) : null,
    licenceUrl: licenceUrl ?? null,
  };
}
const pick = (values: Values, names: string[]): Values =>
  Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));

function topicsOf(labels: string[] | undefined, topics: Topics): string[] {
  return (labels ?? []).map((label) => {
    const id = topicId(label);
    topics.set(id, label);
    return id;
  });
}

function member(values: Values, topics: Topics): ArchiveInput {
  const lists = { languages: list(values.languages), topics: list(values.topics), offers: list(values.offers), needs: list(values.needs) };
  const links = [
    ...(given(values.website) ? [{ kind: 'website', label: 'Website', url: values.website }] : []),
    ...(given(values.email) ? [{ kind: 'email', label: 'Mail', url: `mailto:${values.email}` }] : []),
    ...(given(values.orcid)
      ? [{ kind: 'orcid', label: 'ORCID', url: `https://orcid.org/${values.orcid?.replace(/^https?:\/\/orcid\.org\//, '')}` }]
      : []),
  ];
  const texts = present(pick(values, ['name', 'headline', 'bio', 'pronouns', 'place', 'country', 'timeZone', 'participation']));
  const checked = MemberPatch.required({ name: true }).parse({ ...texts, ...lists, links });
  return {
    type: 'member',
    key: `csv/member/${given(values.id) ?? given(values.email) ?? checked.name}`,
    ...checked,
    ...accessOf(values),
    visibility: {},
    topics: topicsOf(checked.topics, topics),
    offers: topicsOf(checked.offers, topics),
    needs: topicsOf(checked.needs, topics),
    groups: list(values.groups).map((name) => ({ name, role: null })),
    joinedAt: when(values, 'joinedAt'),
    source: sourceOf(values),
  } as ArchiveInput;
}

function resource(values: Values, topics: Topics): ArchiveInput {
  const texts = present(pick(values, ['kind', 'title', 'description', 'url', 'creator', 'publishedOn', 'language', 'licence']));
  const checked = NewResource.parse({ kind: 'article', ...texts, topics: list(values.topics) });
  return {
    type: 'resource',
    key: `csv/resource/${given(values.id) ?? checked.url}`,
    kind: checked.kind,
    title: checked.title,
    description: checked.description,
    url: checked.url,
    creator: checked.creator,
    publishedOn: checked.publishedOn,
    language: checked.language && Language.parse(checked.language),
    licence: checked.licence,
    topics: topicsOf(checked.topics, topics),
    createdAt: when(values, 'createdAt'),
    source: sourceOf(values),
  };
}

function question(values: Values, topics: Topics): ArchiveInput {
  const texts = present(pick(values, ['kind', 'title', 'body']));
  const checked = NewQuestion.parse({ ...texts, topics: list(values.topics) });
  return {
    type: 'question',
    key: `csv/question/${given(values.id) ?? checked.title}`,
    kind: checked.kind,
    title: checked.title,
    body: checked.body,
    topics: topicsOf(checked.topics, topics),
    author: given(values.author) ? `csv/member/${values.author}` : null,
    createdAt: when(values, 'createdAt'),
    source: sourceOf(values),
  };
}

function table(name: string, columns: string[], required: string[], make: (values: Values, topics: Topics) => ArchiveInput): CsvTable {
  return {
    columns: ['id', ...columns, ...PROVENANCE.filter((column) => !columns.includes(column))],
    required,
    *records({ values, at }, report) {
      const topics: Topics = new Map();
      let record: ArchiveRecord;
      try {
        record = ArchiveRecord.parse(make(values, topics));
      } catch (error) {
        if (!(error instanceof z.ZodError)) throw error;
        return report.skip(`row of ${name}.csv`, columnReason(error, values), at);
      }
      for (const [id, label] of topics) yield { record: { type: 'topic', id, label, aliases: [] }, at };
      yield { record, at };
      if (record.type === 'question' || record.type === 'resource') yield { record: activityOf(record), at };
    },
  };
}

/** In the order in which they are read: who wrote comes before what they wrote. */
export const CSV_TABLES = {
  members: table(
    'members',
    [
      'name',
      'headline',
      'bio',
      'pronouns',
      'place',
      'country',
      'languages',
      'timeZone',
      'topics',
      'offers',
      'needs',
      'groups',
      'website',
      'email',
      'orcid',
      'participation',
      'joinedAt',
      'role',
      'identity',
    ],
    ['name'],
    member,
  ),
  resources: table(
    'resources',
    ['kind', 'title', 'description', 'url', 'creator', 'publishedOn', 'language', 'licence', 'topics', 'createdAt'],
    ['title', 'url'],
    resource,
  ),
  questions: table('questions', ['kind', 'title', 'body', 'topics', 'author', 'createdAt'], ['kind', 'title', 'body'], question),
} satisfies Record<string, CsvTable>;
export type CsvName = keyof typeof CSV_TABLES;
