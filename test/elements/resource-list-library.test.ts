import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { CopResourceList } from '../../src/elements/resource-list/resource-list.js';
import type { CopElement } from '../../src/ui/cop-element.js';
import { repliesOf } from '../../stories/ask-the-community.stories.js';
import { endpointOf, info, member, page, problem, resource, withEndpoint, type Reply } from '../../stories/fixtures.js';
import { library } from '../../stories/resource-library.js';
import * as stories from '../../stories/resource-list.stories.js';
import { all, later, one, part, show, textOf, until } from '../support/story.js';

const TAG = 'cop-resource-list';
const open = (story: Parameters<typeof show>[0]) => show<CopResourceList>(story, TAG);
const said = (element: Element) => textOf(one(element, '[aria-live]'));
const button = (element: Element, text: string) =>
  until(() => all(element, 'button').find((b) => textOf(b).includes(text)), `button “${text}”`);
const focused = (element: Element, selector: string) =>
  until(() => element.shadowRoot?.activeElement?.matches(selector), `focus on ${selector}`);
const titles = (element: Element) => all(element, '.rows a[part=title]').map(textOf);
const type = async (element: Element, selector: string, text: string) => {
  const field = (await part(element, selector)) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return field;
};
const list = (replies: Record<string, Reply> = {}, content = html`<cop-resource-list></cop-resource-list>`) =>
  open(withEndpoint(endpointOf({ ...library(), ...replies }), content));

afterEach(() => history.replaceState(null, '', location.pathname));

