import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { LinkCard, NewPost, Post } from '../../src/contract/index.js';
import type { CopActivityFeed } from '../../src/elements/activity-feed/activity-feed.js';
import * as stories from '../../stories/activity-feed.stories.js';
import { activity, ada, endpointOf, info, page, problem, withEndpoint, type Reply } from '../../stories/fixtures.js';
import { all, later, one, part, show, textOf, until } from '../support/story.js';

const feed = (story: Parameters<typeof show>[0]) => show<CopActivityFeed>(story, 'cop-activity-feed');
const focused = (element: Element) => element.shadowRoot?.activeElement;
const message = (link: LinkCard | null) =>
  activity({ id: 'v-1', type: 'posted', object: { type: 'post', id: 'p-1', title: null, url: null }, target: null, summary: 'See.', link });
const of = (items: unknown[], more: Record<string, Reply> = {}) =>
  withEndpoint(endpointOf({ 'GET /activities': page(items), ...more }), html`<cop-activity-feed></cop-activity-feed>`);

afterEach(() => history.replaceState(null, '', location.pathname));

describe('<cop-activity-feed>, links in messages', () => {
  it('are cards of text: title, site and host, and nothing is asked of the other site', async () => {
    const element = await feed(stories.LinksInMessages);
    await until(() => all(element, '[part=link-card]').length === 4, 'cards');
    const [read, unread, own, long] = all(element, '[part=link-card]');
    expect(textOf(read)).to.equal('Retrospectives that lead somewhere Agile Commons · example.org');
    expect(read?.getAttribute('href')).to.equal('https://www.example.org/guides/retros?lang=en');
    expect(read?.getAttribute('rel')).to.equal('noopener nofollow ugc');
    expect(textOf(unread)).to.equal('wiki.example.org/x/1 wiki.example.org');
    expect(own?.getAttribute('href'), 'it leads to where this page shows it').to.equal(null);
    expect(textOf(own)).to.contain(stories.acts[0]?.target?.title);
    expect(textOf(long)).to.contain('<b>Bank</b> · example.org');
    expect(all(element, '.link img')).to.deep.equal([]);
  });

  it('keep their room from the first, whatever comes: nothing moves', async () => {
    const element = await feed(stories.LinksInMessages);
    await part(element, '.link');
    const heights = () => all(element, '.link').map((one) => one.offsetHeight);
    const before = heights();
    await until(() => all(element, '[part=link-card]').length === 4, 'cards');
    expect(heights()).to.deep.equal(before);
    for (const room of all(element, '.link')) expect((room.firstElementChild as HTMLElement).offsetHeight).to.be.at.most(room.offsetHeight);
  });

  it('show in every row, also where an endpoint’s order is not quite by time', async () => {
    const row = (id: string, hour: number) => ({
      ...message(stories.card()),
      id,
      object: { type: 'post', id: `p-${id}`, title: null, url: null },
      published: `2026-11-02T${hour}:00:00Z`,
    });
    const element = await feed(of([row('v-1', 10), row('v-2', 12), row('v-3', 11)]));
    await until(() => all(element, '[part=link-card]').length > 0, 'cards');
    element.requestUpdate();
    await element.updateComplete;
    expect(all(element, '[part=link-card]').length).to.equal(3);
    expect(one(element, '[part=new]'), 'nothing is kept back').to.equal(null);
  });

  it('never lead where an address would run as code', async () => {
    const element = await feed(
      of([
        {
          ...message(stories.card({ url: 'javascript:alert(1)' })),
          id: 'v-bad',
          object: { type: 'post', id: 'p-bad', title: null, url: null },
        },
        message(stories.card()),
      ]),
    );
    await part(element, '[part=link-card]');
    expect(all(element, '[part=link-card]').map((card) => card.getAttribute('href'))).to.deep.equal([stories.card().url]);
  });

  it('come live when the page was read, in the row that is there', async () => {
    const asked: string[] = [];
    const answers = endpointOf({
      'GET ': { ...info, capabilities: [...info.capabilities, 'stream'] },
      'GET /activities': page([message(stories.card({ title: null, description: null, siteName: null }))]),
      'GET /posts/:id': (request: Request) => {
        asked.push(new URL(request.url).pathname.split('/').at(-1) ?? '');
        return stories.post({ link: stories.card() });
      },
    });
    let tell: (event: string) => void = () => {};
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => (tell = (event) => controller.enqueue(new TextEncoder().encode(`${event}\n\n`))),
    });
    const fetch: typeof globalThis.fetch = (input, init) =>
      String(input).endsWith('/stream') ? Promise.resolve(new Response(stream)) : answers(input, init);
    const element = await feed(withEndpoint(fetch, html`<cop-activity-feed></cop-activity-feed>`));
    await part(element, '[part=link-card]');
    const row = one(element, '[part=activity]');
    const changed = (id: string, n: number) =>
      tell(`id: ${n}\nevent: change\ndata: ${JSON.stringify({ type: 'post', id, title: null, url: null })}`);
    tell('id: 7\nevent: ready\ndata: {}');
    changed('p-other', 8);
    changed('p-1', 9);
    await until(() => textOf(one(element, '[part=link-card]')).startsWith('Retrospectives'), 'card');
    expect(one(element, '[part=activity]')).to.equal(row);
    changed('p-1', 10);
    tell(`id: 11\nevent: activity\ndata: ${JSON.stringify(activity({ id: 'v-2' }))}`);
    await until(() => one(element, '[part=new]'), 'what came after');
    expect(asked, 'only what waits for a card').to.deep.equal(['p-1']);
  });

  it('can be left out of the rows', async () => {
    const element = await feed(
      withEndpoint(
        endpointOf({ 'GET /activities': page([message(stories.card())]) }),
        html`<cop-activity-feed show="summary"></cop-activity-feed>`,
      ),
    );
    await part(element, '[part=summary]');
    expect(one(element, '.link')).to.equal(null);
  });

  it('have their description in the message; its author takes the card away and brings it back', async () => {
    const sent: object[] = [];
    let post: Post = stories.post({ author: ada, link: stories.card(), linkPreview: true, viewer: { can: ['edit', 'delete', 'comment'] } });
    const element = await feed(
      of(stories.acts, {
        'GET /posts/:id': () => post,
        'PATCH /posts/:id': async (request: Request) => {
          const change = (await request.json()) as { linkPreview: boolean };
          sent.push(change);
          return (post = { ...post, ...change, link: change.linkPreview ? stories.card() : null, version: post.version + 1 });
        },
      }),
    );
    (await part(element, 'a[data-id=p-1]')).click();
    expect(textOf(await part(element, '.post [part=link-card]'))).to.contain('Five formats');
    (await part(element, '[part=link-choice]')).click();
    await until(() => !one(element, '[part=link-card]'), 'no card');
    await until(() => focused(element)?.id === 'link-choice', 'focus on the button');
    expect(textOf(one(element, '[aria-live]'))).to.equal('The link has no preview.');
    one(element, '[part=link-choice]')?.click();
    await part(element, '.post [part=link-card]');
    expect(sent).to.deep.equal([{ linkPreview: false }, { linkPreview: true }]);
  });

  it('offer no choice to others', async () => {
    const element = await feed(stories.MessageWithLink);
    await part(element, '.post [part=link-card]');
    expect(one(element, '[part=link-choice]')).to.equal(null);
  });
});

