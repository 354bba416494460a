import type { ArchiveInput } from '../../server/import/records.js';
import { COLLECTED, Topics } from './sets.js';

const PEOPLE = [
  {
    subject: 'mika',
    name: 'Mika (demo member)',
    headline: 'Tries the portal as a team lead would',
    bio: 'A made-up person of this demo, for trying things out: ask, answer, suggest and say what worked.',
    pronouns: 'they/them',
    place: 'Helsinki, Finland',
    country: 'FI',
    languages: ['fi', 'en'],
    timeZone: 'Europe/Helsinki',
    topics: ['Retrospectives', 'Feedback'],
    offers: ['Retrospectives', 'Facilitation'],
    needs: ['Delegation', 'One-on-ones'],
  },
  {
    subject: 'noor',
    name: 'Noor (demo member)',
    headline: 'Tries the portal as a coach would',
    bio: 'A made-up person of this demo, for answering Mika and being answered.',
    pronouns: 'she/her',
    place: 'Rotterdam, Netherlands',
    country: 'NL',
    languages: ['nl', 'ar', 'en', 'de'],
    timeZone: 'Europe/Amsterdam',
    topics: ['Onboarding', 'Managing remotely'],
    offers: ['One-on-ones', 'Onboarding'],
    needs: ['Facilitation'],
  },
  {
    subject: 'sam',
    name: 'Sam (demo steward)',
    headline: 'Tries the portal as the steward who looks after the community',
    bio: 'A made-up person of this demo, with the rights of a steward.',
    pronouns: 'he/him',
    place: 'Cork, Ireland',
    country: 'IE',
    languages: ['en'],
    timeZone: 'Europe/Dublin',
    topics: ['Community building'],
    offers: ['Community building'],
    needs: ['Facilitation'],
    role: 'steward' as const,
  },
];

/** The demo's own people, plainly called so; none of the real people of the data is ever spoken for. */
export function personas(): ArchiveInput[] {
  const topics = new Topics();
  const members = PEOPLE.map(({ subject, ...person }): ArchiveInput => ({
    type: 'member',
    key: `demo/${subject}`,
    ...person,
    topics: topics.add(person.topics),
    offers: topics.add(person.offers),
    needs: topics.add(person.needs),
    groups: [{ name: 'Demo', role: person.role ?? 'member' }],
    participation: person.role === 'steward' ? 'core' : 'active',
    demo: true,
    joinedAt: COLLECTED,
    identities: [{ issuer: 'demo', subject }],
  }));
  return [...topics.records, ...members];
}
