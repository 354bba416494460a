import type { Api, RequestContext } from '../context.js';
import { closeReport, createReport, listReports, reopenReport } from '../contract/reports.js';
import { Problem, invalidField } from '../problem.js';
import { isUuid } from '../store/cursor.js';
import { mergedTitles, titlesOf } from '../store/objects.js';
import * as store from '../store/reports.js';
import { memberOf, memberRef, time } from './refs.js';

export function registerReports(app: Api): void {
  app.openapi(createReport, async (c) => {
    const report = c.req.valid('json');
    const [db, communityId, me] = [c.get('db'), c.get('community').id, memberOf(c.get('session')).id];
    const thread = isUuid(report.object.id) ? await store.threadOf(db, communityId, report.object) : undefined;
    if (!thread) throw invalidField('/object/id', 'unknown', 'What this is about is not there.');
    if (thread.authorId === me) throw new Problem('conflict', 'Nobody reports what they wrote themselves.');
    await store.putReport(db, communityId, me, thread.id, report);
    return c.body(null, 204);
  });
  app.openapi(listReports, async (c) => {
    const { thread, limit, cursor } = c.req.valid('query');
    const [db, communityId] = [c.get('db'), c.get('community').id];
    if (thread !== undefined && !isUuid(thread)) return c.json({ items: [], nextCursor: null, total: null }, 200);
    const page = await store.listReports(db, communityId, { thread, limit, cursor });
    const keys = page.rows.map(({ report }) => ({ type: report.objectType, id: report.objectId }));
    const merged = await mergedTitles(
      db,
      keys.flatMap(({ type, id }) => (type === 'question' ? id : [])),
    );
    const titles = new Map([...merged, ...(await titlesOf(db, keys))]);
    const items = page.rows.flatMap(({ report, member }) => {
      // What was deleted meanwhile needs no looking at.
      const object = titles.get(`${report.objectType}:${report.objectId}`);
      if (!object) return [];
      const { id, reason, note, createdAt } = report;
      return [{ id, object, reason, note, member: memberRef(member), createdAt: time(createdAt) }];
    });
    return c.json({ items, nextCursor: page.nextCursor, total: null }, 200);
  });
  app.openapi(closeReport, async (c) => c.body(await set(c, memberOf(c.get('session')).id), 204));
  app.openapi(reopenReport, async (c) => c.body(await set(c, null), 204));
}

async function set(c: RequestContext, stewardId: string | null): Promise<null> {
  if (!(await store.setReportClosed(c.get('db'), c.get('community').id, c.req.param('id') ?? '', stewardId)))
    throw new Problem('not-found');
  return null;
}