describe('<cop-activity-feed>, a link in a message that is written', () => {
  async function writing(replies: Record<string, Reply>, has = true) {
    const sent: NewPost[] = [];
    const element = await feed(
      of(stories.acts, {
        'GET ': { ...info, capabilities: [...info.capabilities, ...(has ? (['link-preview'] as const) : [])] },
        'POST /posts': async (request: Request) => {
          sent.push((await request.json()) as NewPost);
          return stories.post();
        },
        ...replies,
      }),
    );
    (await part(element, '[part~=write]')).click();
    const area = (await part(element, 'textarea')) as HTMLTextAreaElement;
    const write = (text: string) => {
      area.value = text;
      area.dispatchEvent(new Event('input'));
    };
    return { element, write, sent, send: () => all(element, 'form button.primary')[0]?.click() };
  }
  const preview = {
    ...stories.card(),
    imageUrl: 'https://example.org/spy.png',
    iconUrl: null,
    language: null,
    publishedOn: null,
    creator: null,
  };

  it('shows its card before it is sent, without the picture, and can go without', async () => {
    const asked: string[] = [];
    const { element, write, sent, send } = await writing({
      'POST /link-preview': async (request: Request) => {
        asked.push(((await request.json()) as { url: string }).url);
        return preview;
      },
    });
    write('Look at https://example.org/a.');
    await part(element, '[part=form] [part=link-card]');
    expect(one(element, '[part=form] img')).to.equal(null);
    (await part(element, '[part=link-choice]')).click();
    await until(() => !one(element, '[part=form] [part=link-card]'), 'no card');
    await until(() => focused(element)?.id === 'link-choice', 'focus stays');
    send();
    await until(() => sent.length, 'the message');
    expect(sent[0]?.linkPreview).to.equal(false);
    expect(asked).to.deep.equal(['https://example.org/a']);
  });

  it('is sent at once, however slow the page is', async () => {
    const slow = later<unknown>();
    const { write, sent, send } = await writing({ 'POST /link-preview': slow.promise as never });
    write('Look at https://example.org/slow');
    send();
    await until(() => sent.length, 'the message');
    expect(sent[0]?.linkPreview).to.equal(true);
  });

  it('shows the address of a page that can’t be read, and never an older page for a newer link', async () => {
    const slow = later<unknown>();
    const { element, write } = await writing({
      'POST /link-preview': async (request: Request) =>
        ((await request.json()) as { url: string }).url.endsWith('/old') ? slow.promise : problem(422, 'invalid'),
    });
    write('https://example.org/old');
    await until(() => element.cop.session, 'session');
    await new Promise((next) => setTimeout(next, 700));
    write('https://example.org/new');
    await until(() => textOf(one(element, '[part=form] [part=link-card]')).startsWith('example.org/new'), 'the address');
    slow.resolve(preview);
    await new Promise((next) => setTimeout(next, 50));
    expect(textOf(one(element, '[part=form] [part=link-card]'))).to.match(/^example\.org\/new/);
    write('No link.');
    await until(() => !one(element, '[part=form] [part=link-card]'), 'gone');
  });

  it('has no card where the endpoint reads no pages', async () => {
    const { element, write, sent, send } = await writing({}, false);
    write('https://example.org/a');
    send();
    await until(() => sent.length, 'the message');
    expect(one(element, '[part=link-choice]')).to.equal(null);
  });
});
