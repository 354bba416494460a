import type { ArchiveInput } from '../../server/import/records.js';
import { COLLECTED, Topics, clean, sentenceCase, webAddress, type Composed, type Sets, type SourceRecord } from './sets.js';

interface Person {
  id: string;
  firstName: string;
  lastName: string;
  title?: string;
  affiliation?: string;
  bio?: string;
  city?: string;
  country?: string;
  pronouns?: string;
  expertise?: string[];
  orcid?: string;
  website?: string;
  twitter?: string;
  linkedin?: string;
  mastodon?: string | { profile: string; server: string };
  roles?: { cohort: string; role: string }[];
}

const SOURCE: SourceRecord = {
  name: 'OLS community',
  url: 'https://we-are-ols.org',
  licence: 'CC BY 4.0, changed',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
};
const COHORTS: Record<string, string> = { dra: 'Open Seeds, DRA cohort', catalyst: 'Open Seeds, Catalyst cohort' };
/** Names that differ from those of the Unicode data. */
const COUNTRIES: Record<string, string> = {
  'The Netherlands': 'NL',
  Turkey: 'TR',
  'Russian Federation': 'RU',
  'Hong Kong': 'HK',
  'India / France': '',
  'United Kingdom / Ukraine': '',
};

/** ISO 3166-1 alpha-2 by English name. */
const codes = new Map<string, string>();
const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
for (let i = 0; i < 26 * 26; i += 1) {
  const code = String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26));
  const name = names.of(code);
  // Withdrawn codes have the same names; the first in the alphabet that the data still uses is kept.
  if (name && new Intl.Locale(`und-${code}`).region === code && !codes.has(name)) codes.set(name, code);
}

/** The members of OLS: who they are in their own words; nothing they did not say. */
export function people(sets: Sets): Composed {
  const topics = new Topics();
  const members = sets<Person>('people/ols-people.json').map((person) => member(person, topics));
  return { records: [...topics.records, ...members], sources: [SOURCE] };
}

function member(person: Person, topics: Topics): ArchiveInput {
  const skills = topics.add((person.expertise ?? []).flatMap(split)).slice(0, 12);
  const helps = (person.roles ?? []).some(({ role }) => role === 'expert' || role === 'mentor');
  const country = person.country === undefined ? null : (COUNTRIES[person.country] ?? codes.get(person.country) ?? '');
  return {
    type: 'member',
    key: `ols/people/${person.id}`,
    name: clean(`${person.firstName} ${person.lastName}`),
    headline: [person.title, person.affiliation].filter(Boolean).map(clean).join(', ').slice(0, 160),
    bio: (person.bio ?? '').trim(),
    pronouns: person.pronouns?.trim().slice(0, 40) ?? null,
    place: [person.city, person.country].filter(Boolean).map(clean).join(', ') || null,
    country: country || null,
    topics: skills,
    offers: helps ? skills : [],
    links: links(person),
    groups: groups(person),
    joinedAt: COLLECTED,
    source: SOURCE,
  };
}

/** Some people wrote all their skills into one field. */
function split(expertise: string): string[] {
  return clean(expertise)
    .split(/[;"“”]+|,(?![^(]*\))/)
    .map((skill) => skill.replace(/^[\s.,]+|[\s.,]+$/g, ''))
    .filter((skill) => skill.length > 1 && skill.length <= 60)
    .map(sentenceCase);
}

function groups({ roles = [] }: Person): { name: string; role: string }[] {
  const all = roles.map(({ cohort, role }) => ({ name: COHORTS[cohort] ?? `Open Seeds, cohort ${cohort}`, role }));
  return all.filter((group, i) => all.findIndex(({ name, role }) => name === group.name && role === group.role) === i);
}

function links(person: Person): { kind: 'website' | 'orcid' | 'social'; label: string; url: string }[] {
  const { mastodon } = person;
  const [profile, server] = typeof mastodon === 'string' ? mastodon.split('@') : [mastodon?.profile, mastodon?.server];
  const candidates = [
    { kind: 'website' as const, label: 'Website', url: webAddress(person.website) },
    { kind: 'orcid' as const, label: 'ORCID', url: /^[\dX-]{19}$/.test(person.orcid ?? '') ? `https://orcid.org/${person.orcid}` : null },
    { kind: 'social' as const, label: 'Mastodon', url: profile && server ? `https://${server}/@${profile}` : null },
    {
      kind: 'social' as const,
      label: 'LinkedIn',
      url: person.linkedin ? webAddress(`https://www.linkedin.com/in/${person.linkedin}`) : null,
    },
    { kind: 'social' as const, label: 'X', url: /^\w{1,15}$/.test(person.twitter ?? '') ? `https://x.com/${person.twitter}` : null },
  ];
  return candidates.flatMap(({ url, ...link }) => (url === null ? [] : [{ ...link, url }]));
}
