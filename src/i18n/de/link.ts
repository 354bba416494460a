import type { LinkMessages } from '../en/link.js';
import type { Bundle } from '../localize.js';

const link: Bundle<LinkMessages> = () => ({
  already: 'Das gibt es hier schon:',
});
export default link;
