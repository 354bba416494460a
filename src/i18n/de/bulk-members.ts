import type { BulkMembersMessages } from '../en/bulk-members.js';
import type { Bundle } from '../localize.js';

const bulkMembers: Bundle<BulkMembersMessages> = (f) => ({
  heading: 'Mehrere Mitglieder betreuen',
  hint: 'Haken Sie Mitglieder an; mit der Umschalttaste alle zwischen zweien.',
  chosen: (n) => f.plural(n, { one: '# Mitglied ausgewählt', other: '# Mitglieder ausgewählt' }),
  undone: (n) => f.plural(n, { one: '# Mitglied ist, wo es war.', other: '# Mitglieder sind, wo sie waren.' }),
  groups: 'Gruppen',
  what: 'Was mit ihren Gruppen geschieht',
  putIn: 'In eine Gruppe aufnehmen',
  takeOut: 'Aus einer Gruppe nehmen',
  group: 'Gruppe oder Kohorte',
  putInNow: (n) => f.plural(n, { one: '# Mitglied aufnehmen', other: '# Mitglieder aufnehmen' }),
  areIn: (n, group) => f.plural(n, { one: `# Mitglied ist jetzt in ${group}.`, other: `# Mitglieder sind jetzt in ${group}.` }),
  fromWhich: 'Welche Gruppe?',
  withCount: (group, n) => `${group} (${f.number(n)})`,
  inNone: 'Keines von ihnen ist in einer Gruppe.',
  takeOutNow: (n) => f.plural(n, { one: '# Mitglied herausnehmen', other: '# Mitglieder herausnehmen' }),
  areOut: (n, group) => f.plural(n, { one: `# Mitglied ist nicht mehr in ${group}.`, other: `# Mitglieder sind nicht mehr in ${group}.` }),
  full: (most) => `Niemand kann in mehr als ${f.number(most)} Gruppen sein.`,
});
export default bulkMembers;
