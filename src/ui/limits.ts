/** Limits of the contract, in characters; topics by number. */
export const TEXT = 30_000;
export const COMMENT = 2000;
export const TITLE = { least: 8, most: 200 };
export const TOPICS = 5;
