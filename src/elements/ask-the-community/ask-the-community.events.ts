import type { NewQuestion, Question } from '../../contract/index.js';

/** Before a question is sent. Cancel it to keep it back; the text stays in the form. */
export class AskRequestEvent extends Event {
  static readonly eventName = 'cop-ask-request';
  constructor(readonly question: NewQuestion) {
    super(AskRequestEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A question has been asked. */
export class AskedEvent extends Event {
  static readonly eventName = 'cop-asked';
  constructor(readonly question: Question) {
    super(AskedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cop-ask-request': AskRequestEvent;
    'cop-asked': AskedEvent;
  }
}
