import type { Member } from '../../contract/index.js';
import type { Formats } from '../../i18n/formats.js';
import type { MembersMessages } from '../../i18n/en/members.js';

/** The time on a clock where the person is; null for a zone that the browser does not know. */
function clock(formats: Formats, timeZone: string | null): string | null {
  if (!timeZone) return null;
  try {
    return formats.date(new Date(), { timeStyle: 'short', timeZone });
  } catch {
    return null;
  }
}

/** Where someone is, and what time it is there, as far as they tell: “Port Sudan, Sudan”, “14:20 there”. */
export function whereabouts(
  { place, country, timeZone }: Pick<Member, 'place' | 'country' | 'timeZone'>,
  t: MembersMessages,
  formats: Formats,
): string[] {
  const where = place || (country && formats.name('region', country));
  const time = clock(formats, timeZone);
  return [where || '', time ? (where ? t.there(time) : t.theirTime(time)) : ''].filter(Boolean);
}
