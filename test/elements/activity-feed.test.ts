import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import { ActivityEvent, type OpenEvent } from '../../src/community/events.js';
import type { Activity, NewPost } from '../../src/contract/index.js';
import type { CopActivityFeed } from '../../src/elements/activity-feed/activity-feed.js';
import type { PostRequestEvent } from '../../src/elements/activity-feed/activity-feed.events.js';
import '../../src/elements/ask-the-community/ask-the-community.define.js';
import * as stories from '../../stories/activity-feed.stories.js';
import {
  activity,
  ada,
  comment,
  endpointOf,
  info,
  member,
  page,
  problem,
  question,
  visitor,
  withEndpoint,
} from '../../stories/fixtures.js';
import { all, later, one, part, show, textOf, until } from '../support/story.js';

const TAG = 'cop-activity-feed';
const feed = (story: Parameters<typeof show>[0]) => show<CopActivityFeed>(story, TAG);
const rows = (element: Element) => all(element, '.rows > [part=activity]');
const sentences = (element: Element) => rows(element).map((row) => textOf(row.querySelector('[part=sentence]')));
const ready = (element: Element) => part(element, '[part=activity]');
const happens = (element: CopActivityFeed, change: Partial<Activity>) =>
  element.cop.dispatchEvent(new ActivityEvent(activity({ id: `new-${Math.random()}`, published: new Date().toISOString(), ...change })));
const said = (element: Element) => textOf(one(element, '[aria-live]'));
const back = () => history.replaceState(null, '', location.pathname);

afterEach(back);

