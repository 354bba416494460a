/** Registers every element under its own tag. */
import './elements/community/community.define.js';
import './elements/ask-the-community/ask-the-community.define.js';
import './elements/resource-list/resource-list.define.js';
import './elements/member-directory/member-directory.define.js';
import './elements/member/member.define.js';
import './elements/activity-feed/activity-feed.define.js';
