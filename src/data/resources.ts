import type { NewResource, Resource, ResourcePage, ResourcePatch } from '../contract/index.js';
import { read, type Read, type Write } from './read.js';

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
