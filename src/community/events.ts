import type { Activity, ObjectRef, Permission, Session } from '../contract/index.js';
import type { Problem } from '../data/problem.js';
import type { Write } from '../data/read.js';

/** Something happened in the community, seen by the live stream. */
export class ActivityEvent extends Event {
  static readonly eventName = 'activity';
  constructor(readonly activity: Activity) {
    super(ActivityEvent.eventName);
  }
}

/** Another person is signed in now, or nobody. */
export class SessionEvent extends Event {
  static readonly eventName = 'session';
  constructor(readonly session: Session) {
    super(SessionEvent.eventName);
  }
}

/** What waited for a connection has been refused. The first element to hear it tells the reader, and cancels it. */
export class RefusedEvent extends Event {
  static readonly eventName = 'refused';
  constructor(
    readonly write: Pick<Write<unknown>, 'method' | 'path' | 'body' | 'draft'>,
    readonly problem: Problem,
  ) {
    super(RefusedEvent.eventName, { cancelable: true });
  }
}

/**
 * A visitor tried something that needs a member. The host may open its own sign-in and call `preventDefault()`;
 * else the element shows where to sign in. What was written is kept.
 */
export class SignInRequestEvent extends Event {
  static readonly eventName = 'cop-sign-in-request';
  constructor(readonly permission: Permission) {
    super(SignInRequestEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/**
 * A reader follows a link to a thing of the community. Cancel it to show the thing elsewhere; else the element of the
 * page that shows such things opens it, or the browser follows the link.
 */
export class OpenEvent extends Event {
  static readonly eventName = 'cop-open';
  constructor(readonly object: ObjectRef) {
    super(OpenEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cop-sign-in-request': SignInRequestEvent;
    'cop-open': OpenEvent;
  }
}
