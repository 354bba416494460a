import type { Resource, ResourceStatus, Revision } from '../contract/index.js';
import { editResource } from './resources.js';
import type { Write } from './read.js';

const touches = ['resources', 'activities', 'community', 'revisions'];
const changed = (id: string, change: (resource: Resource) => Partial<Resource>) => ({
  noun: 'resources',
  change: (item: unknown) => {
    const resource = item as Resource;
    return resource.id === id ? { ...resource, ...change(resource) } : item;
  },
});

/** Votes on a resource; 0 takes the vote back. On screen at once. */
export const voteOnResource = (id: string, value: -1 | 0 | 1): Write<Resource> => ({
  method: 'PUT',
  path: `/resources/${id}/vote`,
  body: { value },
  touches: ['resources'],
  optimistic: changed(id, ({ score, viewer }) => ({ score: score - viewer.vote + value, viewer: { ...viewer, vote: value } })),
});
/** Stands for it by name, or says anew why. */
export const endorse = (id: string, note: string): Write<Resource> => ({
  method: 'PUT',
  path: `/resources/${id}/endorsement`,
  body: { note },
  touches,
});
export const takeEndorsementBack = (id: string): Write<Resource> => ({ method: 'DELETE', path: `/resources/${id}/endorsement`, touches });
/** It is still right. `on`: when it is looked at again, as an RFC 3339 date; without it, as the community’s rules say. */
export const findRight = (id: string, on?: string): Write<Resource> => ({
  method: 'POST',
  path: `/resources/${id}/reviews`,
  body: on ? { on } : {},
  touches,
});
/** When it is looked at again: RFC 3339 date; null: never. Refused as `stale` where it is no longer of that version. */
export const setReviewDay = ({ id, version }: Pick<Resource, 'id' | 'version'>, on: string | null): Write<Resource> => ({
  ...editResource(id, version, { reviewOn: on }),
  touches: ['resources'],
});
/** Who looks after it from now on; null: nobody. */
export const setSteward = (id: string, memberId: string | null): Write<Resource> => ({
  method: 'PUT',
  path: `/resources/${id}/steward`,
  body: { memberId },
  touches,
});
/** Sends a draft, publishes or declines what is proposed, takes out what is no longer right, or brings it back. */
export const setStatus = (
  { id, version }: Pick<Resource, 'id' | 'version'>,
  status: Exclude<ResourceStatus, 'proposed'>,
  reason = '',
): Write<Resource> => ({ method: 'PUT', path: `/resources/${id}/status`, body: { status, reason }, ifMatch: version, touches });

/** Brings back an older state of a resource, as a new version; what that state does not tell stays. */
export const restoreResource = (
  id: string,
  version: number,
  { body, kind, topics, details: _, ...text }: Revision['content'],
): Write<Resource> =>
  editResource(id, version, {
    ...text,
    // A file has no link to bring back.
    url: text.url ?? undefined,
    description: body,
    kind: (kind as Resource['kind'] | null | undefined) ?? undefined,
    topics: topics?.map(({ label }) => label),
  });

/** Accepts a change that waits, or sends it back with a reason. */
export const settleChange = ({ id, version }: Pick<Resource, 'id' | 'version'>, accept: boolean, reason = ''): Write<Resource> => ({
  method: 'PUT',
  path: `/resources/${id}/change`,
  body: { accept, reason },
  ifMatch: version,
  touches,
});
/** Takes a change back that waits, or was sent back. */
export const withdrawChange = ({ id, version }: Pick<Resource, 'id' | 'version'>): Write<Resource> => ({
  method: 'DELETE',
  path: `/resources/${id}/change`,
  ifMatch: version,
  touches,
});
