import { CopAskTheCommunity } from './ask-the-community.js';

CopAskTheCommunity.define();

declare global {
  interface HTMLElementTagNameMap {
    'cop-ask-the-community': CopAskTheCommunity;
  }
}
