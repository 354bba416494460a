import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { activityOf } from './activity.js';
import { IdMap, IdSet } from './bits.js';
import type { Located } from './load.js';
import { commentToMarkdown, htmlToMarkdown } from './markdown.js';
import { PlainError, type Place } from './place.js';
import type { OnProgress } from './progress.js';
import { MemberRecord, type RecordOf } from './records.js';
import type { Report } from './report.js';
import { OTHER_POSTS, licenceOf, problemOf, siteOf, time } from './stackexchange-rules.js';
import { topicId } from '../store/topic-id.js';
import { xmlRows, type Row } from './xml.js';

export interface StackExchangeOptions {
  folder: string;
  /** Host of the site, as `ai.stackexchange.com`; found from the folder's name where that is one. */
  site?: string | undefined;
  /** The site's name as shown for attribution; its host when none is given. */
  siteName?: string | undefined;
  onProgress?: OnProgress | undefined;
}

type FileName = 'Users' | 'Posts' | 'Comments' | 'Votes' | 'Tags';
const UNREAD = { PostLinks: 'links between posts', PostHistory: 'earlier versions', Badges: 'badges' };
const UP = '2';
const DOWN = '3';
const ACCEPTED = '1';

/** The official dump of a Stack Exchange site, from its folder of XML files. */
export class StackExchange {
  readonly #folder: string;
  readonly #site: string;
  readonly #siteName: string;
  readonly #report: Report;
  readonly #onProgress: OnProgress;
  /** Who wrote a question, an answer or a comment. */
  readonly #writers = new IdSet();
  readonly #users = new IdSet();
  /** Names of authors whose account is gone. */
  readonly #names = new Set<string>();
  readonly #questions = new IdSet();
  readonly #answers = new IdSet();
  readonly #accepted = new IdSet();
  /** The question of each answer, and who asked it: votes name neither. */
  readonly #questionOf = new IdMap();
  readonly #askerOf = new IdMap();

  constructor({ folder, site, siteName, onProgress }: StackExchangeOptions, report: Report) {
    this.#folder = folder;
    this.#site = siteOf(folder, site);
    this.#siteName = siteName ?? this.#site;
    this.#report = report;
    this.#onProgress = onProgress ?? (() => undefined);
  }

