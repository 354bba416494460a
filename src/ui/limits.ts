/** Limits of the contract, in characters; topics by number. */
export const TEXT = 30_000;
export const COMMENT = 2000;
export const TITLE = { least: 8, most: 200 };
export const TOPICS = 5;
/** Topics of a resource, groups of a member, resources in a collection. */
export const RESOURCE_TOPICS = 8;
export const GROUPS = 20;
export const COLLECTED = 100;
