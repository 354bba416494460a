import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import '../../src/define.js';
import type { CopElement } from '../../src/ui/cop-element.js';
import type { QuestionSummary } from '../../src/contract/index.js';
import { endpointOf, problem, questionSummary, withEndpoint, type Reply } from '../../stories/fixtures.js';
import * as stories from '../../stories/ask-the-community.stories.js';
import * as feed from '../../stories/activity-feed.stories.js';
import * as library from '../../stories/resource-list.stories.js';
import * as people from '../../stories/member-directory.stories.js';
import { all, one, part, show, textOf, until } from '../support/story.js';

const ask = async (replies: Record<string, Reply> = {}, content = html`<cop-ask-the-community></cop-ask-the-community>`) => {
  const element = await show<CopElement>(withEndpoint(endpointOf(stories.repliesOf(replies)), content), 'cop-ask-the-community');
  await part(element, '.rows .title a');
  return element;
};
const items = (element: Element) => all(element, '[part=menu-item]').map(textOf);
const focused = (element: Element) => element.shadowRoot!.activeElement as HTMLElement | null;
const openMenu = async (element: Element) => {
  (await part(element, '[part=menu]')).click();
  await until(() => items(element).length, 'menu');
};
const toast = (element: Element) => textOf(one(element, '[part=toast] span'));
afterEach(() => history.replaceState(null, '', location.pathname));

/** What the page would have saved: name and text. */
async function saved(act: () => void): Promise<{ name: string; text: string }> {
  const create = URL.createObjectURL;
  const click = HTMLAnchorElement.prototype.click;
  let blob: Blob | undefined;
  let name = '';
  URL.createObjectURL = (object) => ((blob = object as Blob), 'blob:test');
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    if (this.download) name = this.download;
    else click.call(this);
  };
  try {
    act();
    await until(() => name, 'a file');
    return { name, text: await (blob as Blob).text() };
  } finally {
    URL.createObjectURL = create;
    HTMLAnchorElement.prototype.click = click;
  }
}

describe('the menu of an element', () => {
  it('opens on its first entry, is walked with the arrows and by letters, and closes on Escape to its button', async () => {
    const element = await ask();
    await openMenu(element);
    expect(items(element)).to.deep.equal(['Export as CSV', 'Export as Markdown', 'Export as JSON-LD', 'Print', 'Keyboard']);
    await until(() => textOf(focused(element)) === 'Export as CSV', 'first');
    await sendKeys({ press: 'ArrowUp' });
    expect(textOf(focused(element))).to.equal('Keyboard');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'p' });
    expect(textOf(focused(element))).to.equal('Print');
    expect(one(element, '[part=menu]')?.getAttribute('aria-expanded')).to.equal('true');
    await sendKeys({ press: 'Escape' });
    await until(() => !one(element, '[role=menu]'), 'closed');
    expect(focused(element)).to.equal(one(element, '[part=menu]'));
  });

  it('closes when somebody presses elsewhere', async () => {
    const element = await ask();
    await openMenu(element);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await until(() => !one(element, '[role=menu]'), 'closed');
  });
});

