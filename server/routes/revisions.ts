import { namesIn, readerOf } from '../auth/policy.js';
import type { Session } from '../auth/session.js';
import type { Api } from '../context.js';
import { listRevisions } from '../contract/revisions.js';
import { Problem, invalidField } from '../problem.js';
import { isUuid } from '../store/cursor.js';
import * as store from '../store/revisions.js';
import { topicLabels, topicRefs, type TopicLabels } from '../store/topics.js';
import { memberRef, time } from './refs.js';

const NOUNS = ['question', 'answer', 'resource', 'post'] as const;

export function registerRevisions(app: Api): void {
  app.openapi(listRevisions, async (c) => {
    const { limit, cursor, ...asked } = c.req.valid('query');
    const [db, communityId, session] = [c.get('db'), c.get('community').id, c.get('session')];
    const [type, ...more] = NOUNS.filter((noun) => asked[noun] !== undefined);
    if (!type || more.length > 0) throw invalidField('question', 'one-of', 'Name one of question, answer, resource and post.');
    const object = { type, id: asked[type] ?? '' };
    const scope = isUuid(object.id) ? await store.scopeOf(db, communityId, object) : undefined;
    if (!scope || !maySee(session, scope)) throw new Problem('not-found');
    const page = await store.listRevisions(db, communityId, object, { limit, cursor });
    const labels = await topicLabels(
      db,
      communityId,
      page.rows.flatMap(({ revision }) => revision.content.topics ?? []),
    );
    return c.json({ items: page.rows.map((row) => show(row, labels, scope, session)), nextCursor: page.nextCursor, total: null }, 200);
  });
}

/** A draft is its author's and the stewards'. */
const maySee = (session: Session, { open, authorId }: store.RevisionScope) =>
  open || readerOf(session) === 2 || (session.member !== null && session.member.id === authorId);

function show({ revision, editor }: store.RevisionRow, labels: TopicLabels, { hiddenIds }: store.RevisionScope, session: Session) {
  const { topics, merged: _, ...texts } = revision.content;
  return {
    id: revision.id,
    version: revision.version,
    editor: editor && namesIn(session, editor.id, hiddenIds) ? memberRef(editor) : null,
    createdAt: time(revision.createdAt),
    act: revision.act,
    note: revision.note,
    content: { ...texts, ...(topics && { topics: topicRefs(labels, topics) }) },
  };
}
