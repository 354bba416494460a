/** Local times, `HH:MM`; `to` before `from` goes over midnight, equal ones are never quiet. */
export interface QuietHours {
  from: string;
  to: string;
}

/** When nobody is asked who has said nothing else. */
export const USUAL_QUIET: QuietHours = { from: '22:00', to: '07:00' };
/** The clock of who names no time zone. */
const NOWHERE = 'UTC';
const MINUTE = 60_000;
const DAY = 1440;

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(timeZone: string | null): Intl.DateTimeFormat {
  const name = timeZone ?? NOWHERE;
  let clock = clocks.get(name);
  if (!clock) {
    try {
      clock = new Intl.DateTimeFormat('en-GB', { timeZone: name, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    } catch {
      // A zone that this system doesn't know any more.
      clock = clockOf(NOWHERE);
    }
    clocks.set(name, clock);
  }
  return clock;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const localMinutes = (at: Date, timeZone: string | null): number => minutesOf(clockOf(timeZone).format(at));

function isQuiet(at: Date, { from, to }: { from: number; to: number }, timeZone: string | null): boolean {
  const now = localMinutes(at, timeZone);
  return from <= to ? from <= now && now < to : from <= now || now < to;
}

/**
 * When a person may be asked: now, or when their quiet hours end, on the minute; summer time is kept to.
 * @param hours null: 22:00 to 07:00
 * @param timeZone IANA name; null: UTC
 */
export function awakeAt(now: Date, hours: QuietHours | null, timeZone: string | null): Date {
  const quiet = hours ?? USUAL_QUIET;
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  if (!isQuiet(now, { from, to }, timeZone)) return now;
  const start = Math.floor(now.getTime() / MINUTE) * MINUTE;
  const ahead = (to - localMinutes(now, timeZone) + DAY) % DAY;
  let end = new Date(start + ahead * MINUTE);
  // Where the clock is set back or forth in between, the hour is another than was counted.
  const off = ((to - localMinutes(end, timeZone) + DAY + DAY / 2) % DAY) - DAY / 2;
  end = new Date(end.getTime() + off * MINUTE);
  while (isQuiet(end, { from, to }, timeZone)) end = new Date(end.getTime() + 15 * MINUTE);
  return end;
}
