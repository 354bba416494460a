import type { Server } from '../context.js';
import { describeError } from '../http/log.js';
import { activitiesByIds } from '../store/activities.js';
import { CHANGES_CHANNEL } from '../store/changes.js';
import type { Database } from '../store/database.js';
import { logBounds, pruneLog, readLog, type LogEntry } from '../store/log.js';
import { titlesOf } from '../store/objects.js';
import type { LiveEvent, LiveSource } from './channel.js';

/** The log of the database as what the hub gives to its clients. */
export function databaseSource(database: Database, log: Server['log']): LiveSource {
  const { db } = database;
  return {
    listen: (wake) => database.listen(CHANGES_CHANNEL, wake),
    read: (communityId, after, limit) => readLog(db, communityId, after, limit),
    bounds: () => logBounds(db),
    render: (communityId, entries, viewers) => render(database, communityId, entries, viewers),
    prune: () => pruneLog(db),
    failed: (error) => log.error(describeError(error), 'live'),
  };
}

/** All entries by one look for activities and one for titles. An activity that is gone again is told as a change of its object. */
async function render({ db }: Database, communityId: string, entries: LogEntry[], viewers: ReadonlySet<string>) {
  const activities = await activitiesByIds(
    db,
    communityId,
    entries.flatMap(({ activityId }) => activityId ?? []),
    viewers,
  );
  const titles = await titlesOf(
    db,
    entries.map(({ object }) => object),
  );
  const events = new WeakMap<object, LiveEvent>();
  const changes = new Map<LogEntry, LiveEvent>();
  return (entry: LogEntry, viewer: string | null): LiveEvent => {
    const data = entry.activityId === null ? undefined : activities(entry.activityId, viewer);
    if (data) {
      const event = events.get(data) ?? { event: 'activity', data };
      events.set(data, event);
      return event;
    }
    const { type, id } = entry.object;
    const change = changes.get(entry) ?? { event: 'change', data: titles.get(`${type}:${id}`) ?? { type, id, title: null, url: null } };
    changes.set(entry, change);
    return change;
  };
}
