import type { NewPost, Post } from '../../contract/index.js';

/** Before a message is sent. Cancel it to keep it back; the text stays in the form. */
export class PostRequestEvent extends Event {
  static readonly eventName = 'cop-post-request';
  constructor(readonly post: NewPost) {
    super(PostRequestEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A message has been sent. */
export class PostedEvent extends Event {
  static readonly eventName = 'cop-posted';
  constructor(readonly post: Post) {
    super(PostedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cop-post-request': PostRequestEvent;
    'cop-posted': PostedEvent;
  }
}
