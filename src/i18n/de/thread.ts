import type { ThreadMessages } from '../en/thread.js';
import type { Bundle } from '../localize.js';

const thread: Bundle<ThreadMessages> = () => ({});
export default thread;
