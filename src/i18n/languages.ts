/** Languages beside English, each room loaded when first needed. */
export const languages = {
  de: {
    common: () => import('./de/common.js'),
    ask: () => import('./de/ask.js'),
    thread: () => import('./de/thread.js'),
    compose: () => import('./de/compose.js'),
    resources: () => import('./de/resources.js'),
    resource: () => import('./de/resource.js'),
    link: () => import('./de/link.js'),
    members: () => import('./de/members.js'),
    member: () => import('./de/member.js'),
    account: () => import('./de/account.js'),
    feed: () => import('./de/feed.js'),
    post: () => import('./de/post.js'),
    follow: () => import('./de/follow.js'),
    history: () => import('./de/history.js'),
    ladder: () => import('./de/ladder.js'),
    mention: () => import('./de/mention.js'),
    attach: () => import('./de/attach.js'),
    shared: () => import('./de/shared.js'),
    setup: () => import('./de/setup.js'),
  },
};
