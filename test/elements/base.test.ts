import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { CopElement } from '../../src/ui/cop-element.js';
import { Lazy } from '../../src/ui/lazy.js';
import { endpointOf, visitor, withEndpoint } from '../../stories/fixtures.js';
import '../../src/elements/community/community.define.js';
import { one, part, textOf, until } from '../support/story.js';

/** What every element has: language, direction, scheme, notices. */
class Plain extends CopElement {
  static override tag = 'cop-plain';
  protected override get defaultHeading(): string {
    return this.common.t.search;
  }
  protected override renderContent(): TemplateResult {
    return html`${this.renderHead()}<p class="text">${this.common.t.retry}</p>
      <p class="meta"><span class="hint">1</span><button class="quiet">2</button></p>
      <input />`;
  }
}
Plain.define();
const plain = async (content: TemplateResult) => {
  const root = await fixture<HTMLElement>(html`<div>${content}</div>`);
  const element = root.querySelector('cop-plain') as Plain;
  await element.updateComplete;
  return { root, element };
};
const inCommunity = () => withEndpoint(endpointOf({}, visitor), html`<cop-plain></cop-plain>`);
const shows = (element: Element, text: string) => until(() => textOf(one(element, '.text')) === text, text);
const langOf = (element: Element) => one(element, '[part=base]')?.lang;

describe('language', () => {
  it('is that of the nearest lang, and follows it', async () => {
    const { root, element } = await plain(html`<section lang="de-CH"><p>${inCommunity()}</p></section>`);
    await shows(element, 'Erneut versuchen');
    expect(langOf(element)).to.equal('de');
    expect(element.common.formats.lang).to.equal('de-CH');
    root.querySelector('section')?.setAttribute('lang', 'en-GB');
    await shows(element, 'Try again');
    expect(element.common.formats.lang).to.equal('en-GB');
    element.lang = 'de';
    await shows(element, 'Erneut versuchen');
  });

  it('is found through shadow roots, also when it changes there', async () => {
    class Frame extends LitElement {
      protected override render(): TemplateResult {
        return html`<div lang="de">${inCommunity()}</div>`;
      }
    }
    customElements.define('test-frame', Frame);
    const root = await fixture<LitElement>(html`<test-frame lang="en"></test-frame>`);
    const element = root.shadowRoot?.querySelector('cop-plain') as Plain;
    await shows(element, 'Erneut versuchen');
    root.shadowRoot?.querySelector('div')?.removeAttribute('lang');
    await shows(element, 'Try again');
  });

  it('is English where the page’s is not spoken here, in words, numbers and dates', async () => {
    const { element } = await plain(html`<section lang="ar">${inCommunity()}</section>`);
    await shows(element, 'Try again');
    expect(langOf(element)).to.equal('en');
    expect(element.common.formats.number(1234.5)).to.equal('1,234.5');
  });

  it('may be anything a page says', async () => {
    const { element } = await plain(html`<section lang="not a language!">${inCommunity()}</section>`);
    await shows(element, 'Try again');
  });

  it('is that of the place it is moved to', async () => {
    const { root, element } = await plain(html`<section lang="en">${inCommunity()}</section><aside lang="de"></aside>`);
    await shows(element, 'Try again');
    root.querySelector('aside')?.append(root.querySelector('cop-community') as Element);
    await shows(element, 'Erneut versuchen');
  });
});

describe('a part that is loaded when it is needed', () => {
  class Parted extends CopElement {
    static override tag = 'cop-parted';
    tries = 0;
    readonly piece = new Lazy<string>(this, () =>
      (this.tries += 1) < 2 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('here'),
    );
    protected override get defaultHeading(): string {
      return '';
    }
    protected override renderContent(): unknown {
      return this.piece.render((text) => html`<p class="text">${text}</p>`);
    }
  }
  Parted.define();

  it('can be tried again, and blames no connection that is there', async () => {
    const root = await fixture<HTMLElement>(withEndpoint(endpointOf({}, visitor), html`<cop-parted></cop-parted>`));
    const element = root.querySelector('cop-parted') as Parted;
    const error = await part(element, '[part=error]');
    expect(textOf(error)).to.contain('could not be loaded').and.not.to.contain('connection');
    error.querySelector('button')?.click();
    expect(textOf(await part(element, '.text'))).to.equal('here');
  });
});

describe('direction', () => {
  it('is the page’s, and follows it', async () => {
    const { root, element } = await plain(html`<section dir="rtl">${inCommunity()}</section>`);
    await until(() => one(element, '.text'), 'content');
    const base = one(element, '[part=base]') as HTMLElement;
    expect(getComputedStyle(base).direction).to.equal('rtl');
    // Words of another direction stay in their own order, and begin where the page's lines begin.
    const text = getComputedStyle(one(element, '.text') as Element);
    expect(text.unicodeBidi).to.equal('plaintext');
    expect(text.textAlign).to.equal('right');
    root.querySelector('section')?.setAttribute('dir', 'ltr');
    expect(getComputedStyle(base).direction).to.equal('ltr');
  });
});

