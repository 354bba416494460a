import type { ResourcesMessages } from '../en/resources.js';
import type { Bundle } from '../localize.js';

const resources: Bundle<ResourcesMessages> = () => ({});
export default resources;