describe('<cop-resource-list>: how one is cared for', () => {
  it('votes at once, and takes the vote back where it is refused', async () => {
    const answer = later<unknown>();
    const element = await list({ 'PUT /resources/:id/vote': () => answer.promise });
    (await part(element, 'a[data-id="r-1"]')).click();
    const vote = await button(element, 'Useful');
    expect(textOf(vote)).to.contain('3');
    vote.click();
    await until(async () => textOf(await button(element, 'Useful')).includes('4'));
    answer.resolve(problem(500, 'server'));
    await until(async () => textOf(await button(element, 'Useful')).includes('3'));
    await until(() => textOf(one(element, '.care .notice')).length > 0);
  });

  it('shows a vote at once also while its row stands in for it, and whatever is read meanwhile', async () => {
    const known = later<unknown>();
    const answer = later<unknown>();
    let asked = 0;
    const element = await list({
      'GET /resources/:id': () => ((asked += 1) === 1 ? known.promise : resource()),
      'PUT /resources/:id/vote': () => answer.promise,
    });
    (await part(element, 'a[data-id="r-1"]')).click();
    (await button(element, 'Useful')).click();
    await until(async () => textOf(await button(element, 'Useful')).includes('4'), 'the vote');
    known.resolve(resource());
    await new Promise((next) => setTimeout(next, 50));
    expect(textOf(await button(element, 'Useful'))).to.contain('4');
    answer.resolve(problem(500, 'server'));
    await until(async () => textOf(await button(element, 'Useful')).includes('3'), 'the vote taken back');
  });

  it('says plainly that what its row leads to is gone', async () => {
    const element = await list({ 'GET /resources/:id': problem(404, 'not-found') });
    (await part(element, 'a[data-id="r-1"]')).click();
    await until(() => textOf(one(element, '[part=error]')).includes('no longer here'), 'that it is gone');
  });

  it('keeps the form of who is writing, whatever becomes of it meanwhile', async () => {
    let gone = false;
    const own = resource({ viewer: { ...resource().viewer, can: ['edit'] } });
    const element = await list({ 'GET /resources/:id': () => (gone ? problem(404, 'not-found') : own) });
    (await part(element, 'a[data-id="r-1"]')).click();
    (await part(element, '[part=edit]')).click();
    await part(element, 'form');
    gone = true;
    await element.cop.cache.invalidate();
    await element.updateComplete;
    expect(one(element, 'form')).not.to.equal(null);
    expect(one(element, '[part=error]')).to.equal(null);
  });

  it('says so where only its row is known', async () => {
    const element = await list({ 'GET /resources/:id': problem(403, 'forbidden') });
    (await part(element, 'a[data-id="r-1"]')).click();
    await until(() => textOf(one(element, '[part=notice]')).includes('You may not do this here.'), 'why');
    expect(textOf(element.shadowRoot)).to.contain(resource().title);
  });

  it('keeps it for later, and lets it go', async () => {
    const element = await list();
    (await part(element, 'a[data-id="r-1"]')).click();
    (await part(element, '[part=save]')).click();
    await until(() => one(element, '[part=save]')?.getAttribute('aria-pressed') === 'true');
    await until(() => said(element).startsWith('Saved.'));
    (await part(element, '[part=save]')).click();
    await until(() => one(element, '[part=save]')?.getAttribute('aria-pressed') === 'false');
  });

  it('keeps it for later at once also before it is known what is kept', async () => {
    const known = later<unknown>();
    const element = await list({ 'GET /saves': () => known.promise, 'PUT /saves/:type/:id': () => later().promise });
    (await part(element, 'a[data-id="r-1"]')).click();
    (await part(element, '[part=save]')).click();
    known.resolve({ saves: [] });
    await until(() => one(element, '[part=save]')?.getAttribute('aria-pressed') === 'true', 'pressed before the answer');
  });

  it('says what has not been looked at for long, and is found right in one press', async () => {
    const element = await open(stories.DetailToLookAt);
    await until(() => textOf(one(element, '[part=state]')).includes('Not looked at since March 2024.'));
    expect(textOf(await part(element, '[part=endorsers]'))).to.contain('We give it to every new lead.');
    (await button(element, 'Yes, it is right')).click();
    await until(() => !one(element, '[part=state]'));
    expect(said(element)).to.contain('marked as right');
    await until(() => textOf(one(element, '[part=review]')).includes('Found right in'));
    await focused(element, '.item-title');
  });

  it('marks in the list what needs a look and what is endorsed', async () => {
    const element = await list();
    const row = (await part(element, 'a[data-id="r-7"]')).closest('li');
    expect([...(row?.querySelectorAll('[part=mark]') ?? [])].map(textOf)).to.deep.equal(['Endorsed', 'Not looked at since March 2024']);
    expect((await part(element, 'a[data-id="r-1"]')).closest('li')?.querySelector('[part=mark]')).to.equal(null);
  });

  it('is endorsed with a word on why, which is kept until it is sent', async () => {
    const element = await open(stories.DetailForAStewardToEndorse);
    (await part(element, '#care-endorse')).click();
    await focused(element, '#care-text');
    await type(element, '#care-text', 'We use it each week.');
    (await part(element, '.care-form .primary')).click();
    await until(() => !one(element, '.care-form'));
    expect(said(element)).to.equal('You endorse it');
  });

  it('sends back only with a reason', async () => {
    const element = await open(stories.Proposed);
    expect(textOf(await part(element, '[part=state]'))).to.contain('This waits for a steward.');
    (await button(element, 'Decline')).click();
    (await part(element, '.care-form .primary')).click();
    await until(() => one(element, '#care-text')?.getAttribute('aria-invalid') === 'true');
    await type(element, '#care-text', 'Say who it is for.');
    (await part(element, '.care-form .primary')).click();
    await until(() => !one(element, '.care-form'));
  });

  it('shows a steward what an edit changes, word by word, to accept it or send it back with a reason', async () => {
    const element = await open(stories.ChangeForAStewardToSettle);
    const change = await part(element, '[part=change]');
    await until(() => textOf(change).includes('https://example.org/personal-maps → https://example.org/personal-maps-2'));
    expect(textOf(change)).to.contain('Bo Muster wants to change this.');
    expect(all(element, '[part=change] ins').map((ins) => ins.textContent)).to.deep.equal(['added: kinder']);
    (await button(element, 'Send back')).click();
    await focused(element, '#change-reason');
    await sendKeys({ press: 'Enter' });
    await until(() => one(element, '#change-reason')?.getAttribute('aria-invalid') === 'true');
    await type(element, '#change-reason', 'Whose page is that?');
    await sendKeys({ press: 'Enter' });
    await until(() => said(element).startsWith('Sent back.'));
    await focused(element, '.item-title');
  });

  it('tells the author that a change was sent back, and the form goes on with it', async () => {
    const element = await open(stories.ChangeSentBack);
    await until(() => textOf(one(element, '[part=change]')).includes('The new page asks for an account.'));
    (await button(element, 'Edit')).click();
    const address = (await part(element, '#resource-url')) as HTMLInputElement;
    expect(address.value).to.equal('https://example.org/personal-maps-2');
    (await button(element, 'Cancel')).click();
    await button(element, 'Take the change back');
  });

  it('says before an edit that a steward sees it first, and after it that it waits', async () => {
    const own = resource({ viewer: { ...resource().viewer, can: ['edit', 'delete'] } });
    const change = { content: { title: 'Other words' }, by: member.member, at: own.createdAt, returned: null };
    const element = await list({
      'GET ': { ...info, rules: { ...info.rules, premoderatedResources: true } },
      'GET /resources/:id': own,
      'PATCH /resources/:id': { ...own, version: 2, change },
    });
    (await part(element, 'a[data-id="r-1"]')).click();
    (await button(element, 'Edit')).click();
    await until(() => textOf(one(element, '.resource-form')).includes('A steward looks at what you change before others see it.'));
    (await button(element, 'Save')).click();
    await until(() => said(element).includes('A steward looks at it before others see it.'));
  });

  it('tells the author why it was sent back, and others what is no longer right', async () => {
    const back = await open(stories.SentBack);
    await until(() => textOf(one(back, '[part=state]')).includes('sent it back: Say who it is for.'));
    expect(textOf(await button(back, 'Suggest it now'))).to.equal('Suggest it now');
    const gone = await open(stories.NoLongerRight);
    await until(() => textOf(one(gone, '[part=state]')).includes('This is no longer right. The tool is gone.'));
  });
});

