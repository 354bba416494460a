import { placeText, type Place } from './place.js';

/** What is counted, in the words of the table at the end. */
export const KINDS = {
  community: 'communities',
  topic: 'topics',
  member: 'members',
  file: 'files',
  resource: 'resources',
  post: 'posts',
  question: 'questions',
  answer: 'answers',
  comment: 'comments',
  vote: 'votes',
  use: 'uses',
  endorsement: 'endorsements',
  collection: 'collections',
  request: 'requests',
  save: 'saves',
  follow: 'follows',
  same: 'same questions',
  help: 'requests for help',
  report: 'reports',
  revision: 'revisions',
  activity: 'activities',
  reaction: 'reactions',
  merge: 'merges',
} as const;
export type Kind = keyof typeof KINDS;
/** Places named for each reason; the rest are counted, and are all in the report file. */
const SHOWN = 5;
export interface Tally {
  new: number;
  unchanged: number;
  changed: number;
}
export interface Skipped {
  what: string;
  reason: string;
  at: Place | undefined;
}

/** Counts what came in and keeps what was left out, and why. Notes say what of a record could not be kept; the record itself came in. */
export class Report {
  readonly tallies = new Map<Kind, Tally>();
  readonly notes: Skipped[] = [];
  readonly #skipped = new Map<string, { count: number; first: Skipped[] }>();
  readonly #each: ((line: string) => void) | undefined;

  /** @param each receives every skipped record and note as a line, however many there are */
  constructor(each?: (line: string) => void) {
    this.#each = each;
  }

  count(kind: Kind, tally: Partial<Tally>): void {
    const sum = this.tallies.get(kind) ?? { new: 0, unchanged: 0, changed: 0 };
    for (const part of ['new', 'unchanged', 'changed'] as const) sum[part] += tally[part] ?? 0;
    this.tallies.set(kind, sum);
  }

  /** @param what the kind of thing in plain words, as "vote" or "row of questions.csv" */
  skip(what: string, reason: string, at?: Place): void {
    const key = `${what}: ${reason}`;
    const entry = this.#skipped.get(key) ?? { count: 0, first: [] };
    entry.count += 1;
    if (entry.first.length < SHOWN) entry.first.push({ what, reason, at });
    this.#skipped.set(key, entry);
    this.#each?.(`${at ? `${placeText(at)}: ` : ''}${what} skipped: ${reason}`);
  }

  note(what: string, reason: string, at?: Place): void {
    if (this.notes.length < 20) this.notes.push({ what, reason, at });
    this.#each?.(`${at ? `${placeText(at)}: ` : ''}${what}: ${reason}`);
  }

  get skipped(): { what: string; reason: string; count: number; first: Skipped[] }[] {
    return [...this.#skipped.values()].map(({ count, first }) => ({
      what: first[0]?.what ?? '',
      reason: first[0]?.reason ?? '',
      count,
      first,
    }));
  }
  get skippedCount(): number {
    return this.skipped.reduce((sum, { count }) => sum + count, 0);
  }
  /** Nothing new and nothing changed. */
  get quiet(): boolean {
    return [...this.tallies.values()].every((tally) => tally.new === 0 && tally.changed === 0);
  }

  /** The table and the reasons, as text for a person. */
  toString(): string {
    return [...this.#table(), ...this.#reasons(), ...this.#noteLines()].join('\n');
  }

  #table(): string[] {
    const rows = [...this.tallies].filter(([, tally]) => tally.new + tally.unchanged + tally.changed > 0);
    const format = (...cells: (string | number)[]) =>
      cells
        .map((cell, i) => (i === 0 ? String(cell).padEnd(13) : Number.isInteger(cell) ? number(cell as number) : String(cell).padStart(11)))
        .join('');
    const number = (value: number) => value.toLocaleString('en').padStart(11);
    const lines = rows.map(([kind, tally]) => format(KINDS[kind], tally.new, tally.changed, tally.unchanged));
    return [
      format('', 'new', 'changed', 'unchanged'),
      ...lines,
      ...(this.quiet ? ['', 'Nothing changed: everything was there already.'] : []),
    ];
  }

  #reasons(): string[] {
    if (this.skippedCount === 0) return ['', 'Nothing was skipped.'];
    const lines = ['', `Skipped: ${this.skippedCount.toLocaleString('en')}`];
    for (const { what, reason, count, first } of this.skipped) {
      lines.push(`  ${count.toLocaleString('en')} × ${what}: ${reason}`);
      const places = first.flatMap(({ at }) => (at ? [placeText(at)] : []));
      if (places.length > 0)
        lines.push(`    ${places.join(', ')}${count > places.length ? `, and ${(count - places.length).toLocaleString('en')} more` : ''}`);
    }
    return lines;
  }

  #noteLines(): string[] {
    if (this.notes.length === 0) return [];
    return ['', 'Notes:', ...this.notes.map(({ what, reason, at }) => `  ${at ? `${placeText(at)}: ` : ''}${what}: ${reason}`)];
  }
}