describe('<cop-activity-feed>', () => {
  it('tells in sentences what happened, several acts on one thing as one', async () => {
    const element = await feed(stories.Default);
    await ready(element);
    expect(sentences(element).slice(0, 3)).to.deep.equal([
      `Bo Muster and 3 others answered ${question().title}`,
      'Cleo Sample used How to improve team closeness with personal maps',
      `Dara Placeholder commented on ${question().title}`,
    ]);
    expect(sentences(element)).to.include('Cleo Sample and Dara Placeholder joined');
    expect(sentences(element)).to.include('Digital.gov published Plain language in practice: what five agencies changed');
  });

  it('keeps acts of different days and of different things apart', async () => {
    const hours = (n: number) => new Date(Date.now() - n * 3_600_000).toISOString();
    const other = { type: 'question' as const, id: 'q-2', title: 'Another', url: null };
    const items = [
      activity({ id: '1', published: hours(1) }),
      activity({ id: '2', published: hours(2), target: other }),
      activity({ id: '3', published: hours(3), target: other, actor: ada }),
      activity({ id: '4', published: hours(30), target: other, actor: ada }),
    ];
    const element = await feed(withEndpoint(endpointOf({ 'GET /activities': page(items) }), html`<cop-activity-feed></cop-activity-feed>`));
    await ready(element);
    expect(sentences(element)).to.deep.equal([
      `Bo Muster answered ${question().title}`,
      'Bo Muster and Ada Example answered Another',
      'Ada Example answered Another',
    ]);
  });

  it('tells acts on one thing as one where others stand between them, and no more of them when the next page comes', async () => {
    const hours = (n: number) => new Date(Date.now() - n * 3_600_000).toISOString();
    const [other, used] = [
      { type: 'question' as const, id: 'q-2', title: 'Another', url: null },
      { type: 'resource' as const, id: 'r-2', title: 'A tool', url: null },
    ];
    const one = (id: string, ago: number, change: Partial<Activity> = {}) => activity({ id, published: hours(ago), ...change });
    const first = [
      one('1', 1),
      one('2', 2, { type: 'used', object: used, target: null }),
      one('3', 3, { actor: ada }),
      one('4', 4, { target: other }),
      one('5', 5, { type: 'used', object: used, target: null, actor: ada }),
    ];
    const next = [
      one('6', 6, { target: other, actor: ada }),
      one('7', 7),
      one('8', 31, { target: other }),
      one('9', 32, { target: other }),
    ];
    const endpoint = endpointOf({
      'GET /activities': (request: Request) =>
        new URL(request.url).searchParams.has('cursor') ? page(next) : page(first, { nextCursor: 'more' }),
    });
    const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
    await ready(element);
    const before = [
      `Bo Muster and Ada Example answered ${question().title}`,
      'Bo Muster and Ada Example used A tool',
      'Bo Muster answered Another',
    ];
    expect(sentences(element)).to.deep.equal(before);
    const rows3 = rows(element);
    (await part(element, '[part=more]')).click();
    await until(() => rows(element).length > 3, 'the next page');
    expect(sentences(element)).to.deep.equal([
      ...before,
      'Ada Example answered Another',
      `Bo Muster answered ${question().title}`,
      'Bo Muster answered Another',
    ]);
    expect(rows(element).slice(0, 3)).to.deep.equal(rows3);
  });

  it('unfolds a group into its acts', async () => {
    const element = await feed(stories.Default);
    const button = await part(element, '[part=unfold]');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    button.click();
    await element.updateComplete;
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(all(element, '[part=group] > li')).to.have.length(4);
  });

  it('says the sentence in the order of the language', async () => {
    const element = await feed(stories.German);
    await until(() => sentences(element)[0]?.includes('haben'), 'German sentence');
    expect(sentences(element)[0]).to.equal(`Bo Muster und 3 weitere haben ${question().title} beantwortet`);
    expect(sentences(element)).to.include('Bo Muster hat eine Nachricht geschrieben');
  });

  it('asks for the chosen types only, and says which are chosen', async () => {
    const asked: string[][] = [];
    const endpoint = endpointOf({
      'GET /activities': (request: Request) => {
        asked.push(new URL(request.url).searchParams.getAll('type'));
        return page(stories.acts);
      },
    });
    const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
    await ready(element);
    const [allChip, questions] = all(element, '[part=filters] button');
    expect(allChip?.getAttribute('aria-pressed')).to.equal('true');
    questions?.click();
    await until(() => asked.length === 2, 'second request');
    expect(asked).to.deep.equal([[], ['asked', 'answered', 'accepted', 'commented']]);
    expect(questions?.getAttribute('aria-pressed')).to.equal('true');
    expect(element.filter).to.equal('questions');
  });

  it('offers no choice where the page has chosen one kind', async () => {
    const element = await feed(stories.OnlyQuestions);
    await ready(element);
    expect(one(element, '[part=filters]')).to.equal(null);
  });

  it('never shows an older answer to a newer choice', async () => {
    const slow = later<unknown>();
    const people = [
      activity({ id: 'p', type: 'joined', object: { type: 'member', id: 'm-bo', title: 'Bo Muster', url: null }, target: null }),
    ];
    const endpoint = endpointOf({
      'GET /activities': (request: Request) => {
        const types = new URL(request.url).searchParams.getAll('type');
        return types.includes('asked') ? slow.promise : page(types.includes('joined') ? people : stories.acts);
      },
    });
    const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
    await ready(element);
    element.filter = 'questions';
    await element.updateComplete;
    element.filter = 'people';
    await until(() => sentences(element).length === 1, 'people');
    slow.resolve(page(stories.acts));
    await new Promise((next) => setTimeout(next, 60));
    expect(sentences(element)).to.deep.equal(['Bo Muster joined']);
  });

  it('loads the next page and moves the focus to its first row', async () => {
    const element = await feed(stories.SecondPage);
    (await part(element, '[part=more]')).click();
    await until(() => sentences(element).some((s) => s.includes('posted')), 'second page');
    await until(() => element.shadowRoot?.activeElement?.closest('[part=activity]') === rows(element)[3], 'focus on the first new row');
    expect(said(element)).to.equal('6 more entries');
  });
});

