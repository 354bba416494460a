import { closestMatch } from 'leven';
import { Formats } from '../i18n/formats.js';
import setup from '../i18n/en/setup.js';
import { Localize } from '../i18n/localize.js';
import type { CopElement } from './cop-element.js';
import { WORDS } from './setup-words.js';
import { View } from './view.js';

/** Two slips of the finger are still the word that was meant. */
const SLIPS = 2;
const meant = (word: string, known: readonly string[]) => closestMatch(word.toLowerCase(), known, { maxDistance: SLIPS });
const list = (text: string) => text.split(/[\s,]+/).filter(Boolean);

/** Says to who builds the page, in the browser's console, that a stand-in names no element. */
export function unknownStandIn(standIn: Element, name: string, tags: readonly string[]): void {
  const t = setup(new Formats('en'));
  const names = tags.map((tag) => tag.replace('cop-', ''));
  console.warn(`${t.unknownElement(name)} ${t.meant(meant(name, names), names)}`, standIn);
}

/** Tells of attributes that hold what the element does not know: who builds the page in the browser's console, and stewards on the page. */
export class SetupCheck extends View {
  private readonly l = new Localize(this.host, 'setup', setup);

  /** Looks once. Whatever is wrong, the element does without. */
  tell(): void {
    if (!this.host.isConnected) return;
    const slips = this.#slips();
    if (!slips.length) return;
    console.warn(slips.join('\n'), this.host);
    if (this.host.found.value?.can('moderate')) this.host.toast(slips.join(' '), { seconds: 60 });
  }

  #slips(): string[] {
    const { localName, constructor } = this.host;
    const { t } = this.l;
    const own = { ...WORDS['all'], ...WORDS[localName] };
    const attributes = (constructor as typeof CopElement).observedAttributes;
    return [...this.host.attributes].flatMap(({ name, value }) => {
      const known = list(own[name] ?? '');
      if (known.length)
        return list(value)
          .filter((word) => !known.includes(word))
          .map((word) => `${t.unknownWord(`<${localName} ${name}="${value}">`, word)} ${t.meant(meant(word, known), known)}`);
      // Pages and frameworks have attributes of their own; only what looks like one of ours is a slip.
      const near = !attributes.includes(name) && name.length > SLIPS * 2 && meant(name, attributes);
      return near ? [`${t.unknownAttribute(`<${localName}>`, name)} ${t.meant(near, [])}`] : [];
    });
  }
}