describe('<cop-resource-list>: collections', () => {
  it('keep room for their row while they load, and open in the address', async () => {
    const element = await list();
    const link = await until(() => all(element, '.shelf-row a').find((a) => textOf(a).startsWith('For new leads')));
    expect(textOf(link)).to.equal('For new leads 3');
    link.click();
    await part(element, '.collection');
    expect(location.search).to.contain('cop-collection=');
    expect(titles(element)).to.deep.equal([
      'Guide to the first hundred days of a lead',
      'How to improve team closeness with personal maps',
      'A field guide to difficult conversations',
    ]);
    expect(textOf(await part(element, '[part=note]'))).to.equal('Begin here.');
    await focused(element, '.item-title');
    history.back();
    await part(element, '.rows a[data-id="r-2"]');
  });

  it('come one by one where a page asks for one', async () => {
    const element = await open(stories.OneCollection);
    await part(element, '.collection');
    expect(one(element, '[part=back]')).to.equal(null);
    expect(one(element, '.search')).to.equal(null);
  });

  it('are put in order by keyboard, and the focus stays on what moves', async () => {
    const element = await open(stories.ArrangeACollection);
    const order = () => all(element, '.arranging b').map(textOf);
    await until(() => order().length === 3);
    (await part(element, '#down-r-9')).click();
    await until(() => order()[1] === 'Guide to the first hundred days of a lead');
    expect(said(element)).to.equal('Now 2 of 3.');
    await focused(element, '#down-r-9');
    (await part(element, '#down-r-9')).click();
    await until(() => order()[2] === 'Guide to the first hundred days of a lead');
    await focused(element, '#up-r-9');
    expect((one(element, '#down-r-9') as HTMLButtonElement).disabled).to.equal(true);
  });

  it('tell who moved first where two arrange at once', async () => {
    const element = await list(
      { 'PUT /collections/:id/items': problem(412, 'stale-version') },
      html`<cop-resource-list collection="k-1"></cop-resource-list>`,
    );
    (await part(element, '.arrange')).click();
    (await part(element, '#down-r-9')).click();
    await until(() => said(element).includes('changed it meanwhile'));
    expect(all(element, '.arranging b').map(textOf)[0]).to.equal('Guide to the first hundred days of a lead');
  });

  it('take in a resource from its page', async () => {
    const element = await list();
    (await part(element, 'a[data-id="r-2"]')).click();
    (await part(element, '.put')).click();
    const into = await until(() => all(element, '[part=chip]').find((b) => b.getAttribute('aria-label') === 'Put into For new leads'));
    into.click();
    await until(() => said(element) === 'It is in For new leads now.');
  });

  it('begin with the resource at hand', async () => {
    const sent: { path: string; body: unknown }[] = [];
    const note = async (request: Request) => void sent.push({ path: new URL(request.url).pathname, body: await request.clone().json() });
    const replies = library();
    const made = {
      ...((await (replies['GET /collections/:id'] as (r: Request) => Promise<object> | object)(
        new Request('https://x.example/communities/y/collections/k-1'),
      )) as object),
      id: 'k-9',
      title: 'My picks',
      items: [],
    };
    const element = await list({
      'POST /collections': async (r: Request) => (await note(r), made),
      'GET /collections/:id': made,
      'PUT /collections/:id/items': async (r: Request) => (await note(r), made),
    });
    (await part(element, 'a[data-id="r-2"]')).click();
    (await part(element, '.put')).click();
    (await part(element, '.new-collection')).click();
    const title = (await part(element, '#put-in-title')) as HTMLInputElement;
    title.value = 'My picks';
    title.dispatchEvent(new Event('input'));
    one(element, '.put-in-form')?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    await until(() => said(element) === 'It is in My picks now.', 'told');
    expect(sent.map(({ body }) => body)).to.deep.equal([
      { title: 'My picks', description: '', featured: false },
      { items: [{ resourceId: 'r-2', note: '' }] },
    ]);
  });

  it('never shows an older collection after a newer one', async () => {
    const slow = later<unknown>();
    const replies = library();
    const answer = replies['GET /collections/:id'] as (request: Request) => unknown;
    const element = await list({
      'GET /collections/:id': (request: Request) => (request.url.endsWith('k-2') ? slow.promise : answer(request)),
    });
    await until(() => all(element, '.shelf-row a').length > 2);
    element.collections.open('k-2');
    await element.updateComplete;
    element.collections.open('k-1');
    await until(() => textOf(one(element, '.collection .heading')) === 'For new leads');
    slow.resolve(answer(new Request('https://x.example/communities/y/collections/k-2')));
    await new Promise((next) => setTimeout(next, 60));
    expect(textOf(one(element, '.collection .heading'))).to.equal('For new leads');
  });
});

