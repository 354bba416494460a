import type { CopAskTheCommunity } from './ask-the-community.js';
import { BulkView } from './bulk-view.js';
import { TopicCare } from './topic-care.js';

/** What stewards do in the list of questions. */
export class ListCare {
  /** Names and other words of the topic that the list is about. */
  readonly topic: TopicCare;
  /** Several questions at once. */
  readonly bulk: BulkView;

  constructor(host: CopAskTheCommunity) {
    this.topic = new TopicCare(host);
    this.bulk = new BulkView(host);
  }
}
