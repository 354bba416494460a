import { ActivityType } from '../contract/activities.js';
import { reasonOf } from './archive.js';
import { readAs2, type As2File } from './as2-file.js';
import { hostOf, idOf, isNode, isPublic, nodeOf, textOf, timeOf, typesOf, urlOf, writtenOf, type Node } from './as2-nodes.js';
import { memberOf, recordsOf, sourceOf, type Kind, type Thing } from './as2-records.js';
import type { Located } from './load.js';
import { ArchiveRecord, ORDER, type ArchiveInput, type RecordOf } from './records.js';
import type { Report } from './report.js';

const DOCUMENTS = ['Document', 'Image', 'Video', 'Audio', 'Link'];
const WRITINGS = ['Note', 'Article', 'Page', 'Event', 'Place', ...DOCUMENTS];
/** Acts that come in not at all, and why. */
const LEFT_OUT: Record<string, string> = {
  Follow: 'Who follows whom is each member’s own choice here.',
  Block: 'Blocks are not taken over.',
  Flag: 'Reports are not taken over.',
  Undo: 'What it takes back is not in the file.',
  Delete: 'What it deletes is not in the file.',
};
/** Activity Streams 2.0 Vocabulary, section 3.1. */
const KNOWN =
  'Activity Arrive Dislike Ignore Invite Leave Listen Move Offer Read Reject Remove TentativeAccept TentativeReject Travel View'.split(' ');

/** Acts of another system in the words of Activity Streams 2.0, such as the outbox that Mastodon exports. */
export class ActivityStreams {
  readonly #path: string;
  readonly #report: Report;
  #file: As2File | undefined;
  readonly #things = new Map<string, Thing>();
  readonly #actors = new Map<string, Node | null>();
  /** Acts and things that were taken back. */
  readonly #gone = new Set<string>();
  readonly #accepted = new Set<string>();
  readonly #joined = new Map<string, string>();
  readonly #records: { record: ArchiveInput; act: Node }[] = [];

  constructor(path: string, report: Report) {
    this.#path = path;
    this.#report = report;
  }

  /**
   * Reads the file to its end before anything is written: what is damaged comes in not at all.
   * @throws DamagedFile
   */
  async check(): Promise<void> {
    this.#file = readAs2(this.#path, this.#report);
  }

  /** The records, in the order in which they can be written. */
  async *records(): AsyncGenerator<Located> {
    const file = (this.#file ??= readAs2(this.#path, this.#report));
    const host = hostOf(file.name ?? '') ?? hostOf(idOf(file.acts[0]?.actor) ?? '') ?? 'Activity Streams';
    this.#add({ type: 'community', name: host, sources: [{ name: host, url: null, licence: null, licenceUrl: null }] }, {});
    for (const act of file.acts) this.#learnEnd(act);
    const seen = new Set<string>();
    for (const act of file.acts) {
      const id = idOf(act);
      if (id === undefined || !seen.has(id)) this.#take(act);
      if (id !== undefined) seen.add(id);
    }
    for (const thing of this.#things.values()) {
      const note = (part: string) => this.#report.note(`${thing.kind} ${thing.id}`, `${part} was left out.`, file.placeOf(thing.act));
      for (const record of recordsOf(thing, this.#accepted.has(thing.id), note)) this.#add(record, thing.act);
    }
    for (const [id, node] of this.#actors) this.#add(memberOf(id, node, this.#joined.get(id) ?? null), node ?? {});
    yield* this.#inOrder(file);
  }

  *#inOrder({ placeOf }: As2File): Generator<Located> {
    for (const type of ORDER) {
      for (const { record, act } of this.#records) {
        if (record.type !== type) continue;
        const at = placeOf(act);
        const parsed = ArchiveRecord.safeParse(record);
        if (parsed.success) yield { record: parsed.data, at };
        else this.#report.skip(type, reasonOf(parsed.error), at);
      }
    }
  }

  #add(record: ArchiveInput, act: Node): void {
    this.#records.push({ record, act });
  }

  #skip(act: Node, reason: string): void {
    this.#report.skip(typesOf(act)[0] ?? 'activity without a type', reason, this.#file?.placeOf(act));
  }

  /** What was taken back later is known before anything is taken. */
  #learnEnd(act: Node): void {
    const [type] = typesOf(act);
    const object = idOf(act.object);
    if (object && (type === 'Delete' || type === 'Undo')) this.#gone.add(object);
  }