describe('<cop-resource-list>: what is missing', () => {
  it('offers other words', async () => {
    const element = await open(stories.NothingButOtherWords);
    const meant = await part(element, '[part=meant]');
    expect(textOf(meant)).to.equal('feedback');
    meant.click();
    await until(() => element.q === 'feedback');
  });

  it('becomes a request with the words of the search, and is looked for', async () => {
    const element = await open(stories.NothingFound);
    (await button(element, 'Ask for it')).click();
    const title = (await part(element, '#request-title')) as HTMLInputElement;
    await until(() => title.value === 'kanban for choirs');
    (await part(element, '.request-form .primary')).click();
    await until(() => !one(element, '.request-form'));
    // The same search says so, and does not ask for it again.
    expect(textOf(await part(element, '.ways-on')))
      .to.contain('Asked.')
      .and.not.to.contain('Ask for it');
    const looked = await button(element, 'One thing is looked for');
    looked.click();
    const have = await button(element, 'I have one');
    expect(have.getAttribute('aria-label')).to.equal('I have one: kanban for choirs');
    have.click();
    const field = (await part(element, '#resource-title')) as HTMLInputElement;
    await until(() => field.value === 'kanban for choirs');
    expect(element.suggestion?.requestId).to.equal('w-1');
  });
});

describe('<cop-resource-list>: what is missing, on a page that has people to ask', () => {
  it('becomes a question, with the words of the search for a title', async () => {
    const element = await list(
      { ...repliesOf(), 'GET /resources': page([]) },
      html`<cop-resource-list q="kanban for choirs"></cop-resource-list><cop-ask-the-community></cop-ask-the-community>`,
    );
    const asker = element.parentElement!.querySelector('cop-ask-the-community') as CopElement;
    (await button(element, 'Ask the community a question')).click();
    const title = (await part(asker, '#ask-title')) as HTMLInputElement;
    await until(() => title.value === 'kanban for choirs', 'the words');
    await until(() => all(asker, '[part=similar]').some((found) => textOf(found).includes('offers help with')), 'who can help');
  });
});

