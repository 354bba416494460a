import type { MembersMessages } from '../en/members.js';
import type { Bundle } from '../localize.js';

const members: Bundle<MembersMessages> = () => ({});
export default members;
