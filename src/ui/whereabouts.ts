import type { Member, WorkingHours } from '../contract/index.js';
import type { Formats } from '../i18n/formats.js';
import type { MembersMessages } from '../i18n/en/members.js';

/** A wall clock: the ISO 8601 weekday, minutes since midnight, and what UTC would be if it showed the same. */
interface Clock {
  day: number;
  minutes: number;
  shown: number;
}

/** The clock where someone is; null for a zone that the browser does not know. */
export function clockIn(timeZone: string | undefined, now: Date): Clock | null {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'short' });
    const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
    const shown = Date.UTC(2000 + (year % 100), month - 1, day, hour, minute);
    return { day: new Date(shown).getUTCDay() || 7, minutes: hour * 60 + minute, shown };
  } catch {
    return null;
  }
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether someone works at a time on their clock: `until` then; else `from`, where they begin later that day. */
export function worksAt({ days, from, to }: WorkingHours, { day, minutes }: Clock): { until: string } | { from: string } | null {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const today = days.includes(day);
  const overnight = start >= end;
  const begun = today && minutes >= start && (overnight || minutes < end);
  const sinceYesterday = overnight && days.includes(day === 1 ? 7 : day - 1) && minutes < end;
  if (begun || sinceYesterday) return { until: to };
  return today && minutes < start ? { from } : null;
}

type Person = Pick<Member, 'place' | 'country' | 'timeZone' | 'workingHours'>;

/** A time of day as one writes it. */
export const timeOfDay = (time: string, formats: Formats): string =>
  formats.date(new Date(minutesOf(time) * 60_000), { timeStyle: 'short', timeZone: 'UTC' });

/** How far their clock is from the reader's: “3 hours ahead of you”; nothing where both show the same. */
function apart(there: Clock, here: Clock | null, t: MembersMessages, formats: Formats): string {
  const hours = here ? (there.shown - here.shown) / 3_600_000 : 0;
  const amount = formats.number(Math.abs(hours), { style: 'unit', unit: 'hour', unitDisplay: 'long', maximumFractionDigits: 2 });
  return hours > 0 ? t.ahead(amount) : hours < 0 ? t.behind(amount) : '';
}

function atWork(hours: WorkingHours, there: Clock, t: MembersMessages, formats: Formats): string {
  const works = worksAt(hours, there);
  if (!works) return t.off;
  return 'until' in works ? t.worksUntil(timeOfDay(works.until, formats)) : t.worksFrom(timeOfDay(works.from, formats));
}

/** Where someone is, what time it is there, and whether they work, as far as they tell: “Port Sudan, Sudan”, “14:20 there, 3 hours ahead of you”, “works until 17:00”. */
export function whereabouts({ place, country, timeZone, workingHours }: Person, t: MembersMessages, formats: Formats): string[] {
  const now = new Date();
  const where = place || (country && formats.name('region', country)) || '';
  const there = timeZone ? clockIn(timeZone, now) : null;
  if (!there || !timeZone) return where ? [where] : [];
  const time = formats.date(now, { timeStyle: 'short', timeZone });
  const clock = [where ? t.there(time) : t.theirTime(time), apart(there, clockIn(undefined, now), t, formats)].filter(Boolean).join(', ');
  return [where, clock, workingHours ? atWork(workingHours, there, t, formats) : ''].filter(Boolean);
}