describe('<cop-resource-list>: the form and the page behind a link', () => {
  const form = async (replies: Record<string, Reply> = {}) => {
    const element = await list(replies);
    (await part(element, '[part~=suggest]')).click();
    await part(element, '#resource-url');
    return element;
  };
  const value = (element: Element, id: string) => (one(element, id) as HTMLInputElement).value;

  it('fills what is empty, says from where, and leaves what was typed', async () => {
    const element = await form();
    await type(element, '#resource-title', 'My own words');
    await type(element, '#resource-url', 'https://example.net/thing');
    await until(() => textOf(one(element, '[part=fetched]')).includes('Example'));
    expect(value(element, '#resource-title')).to.equal('My own words');
    expect(value(element, '#resource-creator')).to.equal('T. Hing');
    expect(value(element, '#resource-published')).to.equal('2024-05-06');
  });

  it('leaves the fields to the person where the page can’t be read', async () => {
    const element = await form({ 'POST /link-preview': problem(422, 'invalid') });
    await type(element, '#resource-url', 'https://example.net/thing');
    await new Promise((next) => setTimeout(next, 700));
    expect(one(element, '[part=fetched]')).to.equal(null);
    expect(one(element, '.notice.wrong')).to.equal(null);
    expect(value(element, '#resource-title')).to.equal('');
  });

  it('never fills in what an older link says', async () => {
    const slow = later<unknown>();
    const preview = {
      url: 'https://example.net/',
      description: null,
      siteName: null,
      imageUrl: null,
      iconUrl: null,
      language: null,
      publishedOn: null,
      creator: null,
    };
    const element = await form({
      'POST /link-preview': async (request: Request) => {
        const { url } = (await request.json()) as { url: string };
        return url.endsWith('slow') ? slow.promise : { ...preview, title: 'Quick' };
      },
    });
    await type(element, '#resource-url', 'https://example.net/slow');
    await new Promise((next) => setTimeout(next, 600));
    await type(element, '#resource-url', 'https://example.net/quick');
    await until(() => value(element, '#resource-title') === 'Quick');
    slow.resolve({ ...preview, title: 'Slow', creator: 'Too late' });
    await new Promise((next) => setTimeout(next, 60));
    expect(value(element, '#resource-creator')).to.equal('');
  });
});

describe('<cop-resource-list>: looking inside', () => {
  const file = (mime: string, name: string, bytes: BlobPart) => {
    const item = resource({
      id: 'r-1',
      url: null,
      file: { id: 'f-1', name, type: mime, size: 2000, url: '/api/files/f-1', createdAt: '2026-01-01T00:00:00Z' },
    });
    const base = endpointOf({ ...library(), 'GET /resources/:id': item });
    const fetch: typeof globalThis.fetch = async (input, init) =>
      new Request(input, init as RequestInit).url.includes('/files/f-1') ? new Response(bytes) : base(input, init);
    return withEndpoint(fetch, html`<cop-resource-list></cop-resource-list>`);
  };
  const look = async (story: Parameters<typeof show>[0]) => {
    const element = await open(story);
    (await part(element, 'a[data-id="r-1"]')).click();
    (await part(element, '.look')).click();
    return element;
  };

  it('shows Markdown without what could run, over the page, and gives the focus back', async () => {
    const element = await look(file('text/markdown', 'notes.md', '# Notes\n\n<img src=x onerror="window.hacked=1">**bold**'));
    const dialog = (await part(element, 'dialog')) as HTMLDialogElement;
    await until(() => textOf(dialog.querySelector('.prose')).includes('bold'));
    expect(dialog.open).to.equal(true);
    expect(dialog.querySelector('[onerror]')).to.equal(null);
    await focused(element, '.close');
    await sendKeys({ press: 'Escape' });
    await until(() => !one(element, 'dialog'));
    await focused(element, '.look');
    expect('hacked' in window).to.equal(false);
  });

  it('shows pictures from memory, and larger', async () => {
    const dot = Uint8Array.from(
      atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
      (c) => c.charCodeAt(0),
    );
    const element = await look(file('image/png', 'dot.png', dot));
    const image = (await part(element, 'dialog img')) as HTMLImageElement;
    expect(image.src).to.match(/^blob:/);
    (await button(element, 'Larger')).click();
    await part(element, '.inside-body.larger');
  });

  it('says so where a picture can’t be shown', async () => {
    const element = await look(file('image/png', 'broken.png', 'no picture'));
    await until(() => textOf(one(element, 'dialog [part=error]')).includes('does not let it be shown'));
    expect((one(element, 'dialog [part=go]') as HTMLAnchorElement).download).to.equal('broken.png');
  });

  it('offers no look into what a browser can’t show', async () => {
    const element = await open(file('application/zip', 'all.zip', 'PK'));
    (await part(element, 'a[data-id="r-1"]')).click();
    await part(element, '[part=save]');
    expect(one(element, '.look')).to.equal(null);
  });
});