describe('export', () => {
  it('takes all pages of the list along, under the filters that are set', async () => {
    const asked: string[] = [];
    const of = (n: number) => Array.from({ length: 100 }, (_, i) => questionSummary({ id: `q-${n}-${i}`, title: `Title ${n}-${i}` }));
    const element = await ask(
      {
        'GET /questions': (request: Request) => {
          const { searchParams } = new URL(request.url);
          if (searchParams.get('limit') !== '100') return { items: of(0).slice(0, 10), nextCursor: 'x', total: 200, facets: null };
          asked.push(searchParams.toString());
          return searchParams.get('cursor')
            ? { items: of(2), nextCursor: null, total: null }
            : { items: of(1), nextCursor: 'next', total: 200 };
        },
      },
      html`<cop-ask-the-community sort="votes" kind="problem"></cop-ask-the-community>`,
    );
    await openMenu(element);
    const { name, text } = await saved(() => all(element, '[part=menu-item]')[0]?.click());
    expect(name).to.match(/^[\w-]+-questions-\d{4}-\d\d-\d\d\.csv$/);
    expect(text.split('\r\n').filter(Boolean).length).to.equal(201);
    expect(asked).to.deep.equal(['kind=problem&limit=100&sort=votes', 'kind=problem&limit=100&sort=votes&cursor=next']);
    await until(() => toast(element) === 'Exported 200 rows.', 'toast');
  });

  it('stops at a thousand rows and says so', async () => {
    let pages = 0;
    const page = Array.from({ length: 100 }, (_, i) => questionSummary({ id: `q-${i}` }));
    const element = await ask({
      'GET /questions': () => ((pages += 1), { items: page, nextCursor: `c${pages}`, total: 5000, facets: null }),
    });
    const before = pages;
    await openMenu(element);
    await saved(() => all(element, '[part=menu-item]')[1]?.click());
    expect(pages - before).to.equal(10);
    await until(() => toast(element).startsWith('Exported the first 1,000 rows.'), 'toast');
  });

  it('can be called off while it gathers, and tells what went wrong', async () => {
    let hold = false;
    let fail = false;
    const first: QuestionSummary[] = [questionSummary({ id: 'q-1' })];
    const element = await ask({
      'GET /questions': () =>
        fail ? problem(503, 'busy') : hold ? new Promise<never>(() => {}) : { items: first, nextCursor: null, total: 1, facets: null },
    });
    hold = true;
    await openMenu(element);
    all(element, '[part=menu-item]')[0]?.click();
    await until(() => items(element).join() === 'Cancel', 'cancel');
    await until(() => textOf(focused(element)) === 'Cancel', 'focus');
    focused(element)?.click();
    await until(() => !one(element, '[part=menu-list]'), 'closed');
    expect(focused(element)).to.equal(one(element, '[part=menu]'));
    fail = true;
    await openMenu(element);
    all(element, '[part=menu-item]')[0]?.click();
    await until(() => toast(element) === 'The community is busy right now.', 'problem');
  });

  it('takes an open question along with its answers', async () => {
    const element = await ask();
    element.url?.open('q-1');
    await part(element, '.thread [part=answer]');
    await openMenu(element);
    const { name, text } = await saved(() => all(element, '[part=menu-item]')[2]?.click());
    expect(name).to.match(/\.jsonld$/);
    const page = JSON.parse(text) as { '@type': string; mainEntity: { suggestedAnswer?: unknown[]; acceptedAnswer?: unknown } };
    expect(page['@type']).to.equal('QAPage');
    expect(page.mainEntity.suggestedAnswer ?? page.mainEntity.acceptedAnswer).to.exist;
  });

  for (const [name, story, tag] of [
    ['resources', library.Default, 'cop-resource-list'],
    ['members', people.Default, 'cop-member-directory'],
    ['activities', feed.Default, 'cop-activity-feed'],
  ] as const) {
    it(`takes ${name} along`, async () => {
      const element = await show<CopElement>(story, tag);
      await part(element, '.rows:not([aria-hidden]) > li');
      await openMenu(element);
      const file = await saved(() => all(element, '[part=menu-item]')[0]?.click());
      expect(file.name).to.contain(`-${name}-`);
      expect(file.text.split('\r\n').length).to.be.greaterThan(2);
    });
  }
});

describe('structured data', () => {
  it('is in the page while the element shows something, and goes with it', async () => {
    const element = await ask({}, html`<cop-ask-the-community structured-data></cop-ask-the-community>`);
    const script = await until(() => element.querySelector<HTMLScriptElement>('script[type="application/ld+json"]'), 'script');
    expect((JSON.parse(script.text) as { '@type': string })['@type']).to.equal('ItemList');
    expect(script.text).not.to.contain('<');
    element.url?.open('q-1');
    await until(() => element.querySelector('script')?.text.includes('QAPage'), 'the question');
    expect(element.querySelectorAll('script').length).to.equal(1);
    const home = element.parentElement as HTMLElement;
    element.remove();
    expect(element.querySelector('script')).to.equal(null);
    home.append(element);
    await until(() => element.querySelector('script'), 'again');
  });

  it('is not there unless it is asked for', async () => {
    const element = await ask();
    await aTimeout(50);
    expect(element.querySelector('script')).to.equal(null);
  });
});

