import type { Formats } from '../formats.js';

const follow = (_: Formats) => ({
  follow: 'Follow',
  following: 'Following',
  followIt: (name: string) => `Follow ${name}`,
  followingIt: (name: string) => `Following ${name}; press to leave`,
  followed: 'Followed. Only you see it.',
  left: 'You no longer follow it.',
  back: 'It could not be changed; it is as it was.',
});
export type FollowMessages = ReturnType<typeof follow>;
export default follow;
