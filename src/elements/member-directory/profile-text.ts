import type { Member, MemberPatch, Participation, Visibility, WorkingHours } from '../../contract/index.js';

type Link = Member['links'][number];
/** A field whose visibility a member chooses. */
export type VisibleField = keyof NonNullable<MemberPatch['visibility']>;

/** A profile as it stands in the form: nothing is null, topics are their labels, mail addresses have no scheme. */
export interface ProfileText {
  name: string;
  headline: string;
  bio: string;
  pronouns: string;
  place: string;
  country: string;
  languages: readonly string[];
  timeZone: string;
  topics: readonly string[];
  offers: readonly string[];
  needs: readonly string[];
  links: readonly Link[];
  participation: Participation | '';
  workingHours: WorkingHours | null;
  /** Values of the community’s own fields, by their ids. */
  fields: Readonly<Record<string, string>>;
  quietHours: Member['quietHours'];
  asksPerWeek: number | null;
  reminders: boolean;
  listed: boolean;
  visibility: Partial<Record<VisibleField, Visibility>>;
}
/** A field of the form. */
export type ProfileField = keyof ProfileText;

/** What is being written, beside what it started from. */
export interface Editing {
  version: number;
  base: ProfileText;
  mine: ProfileText;
  /** Fields changed here and elsewhere, to be settled by the member. */
  differ: readonly ProfileField[];
}

const labels = (topics: Member['topics']) => topics.map(({ label }) => label);

/** The profile as it is written in the form. */
export function textOf(m: Member): ProfileText {
  return {
    name: m.name,
    headline: m.headline,
    bio: m.bio,
    pronouns: m.pronouns ?? '',
    place: m.place ?? '',
    country: m.country ?? '',
    languages: m.languages,
    timeZone: m.timeZone ?? '',
    topics: labels(m.topics),
    offers: labels(m.offers),
    needs: labels(m.needs),
    links: m.links.map((link) => ({ ...link, url: link.url.replace(/^mailto:/i, '') })),
    participation: m.participation ?? '',
    workingHours: m.workingHours,
    fields: m.fields,
    quietHours: m.quietHours,
    asksPerWeek: m.asksPerWeek,
    reminders: m.reminders ?? true,
    listed: m.listed,
    visibility: m.visibility ?? {},
  };
}

/** What an edit starts from. */
export function begin(m: Member): Editing {
  return { version: m.version, base: textOf(m), mine: textOf(m), differ: [] };
}

/** An address as it is written, as an address that opens: `ada@example.org`, `example.org`, `0000-0002-1825-0097`. */
export function addressOf({ kind, url }: Link): string {
  const text = url.trim();
  if (/^[a-z][a-z+.-]*:/i.test(text)) return text;
  if (/^[^\s@/]+@[^\s@/]+$/.test(text)) return `mailto:${text}`;
  return kind === 'orcid' && /^[\dX-]+$/i.test(text) ? `https://orcid.org/${text}` : `https://${text}`;
}

const asSent: { [F in ProfileField]?: (text: ProfileText) => unknown } = {
  pronouns: ({ pronouns }) => pronouns.trim() || null,
  place: ({ place }) => place.trim() || null,
  country: ({ country }) => country || null,
  timeZone: ({ timeZone }) => timeZone || null,
  participation: ({ participation }) => participation || null,
  links: ({ links }) => links.map((link) => ({ ...link, label: link.label.trim(), url: addressOf(link) })),
};
const sent = (text: ProfileText, field: ProfileField): unknown => asSent[field]?.(text) ?? (field in asSent ? null : text[field]);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const fields = (text: ProfileText) => Object.keys(text) as ProfileField[];

/** The fields that were changed, in the words of the endpoint. */
export function patchOf({ base, mine }: Editing): MemberPatch {
  const changed = fields(base).filter((field) => !same(sent(base, field), sent(mine, field)));
  return Object.fromEntries(changed.map((field) => [field, sent(mine, field)]));
}

/** Starts from a newer version: takes what only others changed, keeps what was written here, and names where both did. */
export function rebase({ base, mine }: Editing, newer: Member): Editing {
  const theirs = textOf(newer);
  const untouched = fields(theirs).filter((field) => same(mine[field], base[field]));
  const differ = fields(theirs).filter(
    (field) => !untouched.includes(field) && !same(theirs[field], base[field]) && !same(theirs[field], mine[field]),
  );
  const taken = Object.fromEntries(untouched.map((field) => [field, theirs[field]]));
  return { version: newer.version, base: theirs, mine: { ...mine, ...taken }, differ };
}

/** What the endpoint takes for a link: a web address with a host, or a mail address. */
export function isAddress(url: string): boolean {
  if (url.startsWith('mailto:')) return /^mailto:[^\s@]+@[^\s@]+$/.test(url);
  try {
    const { protocol, hostname } = new URL(url);
    return /^https?:$/.test(protocol) && hostname.includes('.');
  } catch {
    return false;
  }
}
