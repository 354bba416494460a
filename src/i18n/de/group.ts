import type { GroupMessages } from '../en/group.js';
import type { Bundle } from '../localize.js';

const group: Bundle<GroupMessages> = () => ({
  label: 'Gruppe',
  all: 'Alle Gruppen',
  one: (name, count) => `${name} (${count})`,
});
export default group;