describe('<cop-resource-list>: filters and layouts', () => {
  it('narrows by year, form and marks, with counts under all others', async () => {
    const element = await open(stories.Facets);
    const option = (text: string) => until(() => all(element, '.panel label').find((label) => textOf(label).startsWith(text)), text);
    expect(textOf(await option('Needs a look'))).to.equal('Needs a look 1');
    (await option('Needs a look')).querySelector('input')?.click();
    await until(() => titles(element).length === 1);
    expect(textOf(await option('A link'))).to.equal('A link 1');
    const chip = await until(() => all(element, '[part=chosen] .removable').find((b) => textOf(b) === 'Needs a look'));
    chip.click();
    await until(() => titles(element).length === 10);
  });

  it('offers those filters that the page names, and no others', async () => {
    const of = (filters: string) => list({}, html`<cop-resource-list filters=${filters}></cop-resource-list>`);
    const kinds = await of('kind');
    await part(kinds, '.rows a');
    expect(all(kinds, '.kinds button').map(textOf).join()).to.contain('Article').and.not.to.contain('filters');
    const two = await of('topic year');
    expect(all(two, '.kinds button')).to.have.length(1);
    (await part(two, '.kinds button')).click();
    await part(two, '.panel fieldset');
    expect(all(two, '.panel legend').map(textOf)).to.have.members(['Year', 'Topic']);
    const none = await of('');
    await part(none, '.rows a');
    expect(one(none, '.kinds')).to.equal(null);
  });

  it('keeps what is chosen in the address only where the page asks for it', async () => {
    const plain = await list();
    await part(plain, 'a[data-id="r-1"]');
    plain.kind = 'book';
    await plain.updateComplete;
    expect(location.search).to.equal('');
    const element = await list({}, html`<cop-resource-list filters-in-url sort="title"></cop-resource-list>`);
    await part(element, 'a[data-id="r-6"]');
    element.toggle('kind', 'book');
    element.more = { mark: ['due'] };
    await until(() => location.search.includes('cop-resources'));
    const shared = new URLSearchParams(new URLSearchParams(location.search).get('cop-resources') ?? '');
    expect([...shared]).to.deep.equal([
      ['kind', 'book'],
      ['mark', 'due'],
    ]);
    const other = await list({}, html`<cop-resource-list filters-in-url></cop-resource-list>`);
    await until(() => titles(other).length === 1);
    expect([other.kind, other.more.mark]).to.deep.equal(['book', ['due']]);
  });

  it('leaves out of an address what no endpoint would take', async () => {
    const nonsense = new URLSearchParams({
      kind: 'poem',
      mark: 'evil due',
      year: '20x0',
      status: 'secret',
      since: 'yesterday',
      sort: 'random',
    });
    history.replaceState(null, '', `${location.pathname}?${new URLSearchParams({ 'cop-resources': nonsense.toString() })}`);
    const element = await list({}, html`<cop-resource-list filters-in-url></cop-resource-list>`);
    await until(() => titles(element).length === 1);
    expect([element.kind, element.sort, element.more]).to.deep.equal(['', '', { mark: ['due'] }]);
  });

  it('shows pictures in a grid in a box that is there before they are', async () => {
    const element = await open(stories.Grid);
    const cover = await part(element, '[part=cover]');
    expect(textOf(cover)).to.equal('H');
    expect(cover.getBoundingClientRect().height).to.be.greaterThan(60);
  });

  it('draws rows as the page wants them', async () => {
    const element = await open(stories.OwnRows);
    await until(() => all(element, 'li[part=resource] b').length === 10);
    expect(one(element, '.resource .title')).to.equal(null);
  });

  it('shows nothing of all this where the endpoint can’t do it', async () => {
    const replies: Record<string, Reply> = { ...library(), 'GET /resources': page([resource()]) };
    delete replies['GET '];
    const element = await open(withEndpoint(endpointOf(replies), html`<cop-resource-list></cop-resource-list>`));
    (await part(element, 'a[data-id="r-1"]')).click();
    await part(element, '[part=item]');
    await new Promise((next) => setTimeout(next, 50));
    for (const selector of ['[part=save]', '.put', '[part=review]', '.shelf']) expect(one(element, selector), selector).to.equal(null);
  });
});
