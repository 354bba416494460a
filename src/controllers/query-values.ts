/** Rows a page, as every endpoint takes them: 1 to 100; `usual` where the attribute holds no number. */
export const pageSize = (limit: number, usual: number): number => Math.min(100, Math.max(1, Math.trunc(limit) || usual));

/** A value that has a name; else none, as endpoints refuse what they do not know and an attribute can hold anything. */
export const known = <T extends string>(value: T, names: object): T | '' => (Object.hasOwn(names, value) ? value : '');
