import { CopActivityFeed } from './activity-feed.js';

CopActivityFeed.define();

declare global {
  interface HTMLElementTagNameMap {
    'cop-activity-feed': CopActivityFeed;
  }
}
