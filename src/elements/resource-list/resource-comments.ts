import { nothing } from 'lit';
import type { Resource } from '../../contract/index.js';
import type { CopResourceList } from './resource-list.js';

export class ResourceComments {
  constructor(private readonly host: CopResourceList) {}
  render(_item: Resource): unknown {
    return this.host && nothing;
  }
}