describe('keys', () => {
  it('walk the rows, open one and lead back, and show themselves', async () => {
    const element = await ask();
    const links = all(element, '.rows .title a');
    links[0]?.focus();
    await sendKeys({ press: 'j' });
    await until(() => focused(element) === links[1], 'second');
    await sendKeys({ press: 'k' });
    await until(() => focused(element) === links[0], 'first');
    await sendKeys({ press: '?' });
    const dialog = (await part(element, 'dialog[part=keys]')) as HTMLDialogElement;
    await until(() => dialog.open, 'dialog');
    expect(textOf(dialog)).to.contain('Next entry').and.not.to.contain('Back to the list');
    await sendKeys({ press: 'Escape' });
    await until(() => !one(element, 'dialog'), 'closed');
    expect(focused(element)).to.equal(links[0]);
    await sendKeys({ press: 'o' });
    await until(() => one(element, '.thread'), 'thread');
    await until(() => focused(element)?.id === 'thread-title', 'its title');
    await sendKeys({ press: 'u' });
    await until(() => focused(element)?.id === 'row-q-1' || focused(element)?.matches('.rows a'), 'back on its row');
  });

  it('lead to the search, where they are letters again', async () => {
    const element = await ask();
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => void heard.push(event.key);
    document.addEventListener('keydown', listen);
    all(element, '.rows .title a')[0]?.focus();
    await sendKeys({ press: '/' });
    await until(() => focused(element)?.matches('.search'), 'search');
    await sendKeys({ type: 'join?' });
    expect((focused(element) as HTMLInputElement).value).to.equal('join?');
    expect(one(element, 'dialog')).to.equal(null);
    document.removeEventListener('keydown', listen);
    expect(heard, 'keys of the host').to.deep.equal([]);
  });

  it('are the host’s again with shortcuts="off", and where focus is elsewhere', async () => {
    const element = await ask({}, html`<cop-ask-the-community shortcuts="off"></cop-ask-the-community>`);
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => void heard.push(event.key);
    document.addEventListener('keydown', listen);
    const link = all(element, '.rows .title a')[0];
    link?.focus();
    await sendKeys({ press: 'j' });
    await aTimeout(30);
    expect(focused(element)).to.equal(link);
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal(['j']);
  });
});

describe('rows of the page’s own', () => {
  for (const [tag, story, row] of [
    ['cop-ask-the-community', stories.OwnRows, '[part=question]'],
    ['cop-member-directory', people.OwnRows, '[part=member]'],
    ['cop-activity-feed', feed.OwnRows, '[part=activity]'],
    ['cop-resource-list', library.OwnRows, '[part=resource]'],
  ] as const) {
    it(`stand in the list of ${tag}`, async () => {
      const element = await show<CopElement>(story, tag);
      await part(element, row);
      for (const one of all(element, row))
        expect(one.children.length === 1 && one.children[0]?.localName === 'b', textOf(one)).to.equal(true);
    });
  }
});

describe('attributes for editors', () => {
  it('leave parts out', async () => {
    const element = await ask(
      {},
      html`<cop-ask-the-community hide="count search sort menu" filters="kind" show="answers author"></cop-ask-the-community>`,
    );
    for (const gone of ['[part=count]', '.search', '[part=sort]', '[part=menu]', '[part=score]', '[part=excerpt]'])
      expect(one(element, gone), gone).to.equal(null);
    expect(all(element, '.tools select').length).to.equal(1);
    expect(all(element, '.tools .chip').length).to.equal(1);
    expect(one(element, '[part=author]')).to.exist;
    element.setAttribute('hide', 'head tools');
    await until(() => !one(element, '[part=head]') && !one(element, '[part=tools]'), 'neither head nor tools');
  });

  it('make an element that only shows, whatever the endpoint allows', async () => {
    const element = await ask({}, html`<cop-ask-the-community read-only></cop-ask-the-community>`);
    await until(() => element.cop.session, 'session');
    expect(one(element, '[part=ask]')).to.equal(null);
    element.url?.open('q-1');
    await part(element, '.thread [part=answer]');
    for (const gone of ['[part=vote]', '[part=edit]', '[part=delete]', '[part=accept]', 'textarea', '[part=comment-button]'])
      expect(one(element, gone), gone).to.equal(null);
  });
});
