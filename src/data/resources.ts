import type { NewResource, Resource, ResourceKind, ResourcePage, ResourcePatch, ResourceSort, UseOutcome } from '../contract/index.js';
import { pagedRead, read, type PagedRead, type Read, type Write } from './read.js';

/** What narrows the list of resources. */
export interface ResourceFilters {
  q?: string | undefined;
  /** A link: only what the community has under it. */
  url?: string | undefined;
  /** A title: only what is like it. */
  similar?: string | undefined;
  kind?: readonly ResourceKind[] | undefined;
  topic?: readonly string[] | undefined;
  language?: readonly string[] | undefined;
  outcome?: UseOutcome | undefined;
  mine?: boolean | undefined;
  sort?: ResourceSort | undefined;
  facets?: boolean | undefined;
  limit?: number | undefined;
}

/** Resources in the order asked for, with counts for each filter. */
export const listResources = (filters: ResourceFilters): PagedRead<ResourcePage> => pagedRead('resources', '/resources', filters);
/** What the community has under a link, however it is spelt. */
export const resourcesUnder = (url: string): Read<ResourcePage> => read('resources', '/resources', { url, limit: 2 });
/** One resource. */
export const getResource = (id: string): Read<Resource> => read('resources', `/resources/${id}`);

const touches = ['resources', 'activities', 'topics', 'community'];
/** Suggests a resource. */
export const suggestResource = (resource: NewResource): Write<Resource> => ({
  method: 'POST',
  path: '/resources',
  body: resource,
  touches,
});
/** Changes a resource; refused as `stale` where it is no longer of that version. */
export const editResource = (id: string, version: number, patch: ResourcePatch): Write<Resource> => ({
  method: 'PATCH',
  path: `/resources/${id}`,
  body: patch,
  ifMatch: version,
  touches,
});
/** Deletes a resource; refused as `stale` where it is no longer of that version. */
export const deleteResource = (id: string, version: number): Write<void> => ({
  method: 'DELETE',
  path: `/resources/${id}`,
  ifMatch: version,
  touches,
});
