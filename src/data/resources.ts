import type { NewResource, Resource, ResourceKind, ResourcePage, ResourcePatch, ResourceSort, UseOutcome } from '../contract/index.js';
import { pagedRead, read, type PagedRead, type Read, type Write } from './read.js';

export interface ResourceFilters {
  q?: string | undefined;
  kind?: readonly ResourceKind[] | undefined;
  topic?: readonly string[] | undefined;
  language?: readonly string[] | undefined;
  outcome?: UseOutcome | undefined;
  mine?: boolean | undefined;
  sort?: ResourceSort | undefined;
  facets?: boolean | undefined;
  limit?: number | undefined;
}

export const listResources = (filters: ResourceFilters): PagedRead<ResourcePage> => pagedRead('resources', '/resources', filters);
export const getResource = (id: string): Read<Resource> => read('resources', `/resources/${id}`);

const touches = ['resources', 'activities', 'topics', 'community'];
export const suggestResource = (resource: NewResource): Write<Resource> => ({
  method: 'POST',
  path: '/resources',
  body: resource,
  touches,
});
export const editResource = (id: string, version: number, patch: ResourcePatch): Write<Resource> => ({
  method: 'PATCH',
  path: `/resources/${id}`,
  body: patch,
  ifMatch: version,
  touches,
});
export const deleteResource = (id: string, version: number): Write<void> => ({
  method: 'DELETE',
  path: `/resources/${id}`,
  ifMatch: version,
  touches,
});
