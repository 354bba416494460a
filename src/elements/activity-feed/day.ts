import type { Formats } from '../../i18n/formats.js';

const DAYS = 6 * 24 * 60 * 60_000;

/** A day in the reader’s words: a time of today, a weekday, or a date. */
export function dayOf(formats: Formats, time: string): string {
  const ago = Date.now() - Date.parse(time);
  const today = new Date(time).toDateString() === new Date().toDateString();
  return formats.date(time, today ? { timeStyle: 'short' } : ago < DAYS ? { weekday: 'long' } : { dateStyle: 'medium' });
}
