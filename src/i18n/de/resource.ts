import type { ResourceMessages } from '../en/resource.js';
import type { Bundle } from '../localize.js';

const resource: Bundle<ResourceMessages> = () => ({});
export default resource;