describe('<cop-activity-feed>, live', () => {
  it('counts what is new without moving anything, and shows it when asked', async () => {
    const element = await feed(stories.Default);
    await ready(element);
    await until(() => element.cop.session, 'session');
    await new Promise((next) => setTimeout(next, 50));
    const before = sentences(element);
    happens(element, { type: 'asked', object: { type: 'question', id: 'q-9', title: 'What is new?', url: null }, target: null });
    happens(element, { type: 'used', object: { type: 'resource', id: 'r-9', title: 'A new tool', url: null }, target: null });
    const pill = await until(() => (textOf(one(element, '[part=new]')) === '2 new' ? one(element, '[part=new]') : null), 'pill');
    expect(sentences(element)).to.deep.equal(before);
    expect(said(element)).to.equal('2 new');
    pill.click();
    await until(() => sentences(element)[0] === 'Bo Muster used A new tool', 'new rows');
    expect(sentences(element)[1]).to.equal('Bo Muster asked What is new?');
    expect(one(element, '[part=new]')).to.equal(null);
    expect(element.shadowRoot?.activeElement).to.equal(rows(element)[0]);
    expect(said(element)).to.equal('2 new entries, shown first');
  });

  it('is silent about what was not chosen, and about what comes twice', async () => {
    const element = await feed(stories.OnlyQuestions);
    await ready(element);
    await new Promise((next) => setTimeout(next, 50));
    happens(element, { type: 'posted' });
    happens(element, { id: 'twice', type: 'asked' });
    happens(element, { id: 'twice', type: 'asked' });
    await until(() => one(element, '[part=new]'), 'pill');
    expect(textOf(one(element, '[part=new]'))).to.equal('1 new');
  });

  it('does not announce a reader’s own acts', async () => {
    const element = await feed(stories.Default);
    await ready(element);
    await until(() => element.cop.session, 'session');
    await new Promise((next) => setTimeout(next, 50));
    happens(element, { type: 'asked', actor: ada, object: { type: 'question', id: 'q-9', title: 'Mine', url: null }, target: null });
    await until(() => sentences(element)[0] === 'Ada Example asked Mine', 'own act');
    expect(one(element, '[part=new]')).to.equal(null);
  });

  it('hears what happens once only after it was moved and re-attached', async () => {
    const element = await feed(stories.Default);
    await ready(element);
    const { parentElement } = element;
    element.remove();
    parentElement?.append(element);
    await ready(element);
    await new Promise((next) => setTimeout(next, 50));
    happens(element, { type: 'asked', object: { type: 'question', id: 'q-9', title: 'After the move', url: null }, target: null });
    await until(() => one(element, '[part=new]'), 'pill');
    expect(textOf(one(element, '[part=new]'))).to.equal('1 new');
  });
});

describe('<cop-activity-feed>, while the stream opens', () => {
  /** What the endpoint is asked for; after the first read, `then` has happened. */
  async function opening(then: Activity[]) {
    const asked: string[] = [];
    let open: () => void = () => {};
    const answers = endpointOf({
      'GET ': { ...info, capabilities: [...info.capabilities, 'stream'] },
      'GET /activities': (request: Request) => {
        asked.push(new URL(request.url).search);
        return page(asked.length === 1 ? stories.acts : [...then, ...stories.acts]);
      },
    });
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => (open = () => controller.enqueue(new TextEncoder().encode('id: 7\nevent: ready\ndata: {}\n\n'))),
    });
    const fetch: typeof globalThis.fetch = (input, init) =>
      String(input).endsWith('/stream') ? Promise.resolve(new Response(stream)) : answers(input, init);
    const element = await feed(withEndpoint(fetch, html`<cop-activity-feed></cop-activity-feed>`));
    await ready(element);
    open();
    await until(() => asked.length > 1, 'look for what is newer');
    await new Promise((next) => setTimeout(next, 100));
    return { element, asked };
  }

  it('loses nothing that happened meanwhile', async () => {
    const { element, asked } = await opening([activity({ id: 'v-between', published: new Date().toISOString() })]);
    expect(textOf(await part(element, '[part=new]'))).to.equal('1 new');
    expect(asked).to.have.length(3);
  });

  it('reads the list once where nothing happened', async () => {
    const { asked } = await opening([]);
    expect(asked).to.deep.equal(['?limit=20', '?limit=1']);
  });
});

