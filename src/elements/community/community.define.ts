import { CopCommunity } from './community.js';

CopCommunity.define();

declare global {
  interface HTMLElementTagNameMap {
    'cop-community': CopCommunity;
  }
}
