const cache = new Map<string, unknown>();
function cached<T>(key: string, make: () => T): T {
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as T;
}

const UNITS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** Numbers, dates and plurals of one language, by `Intl`. */
export class Formats {
  readonly lang: string;

  constructor(lang: string) {
    try {
      this.lang = Intl.getCanonicalLocales(lang)[0] ?? 'en';
    } catch {
      this.lang = 'en'; // A page's `lang` may be anything.
    }
  }

  number(n: number, options: Intl.NumberFormatOptions = {}): string {
    return cached(`n${this.lang}${JSON.stringify(options)}`, () => new Intl.NumberFormat(this.lang, options)).format(n);
  }

  /** The form that fits the count, with `#` replaced by the number: `plural(3, { one: '# answer', other: '# answers' })`. */
  plural(n: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string {
    const rule = cached(`p${this.lang}`, () => new Intl.PluralRules(this.lang)).select(n);
    return (forms[rule] ?? forms.other).replaceAll('#', this.number(n));
  }

  date(date: string | Date, options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' }): string {
    return cached(`d${this.lang}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(this.lang, options)).format(new Date(date));
  }

  /** “3 hours ago”; from a month on the date. */
  relative(date: string | Date, now = Date.now()): string {
    const seconds = (new Date(date).getTime() - now) / 1000;
    if (Math.abs(seconds) > 2_629_800) return this.date(date);
    const [unit, size] = UNITS.find(([, s]) => Math.abs(seconds) >= s) ?? ['minute', 60];
    return cached(`r${this.lang}`, () => new Intl.RelativeTimeFormat(this.lang, { numeric: 'auto' })).format(
      Math.round(seconds / size),
      unit,
    );
  }

  list(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
    return cached(`l${this.lang}${type}`, () => new Intl.ListFormat(this.lang, { type })).format(items);
  }

  /** Name of a country or language in this language. */
  name(type: 'region' | 'language', code: string): string {
    try {
      return cached(`c${this.lang}${type}`, () => new Intl.DisplayNames(this.lang, { type })).of(code) ?? code;
    } catch {
      return code; // Not a code that Intl knows.
    }
  }
}