describe('scheme', () => {
  const schemeOf = (element: Element) => {
    const base = one(element, '[part=base]');
    return base && getComputedStyle(base).colorScheme;
  };
  const colours: [colour: string, scheme: string][] = [
    ['#222', 'light'],
    ['#eee', 'dark'],
    ['rgb(230 233 235 / 0.8)', 'dark'],
    ['hsl(60 100% 80%)', 'dark'],
    ['oklch(0.25 0.1 250)', 'light'],
    ['oklch(0.95 0.02 20)', 'dark'],
    ['lab(20 10 10)', 'light'],
    ['lch(95 5 200)', 'dark'],
    ['color(display-p3 0.9 0.9 1)', 'dark'],
    ['color-mix(in oklab, white 90%, black)', 'dark'],
  ];
  for (const [colour, scheme] of colours) {
    it(`is ${scheme} where the text is ${colour}`, async () => {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      place.style.color = colour;
      const { element } = await plain(inCommunity());
      place.append(element);
      await until(() => schemeOf(element) === scheme, scheme);
    });
  }

  it('is known inside a community that draws at the same time', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.style.color = 'white';
    place.innerHTML = '<cop-community endpoint="/c"><cop-plain></cop-plain></cop-community>';
    await until(() => schemeOf(place.querySelector('cop-plain') as Element) === 'dark', 'dark');
  });

  it('follows the page’s switch', async () => {
    const { element } = await plain(inCommunity());
    const sheet = document.createElement('style');
    sheet.textContent = '[data-theme=night] { color: #eee }';
    document.head.append(sheet);
    document.documentElement.dataset['theme'] = 'night';
    await until(() => schemeOf(element) === 'dark', 'dark');
    delete document.documentElement.dataset['theme'];
    await until(() => schemeOf(element) === 'light', 'light');
    sheet.remove();
  });
});

it('mutes what is muted within something muted once only, and makes it no smaller', async () => {
  const { element } = await plain(inCommunity());
  await until(() => one(element, '.meta'), 'content');
  const look = (selector: string) => {
    const { color, fontSize } = getComputedStyle(one(element, selector) as Element);
    return { color, fontSize };
  };
  expect(look('.meta .hint')).to.deep.equal(look('.meta'));
  expect(look('.meta .quiet')).to.deep.equal(look('.meta'));
});

describe('an element as a guest', () => {
  it('keeps keys in its fields from the hotkeys of the page, and no others', async () => {
    const { element } = await plain(inCommunity());
    const input = await until(() => one(element, 'input'), 'field');
    const heard: string[] = [];
    const hear = (event: Event) => heard.push((event as KeyboardEvent).key);
    document.addEventListener('keydown', hear);
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, composed: true }));
    one(element, '.text')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', bubbles: true, composed: true }));
    document.removeEventListener('keydown', hear);
    expect(heard).to.deep.equal(['k']);
  });

  it('can be registered under another tag, and twice', async () => {
    Plain.define('other-plain');
    Plain.define('other-plain');
    Plain.define();
    const element = await fixture<CopElement>(html`<other-plain></other-plain>`);
    expect(element).to.be.instanceOf(Plain);
    expect(textOf(await part(element, '[part=notice]'))).to.contain('<other-plain endpoint=');
  });

  it('has the heading and the level that the page chooses, or none', async () => {
    const { element } = await plain(inCommunity());
    await until(() => one(element, '[part=heading]'), 'heading');
    expect(one(element, '[part=heading]')?.getAttribute('aria-level')).to.equal('2');
    element.setAttribute('heading', 'Ours');
    element.setAttribute('heading-level', '9');
    await element.updateComplete;
    expect(textOf(one(element, '[part=heading]'))).to.equal('Ours');
    expect(one(element, '[part=heading]')?.getAttribute('aria-level')).to.equal('6');
    element.setAttribute('heading', '');
    await element.updateComplete;
    expect(one(element, '[part=heading]')).to.equal(null);
  });

  it('leaves no listener, timer or observer behind', async () => {
    const held = new Map<string, number>();
    const count = (name: string, by: number) => held.set(name, (held.get(name) ?? 0) + by);
    const restore: (() => void)[] = [];
    const replace = <O extends object, K extends keyof O>(object: O, key: K, by: O[K]) => {
      const before = object[key];
      object[key] = by;
      restore.push(() => (object[key] = before));
    };
    for (const [name, target] of [
      ['window', window],
      ['document', document],
    ] as const) {
      const { addEventListener: add, removeEventListener: remove } = target;
      replace(target, 'addEventListener', ((type: string, listener: EventListener, options?: AddEventListenerOptions) => {
        count(`${name} ${type}`, 1);
        options?.signal?.addEventListener('abort', () => count(`${name} ${type}`, -1));
        add.call(target, type, listener, options);
      }) as typeof add);
      replace(target, 'removeEventListener', ((type: string, listener: EventListener) => {
        count(`${name} ${type}`, -1);
        remove.call(target, type, listener);
      }) as typeof remove);
    }
    const timers = new Set<unknown>();
    const { setTimeout: set, clearTimeout: clear } = window;
    replace(window, 'setTimeout', ((work: () => void, ms?: number) => {
      const id = set(() => {
        timers.delete(id);
        work();
      }, ms);
      if ((ms ?? 0) > 1000) timers.add(id);
      return id;
    }) as typeof set);
    replace(window, 'clearTimeout', ((id: number) => {
      timers.delete(id);
      clear(id);
    }) as typeof clear);

    const { root, element } = await plain(inCommunity());
    await until(() => element.cop.session, 'session');
    expect([...held.values()].some((n) => n > 0)).to.equal(true);
    root.remove();
    // A community outlives its last element by five seconds, so that one can be moved.
    await new Promise((next) => set(next, 5600));
    restore.forEach((undo) => undo());
    expect([...held].filter(([, n]) => n !== 0)).to.deep.equal([]);
    expect(timers.size).to.equal(0);
  }).timeout(20_000);
});