  /**
   * Reads every file to its end before anything is written: what is damaged comes in not at all.
   * @throws DamagedFile
   */
  async check(): Promise<void> {
    if (!existsSync(this.#file('Posts')))
      throw new PlainError(`There is no Posts.xml in ${this.#folder}. Give the folder of an unpacked dump.`);
    for await (const { values } of this.#rows('Posts', 'Checking')) this.#learn(values);
    for await (const { values } of this.#rows('Comments', 'Checking')) this.#learnWriter(values.UserId, values.UserDisplayName);
    for await (const { values } of this.#rows('Users', 'Checking')) if (values.Id) this.#users.add(Number(values.Id));
    for (const [name, what] of Object.entries(UNREAD)) {
      if (existsSync(join(this.#folder, `${name}.xml`))) this.#report.note(`${name}.xml`, `Not read: communities keep no ${what}.`);
    }
    for (const name of ['Votes', 'Tags'] as const) for await (const _row of this.#rows(name, 'Checking'));
  }

  #learn(values: Row['values']): void {
    const id = Number(values.Id);
    if (problemOf(values)) return;
    if (values.PostTypeId === '1') {
      this.#questions.add(id);
      this.#askerOf.set(id, Number(values.OwnerUserId ?? 0));
    } else {
      this.#answers.add(id);
      this.#questionOf.set(id, Number(values.ParentId ?? 0));
    }
    this.#learnWriter(values.OwnerUserId, values.OwnerDisplayName);
    if (values.AcceptedAnswerId) this.#accepted.add(Number(values.AcceptedAnswerId));
  }
  #learnWriter(id: string | undefined, name: string | undefined): void {
    if (id) this.#writers.add(Number(id));
    else if (name) this.#names.add(name);
  }

  /** The records, in the order in which they can be written. */
  async *records(): AsyncGenerator<Located> {
    const url = `https://${this.#site}`;
    yield {
      record: {
        type: 'community',
        name: this.#siteName,
        description: '',
        language: 'en',
        createdAt: null,
        rules: {},
        profileFields: [],
        sources: [{ name: this.#siteName, url, licence: 'CC BY-SA', licenceUrl: 'https://stackoverflow.com/help/licensing' }],
      },
    };
    yield* this.#tags();
    yield* this.#members();
    yield* this.#posts('1');
    yield* this.#posts('2');
    yield* this.#comments();
    yield* this.#votes();
  }

  async *#tags(): AsyncGenerator<Located> {
    for await (const { values, at } of this.#rows('Tags', 'Topics')) {
      if (values.TagName) yield { record: { type: 'topic', id: topicId(values.TagName), label: values.TagName, aliases: [] }, at };
      else this.#report.skip('topic', 'It has no name.', at);
    }
  }

  async *#members(): AsyncGenerator<Located> {
    for await (const { values, at } of this.#rows('Users', 'Members')) {
      const { Id: id, DisplayName: name } = values;
      if (!id || !name) this.#report.skip('user', 'It has no id or no name.', at);
      else if (!this.#writers.has(Number(id))) this.#report.skip('user', 'Wrote no question, answer or comment.', at);
      else yield { record: this.#member(`u/${id}`, name, `https://${this.#site}/users/${id}`), at };
    }
    for (const name of this.#names) yield { record: this.#member(`name/${name}`, name, null) };
  }

  /** An author; not a member of the directory, since nobody joined. */
  #member(key: string, name: string, url: string | null): RecordOf<'member'> {
    return MemberRecord.parse({
      type: 'member',
      key: this.#key(key),
      name,
      url,
      source: { name: this.#siteName, url, licence: null, licenceUrl: null },
    });
  }

  /** @param type 1 for questions, 2 for answers: answers come after all questions, wherever they stand in the file */
  async *#posts(type: '1' | '2'): AsyncGenerator<Located> {
    for await (const { values, at } of this.#rows('Posts', type === '1' ? 'Questions' : 'Answers')) {
      const problem = problemOf(values);
      if (problem) {
        if (type === '1') this.#report.skip(OTHER_POSTS[values.PostTypeId ?? ''] ? 'post' : 'question or answer', problem, at);
        continue;
      }
      if (values.PostTypeId !== type) continue;
      const record = type === '1' ? this.#question(values, at) : this.#answer(values, at);
      if (!record) continue;
      yield { record, at };
      yield { record: activityOf(record), at };
    }
  }

  #question(values: Row['values'], at: Place): RecordOf<'question'> {
    return {
      type: 'question',
      key: this.#key(`q/${values.Id}`),
      kind: null,
      title: (values.Title ?? '').trim(),
      body: this.#body('question', values, at),
      topics: (values.Tags ?? '')
        .split(/[<>|]+/)
        .filter(Boolean)
        .map(topicId),
      anonymous: false,
      about: null,
      details: {},
      closedAt: time(values.ClosedDate),
      closedBy: null,
      closedReason: null,
      closedNote: null,
      ...this.#written(values, `q/${values.Id}`),
    };
  }

  #answer(values: Row['values'], at: Place): RecordOf<'answer'> | undefined {
    if (!this.#questions.has(Number(values.ParentId))) {
      this.#report.skip('answer', `Its question is not in the dump.`, at);
      return undefined;
    }
    return {
      type: 'answer',
      key: this.#key(`a/${values.Id}`),
      question: this.#key(`q/${values.ParentId}`),
      body: this.#body('answer', values, at),
      accepted: this.#accepted.has(Number(values.Id)),
      ...this.#written(values, `a/${values.Id}`),
    };
  }

  #written(values: Row['values'], path: string) {
    const createdAt = time(values.CreationDate) ?? '';
    return {
      author: this.#author(values.OwnerUserId, values.OwnerDisplayName),
      createdAt,
      updatedAt: time(values.LastActivityDate),
      editedAt: time(values.LastEditDate),
      version: 1,
      source: this.#source(path, createdAt, values.ContentLicense),
    };
  }

  #body(what: string, values: Row['values'], at: Place): string {
    const { markdown, dropped } = htmlToMarkdown(values.Body ?? '');
    for (const part of dropped) this.#report.note(`${what} ${values.Id}`, `${part} was left out.`, at);
    // What holds nothing but what was left out.
    return markdown || '…';
  }

  async *#comments(): AsyncGenerator<Located> {
    for await (const { values, at } of this.#rows('Comments', 'Comments')) {
      const post = Number(values.PostId);
      const type = this.#questions.has(post) ? 'question' : this.#answers.has(post) ? 'answer' : undefined;
      const createdAt = time(values.CreationDate);
      if (!values.Id || !createdAt || !values.Text?.trim()) this.#report.skip('comment', 'It has no id, date or text.', at);
      else if (!type) this.#report.skip('comment', 'What it is about is not a question or answer of the dump.', at);
      else yield { record: this.#comment(values, type, createdAt), at };
    }
  }

  #comment(values: Row['values'], type: 'question' | 'answer', createdAt: string): RecordOf<'comment'> {
    const score = Number(values.Score ?? 0);
    return {
      type: 'comment',
      key: this.#key(`c/${values.Id}`),
      object: { type, key: this.#key(`${type === 'question' ? 'q' : 'a'}/${values.PostId}`) },
      body: commentToMarkdown(values.Text ?? ''),
      score: Number.isInteger(score) ? score : 0,
      author: this.#author(values.UserId, values.UserDisplayName),
      createdAt,
      updatedAt: null,
      editedAt: null,
      version: 1,
      source: this.#source(
        `${type === 'question' ? 'q' : 'a'}/${values.PostId}#comment${values.Id}_${values.PostId}`,
        createdAt,
        values.ContentLicense,
      ),
    };
  }

  async *#votes(): AsyncGenerator<Located> {
    for await (const { values, at } of this.#rows('Votes', 'Votes')) {
      const { Id: id, VoteTypeId: kind, PostId: post } = values;
      const createdAt = time(values.CreationDate);
      const type = this.#questions.has(Number(post)) ? 'question' : this.#answers.has(Number(post)) ? 'answer' : undefined;
      if (!id || !createdAt || !kind) this.#report.skip('vote', 'It has no id, kind or date.', at);
      else if (kind === ACCEPTED && type === 'answer' && this.#accepted.has(Number(post)))
        yield { record: this.#acceptance(post ?? '', createdAt), at };
      else if (kind !== UP && kind !== DOWN)
        this.#report.skip('vote', 'It is no vote up or down, but a mark such as favourite, closing or bounty.', at);
      else if (!type) this.#report.skip('vote', 'It is for a post that was deleted, or is no question or answer.', at);
      else {
        const object = { type, key: this.#key(`${type === 'question' ? 'q' : 'a'}/${post}`) } as const;
        yield { record: { type: 'vote', key: this.#key(`v/${id}`), object, member: null, value: kind === UP ? 1 : -1, createdAt }, at };
      }
    }
  }

  /** Only the asker can accept, says the site's own help; its votes don't repeat it. */
  #acceptance(answer: string, published: string): RecordOf<'activity'> {
    const key = this.#key(`a/${answer}`);
    const question = this.#questionOf.get(Number(answer));
    return {
      type: 'activity',
      key: `${key}#accepted`,
      verb: 'accepted',
      published,
      actor: this.#author(String(this.#askerOf.get(question)), undefined),
      object: { type: 'answer', key },
      target: { type: 'question', key: this.#key(`q/${question}`) },
      summary: null,
      source: this.#source(`a/${answer}`, published, undefined),
    };
  }

  #author(id: string | undefined, name: string | undefined): string | null {
    if (id && this.#users.has(Number(id))) return this.#key(`u/${id}`);
    return name && this.#names.has(name) ? this.#key(`name/${name}`) : null;
  }
  #key(path: string): string {
    return `${this.#site}/${path}`;
  }
  #source(path: string, createdAt: string, licence: string | undefined) {
    const byDate = licenceOf(createdAt);
    return {
      name: this.#siteName,
      url: `https://${this.#site}/${path}`,
      licence: licence ?? byDate.licence,
      licenceUrl: licence ? `https://creativecommons.org/licenses/by-sa/${/[\d.]+$/.exec(licence)?.[0] ?? '4.0'}/` : byDate.licenceUrl,
    };
  }

  #file(name: FileName): string {
    return join(this.#folder, `${name}.xml`);
  }
  async *#rows(name: FileName, step: string): AsyncGenerator<Row> {
    const path = this.#file(name);
    if (!existsSync(path)) return;
    const total = statSync(path).size;
    let done = 0;
    const shown = step === 'Checking' ? `Checking ${name}.xml` : step;
    for await (const row of xmlRows(path, (bytes) => this.#onProgress({ step: shown, done: (done += bytes), total }))) yield row;
  }
}
