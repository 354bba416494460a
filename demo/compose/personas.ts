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
    workingHours: { days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' },
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
    workingHours: { days: [1, 2, 3, 4], from: '09:00', to: '17:30' },
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
    workingHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    topics: ['Community building'],
    offers: ['Community building'],
    needs: ['Facilitation'],
    role: 'steward' as const,
  },
];

const STARTS = [
  { topic: 'one-on-ones', title: 'One-on-ones', description: 'To read before the first round of them.', featured: true },
  { topic: 'transitioning-to-management', title: 'Leading for the first time', description: 'From colleague to lead.', featured: true },
  { topic: 'managing-remotely', title: 'Teams that rarely meet', description: 'What changes when nobody is in the room.', featured: false },
];

/** What the community of the demo begins with: collections that say by a filter what they hold, so that nobody is said to have chosen. */
export const collections = (): ArchiveInput[] =>
  STARTS.map(({ topic, ...collection }) => ({
    type: 'collection',
    key: `demo/${topic}`,
    ...collection,
    filter: { topic: [topic] },
    createdAt: COLLECTED,
  }));

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
