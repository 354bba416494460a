import type { NewResource, Resource } from '../../contract/index.js';

/** Before a suggestion is sent, and before its file is. Cancel it to keep it back; the text stays in the form. */
export class SuggestRequestEvent extends Event {
  static readonly eventName = 'cop-suggest-request';
  /** `resource.fileId` is null where a `file` goes first. */
  constructor(
    readonly resource: NewResource,
    readonly file: File | null,
  ) {
    super(SuggestRequestEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A resource has been suggested. */
export class SuggestedEvent extends Event {
  static readonly eventName = 'cop-suggested';
  constructor(readonly resource: Resource) {
    super(SuggestedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cop-suggest-request': SuggestRequestEvent;
    'cop-suggested': SuggestedEvent;
  }
}
