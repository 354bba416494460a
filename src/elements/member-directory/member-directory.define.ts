import { CopMemberDirectory } from './member-directory.js';

CopMemberDirectory.define();

declare global {
  interface HTMLElementTagNameMap {
    'cop-member-directory': CopMemberDirectory;
  }
}
