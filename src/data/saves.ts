import type { SaveList, SaveType } from '../contract/index.js';
import { read, type Read, type Write } from './read.js';

/** What is kept for later: a question or a resource. */
export interface SaveObject {
  type: SaveType;
  id: string;
  /** What it is called, for the list that is shown before the endpoint has answered. */
  title: string;
}

/** All that this person keeps for later, newest first; one small answer for all buttons of a page. */
export const listSaves = (): Read<SaveList> => read('saves', '/saves');

export const isSaved = (list: SaveList, { type, id }: Pick<SaveObject, 'type' | 'id'>): boolean =>
  list.saves.some(({ object }) => object.type === type && object.id === id);

/** Keep it for later, or no longer. On screen at once. */
export const setSave = (object: SaveObject, on: boolean): Write<SaveList> => ({
  method: on ? 'PUT' : 'DELETE',
  path: `/saves/${object.type}/${encodeURIComponent(object.id)}`,
  touches: ['saves'],
  optimistic: {
    noun: 'saves',
    change: (item) => {
      const list = item as SaveList;
      const others = list.saves.filter(({ object: { type, id } }) => type !== object.type || id !== object.id);
      return { saves: on ? [{ object: { ...object, url: null }, createdAt: new Date().toISOString() }, ...others] : others };
    },
  },
});
