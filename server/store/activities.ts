import { and, asc, desc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm';
import type { z } from '@hono/zod-openapi';
import type { Activity, ActivityType, Reaction, ReactionKind } from '../contract/activities.js';
import type { Db } from './database.js';
import { titlesOf, type ObjectKey } from './objects.js';
import { activities, members, reactions } from './schema.js';

export type ActivityView = z.infer<typeof Activity>;
type Reactions = z.infer<typeof Reaction>[];
type Kind = z.infer<typeof ReactionKind>;

const columns = {
  id: activities.id,
  type: activities.type,
  published: activities.published,
  objectType: activities.objectType,
  objectId: activities.objectId,
  targetType: activities.targetType,
  targetId: activities.targetId,
  summary: activities.summary,
  source: activities.source,
  actor: { id: members.id, name: members.name, avatarUrl: members.avatarUrl, url: members.url, demo: members.demo },
};
const select = (db: Db) => db.select(columns).from(activities).leftJoin(members, eq(members.id, activities.actorId));
type Row = Awaited<ReturnType<typeof select>>[number];
