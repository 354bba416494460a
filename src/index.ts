/** Every class, event and type of the library. Importing it registers nothing. */
export { CopCommunity } from './elements/community/community.js';
export { CopAskTheCommunity } from './elements/ask-the-community/ask-the-community.js';
export { CopResourceList } from './elements/resource-list/resource-list.js';
export { CopMemberDirectory } from './elements/member-directory/member-directory.js';
export { CopActivityFeed } from './elements/activity-feed/activity-feed.js';
export * from './elements/ask-the-community/ask-the-community.events.js';
export * from './elements/resource-list/resource-list.events.js';
export * from './elements/member-directory/member-directory.events.js';
export * from './elements/activity-feed/activity-feed.events.js';
export { OpenEvent, SignInRequestEvent } from './community/events.js';
export { Community, communityAt, type CommunityOptions } from './community/community.js';
export { communityContext } from './community/context.js';
export { Problem, type ProblemKind } from './data/problem.js';
export type * from './contract/index.js';