describe('<cop-activity-feed>, since the last visit', () => {
  const lines = (element: Element) => all(element, '[part=divider]').map(textOf);

  it('bounds what is new, and says when all of it is seen', async () => {
    const element = await feed(stories.Default);
    await ready(element);
    await until(() => lines(element).length === 2, 'lines');
    const items = all(element, '.rows > li').map((li) => (li.matches('[part=divider]') ? textOf(li).replace(/,.*|since.*/, '') : 'row'));
    expect(items.slice(0, 6)).to.deep.equal(['6 new ', 'row', 'row', 'row', 'You have seen everything ', 'row']);
  });

  it('says so where nothing is new', async () => {
    const element = await feed(stories.NothingNew);
    await ready(element);
    await until(() => lines(element)[0]?.startsWith('You have seen everything since'), 'line');
    expect(lines(element)).to.have.length(1);
  });

  it('tells the endpoint up to when a member has seen it, and keeps the line for the visit', async () => {
    const told: string[] = [];
    const endpoint = endpointOf(
      {
        'GET /activities': page(stories.acts),
        'PUT /session/last-visit': async (request: Request) => {
          told.push(((await request.json()) as { at: string }).at);
          return member;
        },
      },
      { ...member, lastVisitAt: new Date(Date.now() - 100 * 3_600_000).toISOString() },
    );
    const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
    await ready(element);
    await until(() => told.length, 'visit');
    expect(Date.now() - Date.parse(told[0] ?? '')).to.be.lessThan(5000);
    const before = lines(element);
    const { parentElement } = element;
    element.remove();
    parentElement?.append(element);
    await until(() => lines(element).length === 2, 'lines again');
    expect(lines(element)).to.deep.equal(before);
    expect(told).to.have.length(1);
  });
});

describe('<cop-activity-feed>, since the last visit, where something waits', () => {
  it('tells the newest of what is shown, whatever the order of the endpoint', async () => {
    const told: string[] = [];
    const [a, b, c] = ['10:00:00.123Z', '10:00:00.124Z', '09:59:00.000Z'].map((time) => `2026-11-20T${time}`);
    const acts = [a, b, c].map((published, i) => activity({ id: `a-${i}`, published: published ?? '', object: stories.acts[i]!.object }));
    const endpoint = endpointOf({
      'GET /activities': page(acts),
      'PUT /session/last-visit': async (request: Request) => {
        told.push(((await request.json()) as { at: string }).at);
        return member;
      },
    });
    const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
    await ready(element);
    await until(() => element.news && element.cop.session, 'all there');
    await new Promise((next) => setTimeout(next, 50));
    happens(element, { type: 'posted' });
    await part(element, '[part=new]');
    await until(() => told.length, 'visit');
    expect(told[0]).to.equal(b);
  });
});

