import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Formats } from './formats.js';
import { languages } from './languages.js';

/** Messages of one room, in one language: a function of the language's formats. */
export type Bundle<T> = (formats: Formats) => T;
/** A room of messages. */
export type BundleName = keyof (typeof languages)['de'];

const loaded = new Map<string, unknown>();
const hosts = new Set<Localize<never>>();
let observer: MutationObserver | undefined;

/** Watches the document, and every shadow root on the way from an element up to it. */
function observe(element: Node): void {
  observer ??= new MutationObserver(() => hosts.forEach((l) => l.refresh()));
  observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
}

/** The language that counts for an element: the nearest `lang` around it, through shadow roots. */
export function nearestLang(element: Element): string {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang) return lang;
  }
  return globalThis.navigator?.language ?? 'en';
}

/**
 * Messages and formats of an element in its nearest language. English is there at once; others load and then show.
 * (@shoelace-style/localize knows only the host's own `lang` and the document's, not those in between.)
 */
export class Localize<T> implements ReactiveController {
  formats = new Formats('en');
  /** The messages: `this.l.t.heading`, `this.l.t.answers(3)`. */
  t: T;
  /** Language of the messages shown, which is English where the page's is not spoken here. */
  messagesLang = 'en';

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly name: BundleName,
    private readonly english: Bundle<T>,
  ) {
    this.t = english(this.formats);
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this as never);
    observe(this.host);
    this.refresh();
  }

  hostDisconnected(): void {
    hosts.delete(this as never);
    if (hosts.size === 0) observer?.disconnect();
  }

  refresh(): void {
    const lang = nearestLang(this.host);
    if (lang === this.#lang) return;
    this.#lang = lang;
    const language = lang.toLowerCase().split('-')[0] ?? 'en';
    const load = language === 'en' ? undefined : languages[language as keyof typeof languages]?.[this.name];
    const key = `${language}/${this.name}`;
    if (!load || loaded.has(key)) return this.#use(lang, load ? language : 'en', (loaded.get(key) as Bundle<T>) ?? this.english);
    load().then(
      (module) => {
        loaded.set(key, module.default);
        if (this.#lang === lang) this.#use(lang, language, module.default as unknown as Bundle<T>);
      },
      () => {
        // The language could not be loaded; the words shown stay.
      },
    );
  }
  #lang = '';

  #use(lang: string, messagesLang: string, bundle: Bundle<T>): void {
    // Where the words are English, numbers and dates keep the page's habits only if the page is English too.
    this.formats = new Formats(messagesLang === 'en' && !lang.toLowerCase().startsWith('en') ? 'en' : lang);
    this.messagesLang = messagesLang;
    this.t = bundle(this.formats);
    this.host.requestUpdate();
  }
}
