import { CopResourceList } from './resource-list.js';

CopResourceList.define();

declare global {
  interface HTMLElementTagNameMap {
    'cop-resource-list': CopResourceList;
  }
}