describe('<cop-activity-feed>, reactions', () => {
  const buttons = (element: Element) =>
    all(element, '[part=reaction]').map((button) => `${textOf(button)} ${button.getAttribute('aria-pressed')}`);

  it('shows those given, and offers the others on request', async () => {
    const element = await feed(stories.Default);
    await ready(element);
    await until(() => buttons(element).length, 'reactions');
    expect(buttons(element)).to.deep.equal(['Thanks 3 false', 'Insight 1 true']);
    all(element, '[part=react]')[0]?.click();
    await until(() => buttons(element).length === 3, 'all three');
    expect(buttons(element)).to.deep.equal(['Thanks 3 false', 'Insight 1 true', 'Celebrate false']);
    await until(() => textOf(element.shadowRoot?.activeElement) === 'Thanks 3', 'focus on the first');
  });

  it('counts at once, and takes it back where the endpoint refuses', async () => {
    const answer = later<unknown>();
    const endpoint = endpointOf({ 'GET /activities': page(stories.acts), 'PUT /activities/:id/reactions/thanks': () => answer.promise });
    const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
    await ready(element);
    (await part(element, '[part=reaction]')).click();
    await until(() => buttons(element)[0] === 'Thanks 4 true', 'count');
    answer.resolve(problem(403, 'forbidden'));
    await until(() => buttons(element)[0] === 'Thanks 3 false', 'old count');
    expect(textOf(one(element, '[part=notice]'))).to.contain('You may not do this here.');
  });

  it('sends quick presses one after the other', async () => {
    const sent: string[] = [];
    const act = stories.acts.find(({ id }) => id === 'v-8') as Activity;
    const reply = (thanks: boolean) => async (request: Request) => {
      sent.push(request.method);
      await new Promise((next) => setTimeout(next, thanks ? 80 : 5));
      return { ...act, reactions: [{ kind: 'thanks', count: thanks ? 4 : 3, mine: thanks }] };
    };
    const endpoint = endpointOf({
      'GET /activities': page(stories.acts),
      'PUT /activities/:id/reactions/thanks': reply(true),
      'DELETE /activities/:id/reactions/thanks': reply(false),
    });
    const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
    await ready(element);
    const button = await part(element, '[part=reaction]');
    button.click();
    await until(() => buttons(element)[0] === 'Thanks 4 true', 'count');
    button.click();
    await until(() => sent.length === 2, 'both');
    expect(sent).to.deep.equal(['PUT', 'DELETE']);
    await until(() => buttons(element)[0] === 'Thanks 3 false', 'last press');
  });

  it('asks a visitor to sign in', async () => {
    const element = await feed(stories.SignedOut);
    await until(() => element.cop.session, 'session');
    const button = await part(element, '[part=reaction]');
    setTimeout(() => button.click());
    await oneEvent(element, 'cop-sign-in-request');
    await until(() => textOf(one(element, '[part=notice]')).includes('Please sign in first.'), 'notice');
  });

  it('shows counts alone to whoever may not react', async () => {
    const element = await feed(stories.ReadOnly);
    await ready(element);
    await until(() => element.cop.session, 'session');
    await element.updateComplete;
    expect(all(element, 'button[part=reaction], [part=react], [part~=write]')).to.have.length(0);
    expect(textOf(one(element, '[part=reaction]'))).to.equal('Thanks 3');
  });
});

describe('<cop-activity-feed>, links', () => {
  it('opens a question in the list of questions on the page', async () => {
    const endpoint = endpointOf({
      'GET /activities': page(stories.acts),
      'GET /questions': page([]),
      'GET /questions/:id': question(),
      'GET /questions/:id/answers': page([]),
      'GET /comments': page([]),
    });
    const element = await feed(
      withEndpoint(endpoint, html`<cop-ask-the-community></cop-ask-the-community><cop-activity-feed></cop-activity-feed>`),
    );
    await ready(element);
    const link = await until(() => one(element, 'a[data-id=q-1]') as HTMLAnchorElement | null, 'link');
    expect(new URL(link.href).searchParams.get('cop-ask')).to.equal(`${element.cop.name}/q-1`);
    setTimeout(() => link.click());
    const event = (await oneEvent(element, 'cop-open')) as OpenEvent;
    expect(event.object).to.deep.include({ type: 'question', id: 'q-1' });
    const ask = element.parentElement?.querySelector('cop-ask-the-community');
    await until(() => textOf(ask?.shadowRoot).includes(question().title), 'question');
    expect(new URL(location.href).searchParams.get('cop-ask')).to.equal(`${element.cop.name}/q-1`);
    ask?.remove();
    await until(() => !one(element, 'a[data-id=q-1]'), 'no link where nobody opens it');
  });

  it('leaves opening to the page where it cancels the event', async () => {
    const element = await feed(stories.Default);
    const link = await part(element, 'a[data-id=p-1]');
    element.addEventListener('cop-open', (event) => event.preventDefault());
    link.click();
    await element.updateComplete;
    expect(new URL(location.href).search).to.not.contain('cop-post');
    expect(rows(element).length).to.be.greaterThan(0);
  });

  it('links to the pages of the host, else outside, else nowhere', async () => {
    const host = await feed(stories.LinksOfTheHost);
    await ready(host);
    const link = one(host, 'a[data-id=q-1]');
    expect(link?.getAttribute('href')).to.equal(`/communities/questions?cop-ask=${host.cop.name}%2Fq-1`);
    const alone = await feed(stories.Default);
    await ready(alone);
    expect(one(alone, 'a[data-id=r-1]')?.getAttribute('href')).to.equal('https://example.org/personal-maps');
    expect(one(alone, 'a[data-id=q-1]')).to.equal(null);
  });

  it('offers RSS and JSON Feed by their addresses', async () => {
    const element = await feed(stories.Default);
    await ready(element);
    const links = all(element, '[part=footer] a').map((a) => a.getAttribute('href'));
    expect(links).to.deep.equal([`${element.cop.endpoint}/feed.rss`, `${element.cop.endpoint}/feed.json`]);
  });
});

