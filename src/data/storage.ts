import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';

/** Key and value store of the browser. Where there is none (private mode, a sandboxed frame), it lasts as long as the page. */
export interface Storage {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** All pairs whose key starts with `prefix`. */
  entries<T>(prefix: string): Promise<[key: string, value: T][]>;
}

/** Forgets all with the page. */
export function memoryStorage(): Storage {
  const map = new Map<string, unknown>();
  return {
    get: <T>(key: string) => Promise.resolve(map.get(key) as T | undefined),
    set: (key, value) => Promise.resolve(void map.set(key, value)),
    delete: (key) => Promise.resolve(void map.delete(key)),
    entries: <T>(prefix: string) => Promise.resolve([...map].filter(([k]) => k.startsWith(prefix)) as [string, T][]),
  };
}

/** The browser’s own; where it has none or forbids it, the page’s memory. */
export function browserStorage(name = 'cop-elements'): Storage {
  const memory = memoryStorage();
  let store: UseStore | undefined;
  const attempt = async <T>(work: (store: UseStore) => Promise<T>, instead: () => Promise<T>): Promise<T> => {
    try {
      store ??= createStore(name, 'items');
      return await work(store);
    } catch {
      // The browser keeps nothing here; what is in memory serves this page.
      return instead();
    }
  };
  return {
    get: <T>(key: string) =>
      attempt<T | undefined>(
        (s) => get<T>(key, s),
        () => memory.get<T>(key),
      ),
    set: (key, value) =>
      attempt(
        (s) => set(key, value, s),
        () => memory.set(key, value),
      ),
    delete: (key) =>
      attempt(
        (s) => del(key, s),
        () => memory.delete(key),
      ),
    entries: <T>(prefix: string) =>
      attempt(
        async (s) => (await entries<string, T>(s)).filter(([k]) => k.startsWith(prefix)),
        () => memory.entries<T>(prefix),
      ),
  };
}
