import { closestMatch } from 'leven';
import { Formats } from '../i18n/formats.js';
import setup, { type SetupMessages } from '../i18n/en/setup.js';
import { Localize } from '../i18n/localize.js';
import type { Page } from '../data/read.js';
import type { CopElement } from './cop-element.js';
import { WORDS } from './setup-words.js';
import { View } from './view.js';

/** Two slips of the finger are still the word that was meant; of a short word, one. */
const meant = (word: string, known: readonly string[]) => closestMatch(word.toLowerCase(), known, { maxDistance: word.length < 5 ? 1 : 2 });
/** Attributes that hold no words, and how what they hold looks. */
const LOOKS: Record<string, RegExp> = {
  limit: /^([1-9]\d?|100)$/,
  'heading-level': /^[1-6]$/,
  since: /^\d{4}-\d\d-\d\d/,
  country: /^\s*[a-z]{2}(\s*,\s*[a-z]{2})*\s*$/i,
  zone: /^[^/]+\/|^$/,
};
/** What an element shows nothing without. */
const NEEDED: Record<string, string> = { 'cop-member': 'member' };
/** Attributes that narrow a list by what the endpoint alone knows. */
const NARROWING = ['topic', 'offers', 'needs', 'country', 'zone', 'language', 'group', 'field', 'actor'];
/** Of an attribute that is there or not, any text says that it is there. */
const OFF = /^(false|no|off|0)$/i;
const written = (tag: string, name: string, value: string) => `<${tag} ${name}="${value}">`;
const list = (text: string) => text.split(/[\s,]+/).filter(Boolean);

/** Says to who builds the page, in the browser's console, that a stand-in names no element. */
export function unknownStandIn(standIn: Element, name: string, tags: readonly string[]): void {
  const t = setup(new Formats('en'));
  const names = tags.map((tag) => tag.replace('cop-', ''));
  console.warn(`${t.unknownElement(name)} ${t.meant(meant(name, names), names)}`, standIn);
}

type Say = (t: SetupMessages) => string;

/** What the attributes of an element hold that it does not know. Whatever it is, the element does without. */
function slipsOf(host: CopElement): Say[] {
  const { localName, constructor, attributes } = host;
  const own = { ...WORDS['all'], ...WORDS[localName] };
  const { observedAttributes: names, elementProperties } = constructor as typeof CopElement;
  const switches = [...elementProperties.values()].flatMap(({ type, attribute }) => (type === Boolean ? String(attribute) : []));
  const needed = NEEDED[localName];
  const missing: Say[] = needed && !Reflect.get(host, needed) ? [(t) => t.needs(`<${localName}>`, needed)] : [];
  const slips = [...attributes].flatMap(({ name, value }): Say[] => {
    const where = written(localName, name, value);
    if (OFF.test(value) && switches.includes(name)) return [(t) => t.switchedOn(where)];
    if (LOOKS[name] && names.includes(name) && !LOOKS[name].test(value)) return [(t) => t.notSo(where)];
    const known = list(own[name] ?? '');
    if (known.length) {
      const strange = list(value).filter((word) => !known.includes(word));
      return strange.map((word) => (t) => `${t.unknownWord(where, word)} ${t.meant(meant(word, known), known)}`);
    }
    // Pages and frameworks have attributes of their own; only what looks like one of ours is a slip.
    const near = !names.includes(name) && name.length > 4 && meant(name, names);
    return near ? [(t) => `${t.unknownAttribute(`<${localName}>`, name)} ${t.meant(near, [])}`] : [];
  });
  return [...missing, ...slips];
}

/** What narrows a list to nothing: perhaps it is misspelt, perhaps there is nothing yet. */
function doubtsOf({ localName, listing, attributes }: CopElement): Say[] {
  const value = listing?.value;
  if (value?.state !== 'ready' || value.refreshing) return [];
  if ([value.data as Page<unknown>].flat().some(({ items }) => items.length)) return [];
  return [...attributes]
    .filter((attribute) => NARROWING.includes(attribute.name) && attribute.value)
    .map(({ name, value }) => {
      const where = written(localName, name, value);
      return (t) => t.nothingFor(where);
    });
}

/** Tells slips, once its words are there: to who builds the page in the browser's console, and to stewards on the page; doubts in the console alone. */
class Slips extends View {
  private readonly l = new Localize(this.host, 'setup', setup);
  #told = false;

  constructor(
    host: CopElement,
    private readonly slips: readonly Say[],
    private readonly doubts: readonly Say[],
  ) {
    super(host);
    host.requestUpdate();
  }

  hostUpdated(): void {
    if (this.#told || this.l.messagesLang !== this.host.common.messagesLang) return;
    this.#told = true;
    void this.host.updateComplete.then(() => this.#tell());
  }

  #tell(): void {
    const { l, host } = this;
    const [slips, doubts] = [this.slips, this.doubts].map((those) => those.map((say) => say(l.t)).join('\n'));
    console.warn([slips, doubts].filter(Boolean).join('\n'), host);
    // A list that is rightly empty needs no telling at every visit.
    if (slips && host.found.value?.can('moderate')) host.toast(slips, { seconds: 60 });
  }
}

/** Looks once at how an element was set up, and tells what is wrong. */
export function checkSetup(host: CopElement): void {
  if (!host.isConnected) return;
  const [slips, doubts] = [slipsOf(host), doubtsOf(host)];
  if (slips.length + doubts.length) new Slips(host, slips, doubts);
}
