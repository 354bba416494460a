import type { FollowMessages } from '../en/follow.js';
import type { Bundle } from '../localize.js';

const follow: Bundle<FollowMessages> = () => ({
  follow: 'Folgen',
  following: 'Gefolgt',
  followIt: (name) => `${name} folgen`,
  followingIt: (name) => `Sie folgen ${name}; drücken, um damit aufzuhören`,
  followed: 'Sie folgen jetzt. Nur Sie sehen das.',
  left: 'Sie folgen nicht mehr.',
  back: 'Das ging nicht; es ist, wie es war.',
});
export default follow;
