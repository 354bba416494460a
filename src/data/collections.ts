import type {
  Collection,
  CollectionPage,
  CollectionWithItems,
  NewCollection,
  ResourceRequest,
  ResourceRequestPage,
} from '../contract/index.js';
import { pagedRead, read, type PagedRead, type Read, type Write } from './read.js';

/** Collections: the featured ones first, then the newest. With `resource`, those into which it was put. */
export const listCollections = (filters: { resource?: string; limit?: number } = {}): PagedRead<CollectionPage> =>
  pagedRead('collections', '/collections', filters);
/** One collection with what it holds. */
export const getCollection = (id: string): Read<CollectionWithItems> => read('collections', `/collections/${id}`);

const touches = ['collections', 'community', 'activities'];
export const createCollection = (collection: NewCollection): Write<CollectionWithItems> => ({
  method: 'POST',
  path: '/collections',
  body: collection,
  touches,
});
export const editCollection = ({ id, version }: Collection, patch: Partial<NewCollection>): Write<CollectionWithItems> => ({
  method: 'PATCH',
  path: `/collections/${id}`,
  body: patch,
  ifMatch: version,
  touches,
});
export const deleteCollection = ({ id, version }: Collection): Write<void> => ({
  method: 'DELETE',
  path: `/collections/${id}`,
  ifMatch: version,
  touches,
});
/** What it holds from now on, in this order. On screen at once. */
export const setItems = ({ id, version }: Collection, items: CollectionWithItems['items']): Write<CollectionWithItems> => ({
  method: 'PUT',
  path: `/collections/${id}/items`,
  body: { items: items.map(({ resource, note }) => ({ resourceId: resource.id, note })) },
  ifMatch: version,
  touches: [...touches, 'resources'],
  optimistic: {
    noun: 'collections',
    change: (item) => ((item as Collection).id === id && 'items' in (item as object) ? { ...(item as object), items } : item),
  },
});

/** Resources that somebody looks for, newest first. */
export const listRequests = (filters: { open?: boolean; limit?: number }): PagedRead<ResourceRequestPage> =>
  pagedRead('requests', '/requests', filters);
const touched = ['requests', 'community', 'activities'];
export const askFor = (title: string, details: string): Write<ResourceRequest> => ({
  method: 'POST',
  path: '/requests',
  body: { title, details },
  touches: touched,
});
export const takeRequestBack = ({ id, version }: ResourceRequest): Write<void> => ({
  method: 'DELETE',
  path: `/requests/${id}`,
  ifMatch: version,
  touches: touched,
});