  #take(act: Node): void {
    const types = typesOf(act);
    const [type = ''] = types;
    const published = timeOf(act.published) ?? timeOf(nodeOf(act.object)?.published);
    const object = nodeOf(act.object);
    if (this.#gone.has(idOf(act) ?? '') || this.#gone.has(idOf(act.object) ?? '')) {
      if (type !== 'Delete' && type !== 'Undo') this.#skip(act, 'It was taken back later.');
      return;
    }
    if (LEFT_OUT[type]) return this.#skip(act, LEFT_OUT[type]);
    if (!isPublic(act, object)) return this.#skip(act, 'It was not meant for everybody.');
    if (!published) return this.#skip(act, 'It has no date.');
    const take = this.#takers[type];
    if (take) return take(act, published);
    const verb = ActivityType.safeParse(act['cop:act']);
    if (verb.success) return this.#tell(act, verb.data, published);
    this.#skip(act, KNOWN.includes(type) ? 'Nothing here is like it.' : 'This type is not known.');
  }

  readonly #takers: Record<string, (act: Node, published: string) => void> = {
    Create: (act, published) => this.#takeWriting(act, published),
    Update: (act, published) => this.#takeWriting(act, published),
    Announce: (act, published) => this.#takeShared(act, published),
    Add: (act, published) => this.#takeAdded(act, published),
    Like: (act, published) => this.#takeLiked(act, published),
    Accept: (act, published) => this.#takeAccepted(act, published),
    Join: (act, published) => this.#takeJoined(act, published),
  };

  #takeWriting(act: Node, published: string): void {
    const node = nodeOf(act.object);
    const id = node && idOf(node);
    if (!node || !id) return this.#skip(act, 'What it is about is not in the file.');
    const before = this.#things.get(id);
    const isEdit = typesOf(act)[0] === 'Update';
    if (before) {
      Object.assign(before, { node: { ...before.node, ...node }, editedAt: isEdit ? published : before.editedAt });
      if (isEdit) this.#tell(act, 'revised', published);
      return;
    }
    const types = typesOf(node);
    const parent = node.inReplyTo === undefined || node.inReplyTo === null ? null : this.#things.get(idOf(node.inReplyTo) ?? '');
    if (parent === undefined) return this.#skip(act, 'What it replies to is not in the file.');
    const kind = parent ? this.#replyKind(parent, act) : this.#kindOf(types, node);
    if (!kind) return this.#skip(act, `It makes a thing of a type that is not known: ${types.join(', ') || 'none'}.`);
    const createdAt = timeOf(node.published) ?? published;
    const on = kind === 'answer' || kind === 'comment' ? (parent?.kind === 'comment' ? parent.on : (parent ?? null)) : null;
    const editedAt = timeOf(node.updated) ?? (isEdit ? published : null);
    this.#things.set(id, { id, kind, node, act, author: this.#actor(node.attributedTo ?? act.actor), createdAt, editedAt, on });
  }

  #kindOf(types: string[], node: Node): Kind | undefined {
    if (types.includes('Question')) return 'question';
    if (types.some((type) => DOCUMENTS.includes(type)) && urlOf(node.url)) return 'resource';
    return types.some((type) => WRITINGS.includes(type)) ? 'post' : undefined;
  }

  #replyKind(parent: Thing, act: Node): Kind {
    return parent.kind === 'question' && act['cop:act'] !== 'commented' ? 'answer' : 'comment';
  }

  /** A thing from elsewhere that somebody passed on is a message that leads to it. */
  #takeShared(act: Node, published: string): void {
    const node = nodeOf(act.object);
    const id = idOf(act.object);
    const url = urlOf(node?.url) ?? urlOf(id);
    if (id && this.#things.has(id)) return this.#skip(act, 'What it passes on is in the file itself.');
    if (!url) return this.#skip(act, 'What it passes on has no address.');
    const text = node && writtenOf(node).markdown;
    const body = text ? text.replace(/^/gm, '> ') : `<${url}>`;
    this.#things.set(idOf(act) ?? url, {
      id: idOf(act) ?? url,
      kind: 'post',
      node: { name: node && textOf(node, 'name'), source: { mediaType: 'text/markdown', content: body }, url },
      act,
      author: this.#actor(act.actor),
      createdAt: published,
      editedAt: null,
      on: null,
    });
  }

  #takeAdded(act: Node, published: string): void {
    const node = nodeOf(act.object);
    const id = idOf(act.object);
    if (!node || !id) return this.#skip(act, 'What it is about is not in the file.');
    if (this.#things.has(id)) return this.#skip(act, 'What it adds is in the file already.');
    if (!urlOf(node.url ?? node.href)) return this.#skip(act, 'What it adds has no address.');
    this.#things.set(id, {
      id,
      kind: 'resource',
      node,
      act,
      author: this.#actor(act.actor),
      createdAt: published,
      editedAt: null,
      on: null,
    });
  }

  #takeLiked(act: Node, published: string): void {
    const thing = this.#things.get(idOf(act.object) ?? '');
    const member = this.#actor(act.actor);
    if (!thing) return this.#skip(act, 'What it is about is not in the file.');
    if (!member) return this.#skip(act, 'It names nobody who did it.');
    if (thing.kind === 'comment') return this.#skip(act, 'Comments take no votes here.');
    if (typesOf(act).includes('cop:Endorsed') && thing.kind === 'resource') {
      const note = textOf(act, 'summary');
      this.#add(
        { type: 'endorsement', resource: thing.id, member, note: note ? writtenOf({ content: note }).markdown : '', createdAt: published },
        act,
      );
      return this.#tell(act, 'endorsed', published);
    }
    if (thing.kind === 'post') return this.#add({ type: 'reaction', activity: `${thing.id}#posted`, member, kind: 'thanks' }, act);
    return this.#add({ type: 'vote', object: { type: thing.kind, key: thing.id }, member, value: 1, createdAt: published }, act);
  }

  #takeAccepted(act: Node, published: string): void {
    const thing = this.#things.get(idOf(act.object) ?? '');
    if (thing?.kind !== 'answer') return this.#skip(act, 'It accepts no answer of the file.');
    this.#accepted.add(thing.id);
    this.#tell(act, 'accepted', published);
  }

  #takeJoined(act: Node, published: string): void {
    const actor = this.#actor(act.actor);
    if (!actor) return this.#skip(act, 'It names nobody who did it.');
    this.#joined.set(actor, published);
    this.#add(
      { type: 'activity', key: idOf(act) ?? `${actor}#joined`, verb: 'joined', published, actor, object: { type: 'member', key: actor } },
      act,
    );
  }

  /** An act on a thing that is there: it stands in the feed. */
  #tell(act: Node, verb: RecordOf<'activity'>['verb'], published: string): void {
    const thing = this.#things.get(idOf(act.object) ?? '');
    if (!thing) return this.#skip(act, 'What it is about is not in the file.');
    const target = thing.on && { type: thing.on.kind, key: thing.on.id };
    const record = {
      key: idOf(act) ?? `${thing.id}#${verb}`,
      verb,
      published,
      actor: this.#actor(act.actor),
      object: { type: thing.kind, key: thing.id },
    };
    this.#add({ type: 'activity', ...record, target, source: sourceOf(thing) }, act);
  }

  /** Who did it, by address; what is said of them is kept. */
  #actor(value: unknown): string | null {
    const node = nodeOf(value);
    const id = idOf(value);
    if (id === undefined) return null;
    const known = this.#actors.get(id);
    this.#actors.set(id, isNode(node) && textOf(node, 'name') ? node : (known ?? node ?? null));
    return id;
  }
}
