import type { Member, MemberPatch } from '../../contract/index.js';

/** Before a profile is saved. Cancel it to keep it back; what was written stays in the form. */
export class ProfileRequestEvent extends Event {
  static readonly eventName = 'cop-profile-request';
  constructor(
    readonly member: Member,
    /** The fields that change. */
    readonly patch: MemberPatch,
  ) {
    super(ProfileRequestEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A profile has been saved. */
export class ProfileSavedEvent extends Event {
  static readonly eventName = 'cop-profile-saved';
  constructor(readonly member: Member) {
    super(ProfileSavedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cop-profile-request': ProfileRequestEvent;
    'cop-profile-saved': ProfileSavedEvent;
  }
}
