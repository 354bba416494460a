import type { MemberMessages } from '../en/member.js';
import type { Bundle } from '../localize.js';

const member: Bundle<MemberMessages> = () => ({});
export default member;
