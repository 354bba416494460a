import { CopMember } from './member.js';

CopMember.define();

declare global {
  interface HTMLElementTagNameMap {
    'cop-member': CopMember;
  }
}