describe('<cop-activity-feed>, messages', () => {
  const write = async (element: CopActivityFeed, text: string) => {
    (await part(element, '[part~=write]')).click();
    const area = (await part(element, 'textarea')) as HTMLTextAreaElement;
    area.value = text;
    area.dispatchEvent(new Event('input'));
    await element.updateComplete;
    return area;
  };
  const send = (element: Element) => (one(element, 'form') as HTMLFormElement).requestSubmit();

  it('sends a message once, tells the page and shows it', async () => {
    const items = [...stories.acts];
    const sent: NewPost[] = [];
    const mine = stories.post({ id: 'p-7', author: ada });
    const endpoint = endpointOf({
      'GET /activities': () => page(items),
      'POST /posts': async (request: Request) => {
        sent.push((await request.json()) as NewPost);
        items.unshift(
          activity({
            id: 'v-20',
            type: 'posted',
            actor: ada,
            published: new Date().toISOString(),
            object: { type: 'post', id: 'p-7', title: null, url: null },
            target: null,
          }),
        );
        return mine;
      },
    });
    const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
    await ready(element);
    await write(element, 'Hello **all**');
    setTimeout(() => send(element));
    const event = await oneEvent(element, 'cop-posted');
    expect((event as unknown as { post: unknown }).post).to.deep.equal(mine);
    expect(sent).to.deep.equal([{ title: null, body: 'Hello **all**', url: null, topics: [], files: [], linkPreview: true }]);
    await until(() => sentences(element)[0] === 'Ada Example posted a message', 'own message');
    await until(() => (element.shadowRoot?.activeElement as HTMLElement | null)?.dataset['id'] === 'p-7', 'focus on it');
    expect(one(element, 'textarea')).to.equal(null);
  });

  it('keeps the text where the endpoint fails, and where the page keeps it back', async () => {
    const endpoint = endpointOf({ 'GET /activities': page(stories.acts), 'POST /posts': problem(500, 'internal') });
    const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
    await ready(element);
    const area = await write(element, 'Not lost');
    send(element);
    await until(() => textOf(one(element, '[part=notice]')).includes('Your text is kept.'), 'notice');
    expect(area.value).to.equal('Not lost');
    let asked = 0;
    element.addEventListener('cop-post-request', (event) => {
      asked += 1;
      expect((event as PostRequestEvent).post.body).to.equal('Not lost');
      event.preventDefault();
    });
    send(element);
    await until(() => asked, 'request');
    expect(area.value).to.equal('Not lost');
  });

  it('closes with Escape, keeps the draft, and gives the focus back', async () => {
    const element = await feed(stories.Default);
    await ready(element);
    const area = await write(element, 'A draft');
    area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await until(() => !one(element, 'textarea'), 'closed form');
    await until(() => element.shadowRoot?.activeElement?.matches('[part~=write]'), 'focus on the button');
    (await part(element, '[part~=write]')).click();
    await until(() => (one(element, 'textarea') as HTMLTextAreaElement | null)?.value === 'A draft', 'draft');
  });

  it('opens a message with its comments, at its heading, and goes back to its link', async () => {
    const element = await feed(stories.Message);
    await until(() => element.shadowRoot?.activeElement?.id === 'post-title', 'focus on the heading');
    expect(textOf(one(element, '#post-title'))).to.equal('Message from Bo Muster');
    await until(() => textOf(one(element, '[part=comment]')).includes('We bring ours.'), 'comment');
    (await part(element, '[part=back]')).click();
    await until(() => (element.shadowRoot?.activeElement as HTMLElement | null)?.dataset['id'] === 'p-1', 'focus on the link');
    expect(location.search).to.equal('');
  });

  it('edits and deletes one’s own message, asking first', async () => {
    const seen: string[] = [];
    const mine = stories.post({ author: ada, viewer: { can: ['edit', 'delete', 'comment'] } });
    const record = async (request: Request) => {
      seen.push(`${request.method} ${request.headers.get('if-match')} ${await request.text()}`);
      return request.method === 'DELETE' ? undefined : { ...mine, body: 'Changed', version: 2 };
    };
    const endpoint = endpointOf({
      'GET /activities': page(stories.acts),
      'GET /posts/:id': () => (seen.length ? { ...mine, body: 'Changed', version: 2 } : mine),
      'GET /comments': page([]),
      'PATCH /posts/:id': record,
      'DELETE /posts/:id': record,
    });
    const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
    (await part(element, 'a[data-id=p-1]')).click();
    (await part(element, '#edit')).click();
    const area = (await part(element, '[id^=compose-edit-post]')) as HTMLTextAreaElement;
    area.value = 'Changed';
    area.dispatchEvent(new Event('input'));
    send(element);
    await until(() => textOf(one(element, '[part=body]')) === 'Changed', 'new text');
    (await part(element, '[part=delete]')).click();
    await until(() => element.shadowRoot?.activeElement?.id === 'keep-p-1', 'focus on what keeps it');
    (await part(element, '[part=confirm] .wrong')).click();
    await until(() => rows(element).length > 0, 'list');
    expect(one(element, 'a[data-id=p-1]'), 'what is told of it').to.equal(null);
    (await part(element, '[part=dismiss]')).click();
    await until(() => seen.length === 2, 'deletion');
    expect(seen).to.deep.equal(['PATCH "1" {"title":null,"body":"Changed","files":[]}', 'DELETE "2" ']);
  });

  it('takes a comment on a message', async () => {
    const sent: unknown[] = [];
    const own = comment({ id: 'c-9', body: 'So do we.', object: { type: 'post', id: 'p-1' }, viewer: { can: ['edit'] } });
    const endpoint = endpointOf({
      'GET /activities': page(stories.acts),
      'GET /posts/:id': stories.post(),
      'GET /comments': () => page(sent.length ? [own] : []),
      'POST /comments': async (request: Request) => {
        sent.push(await request.json());
        return own;
      },
    });
    const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
    (await part(element, 'a[data-id=p-1]')).click();
    (await part(element, '[part=comment-button]')).click();
    const area = (await part(element, '#compose-comment-p-1')) as HTMLTextAreaElement;
    area.value = 'So do we.';
    area.dispatchEvent(new Event('input'));
    send(element);
    await until(() => element.shadowRoot?.activeElement?.id === 'comment-c-9', 'focus on the comment');
    expect(sent).to.deep.equal([{ object: { type: 'post', id: 'p-1' }, body: 'So do we.' }]);
  });

  it('offers no writing to an endpoint without messages', async () => {
    const element = await feed(stories.WithoutPosts);
    await ready(element);
    await until(() => element.cop.info, 'info');
    await element.updateComplete;
    expect(one(element, '[part~=write]')).to.equal(null);
    expect(one(element, '[part=reactions]')).to.equal(null);
  });

  it('is signed out: reads, and asks to sign in when a message is sent', async () => {
    const element = await feed(
      withEndpoint(endpointOf({ 'GET /activities': page(stories.acts) }, visitor), html`<cop-activity-feed></cop-activity-feed>`),
    );
    await ready(element);
    await until(() => element.cop.session, 'session');
    const area = await write(element, 'Kept for later');
    setTimeout(() => send(element));
    await oneEvent(element, 'cop-sign-in-request');
    expect(area.value).to.equal('Kept for later');
  });
});

it('leaves no timer behind', async () => {
  const running = new Set<unknown>();
  const { setInterval: set, clearInterval: clear } = window;
  window.setInterval = ((...args: Parameters<typeof set>) => {
    const id = set(...args);
    running.add(id);
    return id;
  }) as typeof set;
  window.clearInterval = (id) => {
    running.delete(id);
    clear(id);
  };
  const element = document.createElement(TAG);
  document.body.append(element);
  expect(running.size).to.equal(1);
  element.remove();
  expect(running.size).to.equal(0);
  Object.assign(window, { setInterval: set, clearInterval: clear });
});
