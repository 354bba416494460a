/** The one source of the contract: every operation, by noun. */
export * as activities from './activities.js';
export * as answers from './answers.js';
export * as assessments from './assessments.js';
export * as comments from './comments.js';
export * as communities from './communities.js';
export * as files from './files.js';
export * as follows from './follows.js';
export * as collections from './collections.js';
export * as links from './links.js';
export * as members from './members.js';
export * as questions from './questions.js';
export * as requests from './requests.js';
export * as resources from './resources.js';
export * as revisions from './revisions.js';
export * as saves from './saves.js';
export * as topics from './topics.js';
