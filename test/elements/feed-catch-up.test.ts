import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { CatchUpSeen } from '../../src/contract/index.js';
import type { CopActivityFeed } from '../../src/elements/activity-feed/activity-feed.js';
import { ActivityEvent } from '../../src/community/events.js';
import * as stories from '../../stories/activity-feed.stories.js';
import { activity, ada, endpointOf, info, member, page, problem, visitor, withEndpoint, type Reply } from '../../stories/fixtures.js';
import { all, one, part, show, textOf, until } from '../support/story.js';

const feed = (story: Parameters<typeof show>[0]) => show<CopActivityFeed>(story, 'cop-activity-feed');
const rows = (element: Element) => all(element, '.round [part=activity]');
const focused = (element: Element) => element.shadowRoot!.activeElement as HTMLElement;
const press = (element: Element, key: string) =>
  focused(element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
const act = (id: string, forYou: 'mention' | 'yours' | null = null) =>
  activity({ id, forYou, target: { type: 'question', id: `q-${id}`, title: `Question ${id}`, url: null } });

/** A feed whose round is open; `sent` collects what was marked. */
async function catching(items = [act('a', 'mention'), act('b', 'yours'), act('c'), act('d')], more: Record<string, Reply> = {}) {
  const sent: CatchUpSeen[] = [];
  const round = stories.catchUp(items);
  const put = round['PUT /session/catch-up'] as (request: Request) => Promise<unknown>;
  const endpoint = endpointOf({
    'GET /activities': page(stories.acts),
    ...round,
    'PUT /session/catch-up': async (request: Request) => {
      sent.push((await request.clone().json()) as CatchUpSeen);
      return put(request);
    },
    ...more,
  });
  const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
  (await part(element, '[part~=catch-up]')).click();
  await part(element, '.round .heading');
  return { element, sent };
}

describe('<cop-activity-feed>, how much there is to catch up with', () => {
  const button = (element: Element) => textOf(one(element, 'button[part~=catch-up]'));
  const counted = (catchUp: number) => ({ ...member, waiting: { forMe: 0, reminders: 0, forStewards: 0, catchUp } });

  it('is said in the button, up to fifty, and nothing where there is nothing', async () => {
    for (const [count, text] of [
      [12, 'Catch up (12)'],
      [50, 'Catch up (50)'],
      [51, 'Catch up (50+)'],
      [0, 'Catch up'],
    ] as const) {
      const endpoint = endpointOf({ 'GET /activities': page(stories.acts) }, counted(count));
      const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
      await until(() => element.news && button(element) === text, text);
    }
    expect(button(await feed(stories.SignedOut))).to.equal('');
  });

  it('grows with what others do, and is counted anew after catching up', async () => {
    let session = counted(2);
    const endpoint = endpointOf({
      'GET /activities': page(stories.acts),
      ...stories.catchUp([act('a'), act('b')]),
      'GET /session': () => session,
    });
    const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
    await until(() => button(element) === 'Catch up (2)', 'count');
    const happens = (change: object) =>
      element.cop.dispatchEvent(
        new ActivityEvent(activity({ id: `new-${Math.random()}`, published: new Date().toISOString(), ...change })),
      );
    happens({});
    happens({ actor: ada });
    await until(() => button(element) === 'Catch up (3)', 'one more');
    one(element, 'button[part~=catch-up]')?.click();
    session = counted(0);
    (await part(element, '[part=all-seen]')).click();
    (await part(element, '.back')).click();
    await until(() => button(element) === 'Catch up', 'nothing left');
  });
});

describe('<cop-activity-feed>, catching up', () => {
  it('says how much there is, what concerns the reader first, and gets the focus', async () => {
    const { element } = await catching();
    const title = one(element, '.round .heading')!;
    expect(textOf(title)).to.match(/^4 things since /);
    await until(() => focused(element) === title, 'focus on the title');
    expect(all(element, '.round .part').map(textOf)).to.deep.equal(['You are named', 'About what you wrote', 'What else happened']);
  });

  it('is gone through by keyboard, and ends', async () => {
    const { element, sent } = await catching();
    await until(() => focused(element)?.className === 'heading', 'focus');
    press(element, 'j');
    expect(focused(element)).to.equal(rows(element)[0]);
    press(element, 'ArrowDown');
    expect(focused(element)).to.equal(rows(element)[1]);
    press(element, 'k');
    press(element, 'x');
    await until(() => rows(element).length === 3, 'one less');
    await until(() => focused(element) === rows(element)[0], 'focus on the next');
    for (let left = 3; left > 0; left -= 1) {
      press(element, 'x');
      await until(() => rows(element).length === left - 1, `${left - 1} left`);
      await element.updateComplete;
    }
    expect(textOf(one(element, '.finished .heading'))).to.equal('You have seen everything.');
    await until(() => focused(element) === one(element, '.finished .heading'), 'focus on the end');
    await until(() => sent.flatMap(({ seen }) => seen).length === 4, 'four marks');
    expect(sent.flatMap(({ seen }) => seen)).to.deep.equal(['a', 'b', 'c', 'd']);
    await until(() => textOf(one(element, '[aria-live]')) === 'You have seen everything.', 'it is said');
  });

  it('keeps one tab stop, and the keys to itself', async () => {
    const { element } = await catching();
    await until(() => rows(element).length === 4, 'rows');
    expect(rows(element).filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    let outside = 0;
    const count = () => (outside += 1);
    document.addEventListener('keydown', count);
    rows(element)[0]!.focus();
    press(element, 'j');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
    document.removeEventListener('keydown', count);
    expect(outside, 'only the one outside').to.equal(1);
    expect(focused(element)).to.equal(rows(element)[1]);
  });

  it('does not grow while it is read', async () => {
    const { element } = await catching();
    await until(() => rows(element).length === 4, 'rows');
    element.cop.dispatchEvent(new ActivityEvent(act('new')));
    await new Promise((next) => setTimeout(next, 50));
    expect(rows(element)).to.have.length(4);
  });

  it('is all seen by one press, with the focus on the end', async () => {
    const { element, sent } = await catching();
    one(element, '[part=all-seen]')!.click();
    await part(element, '.finished');
    await until(() => sent.length === 1, 'the mark');
    expect([sent[0]?.all, sent[0]?.seen]).to.deep.equal([true, []]);
    one(element, '[part=back]')!.click();
    await part(element, '.rows > [part=activity]');
    await until(() => focused(element)?.getAttribute('part')?.includes('catch-up'), 'focus on the button');
  });

  it('shows again what could not be kept, and says so', async () => {
    const { element } = await catching([act('a'), act('b')], { 'PUT /session/catch-up': problem(500, 'internal') });
    await until(() => rows(element).length === 2, 'rows');
    one(element, '[part=seen]')!.click();
    await until(() => textOf(one(element, '.round .notice')).startsWith('It could not be kept'), 'the notice');
    await until(() => rows(element).length === 2, 'both again');
  });

  it('goes on where another device has come to', async () => {
    const items = [act('a'), act('b'), act('c')];
    const { element } = await catching(items, {
      'PUT /session/catch-up': () => ({ since: items[0]!.published, until: items[0]!.published, total: 1, later: 0, items: [act('c')] }),
    });
    await until(() => rows(element).length === 3, 'rows');
    one(element, '[part=seen]')!.click();
    await until(() => rows(element).length === 1, 'what is left on both');
  });

  it('is where a message that was opened leads back to', async () => {
    const post = { type: 'post' as const, id: 'p-1', title: 'News', url: null };
    const items = [act('a'), activity({ id: 'b', type: 'posted', object: post, target: null })];
    const { element } = await catching(items, { 'GET /posts/:id': stories.post({ id: 'p-1' }), 'GET /comments': page([]) });
    one(element, '.round a[data-id=p-1]')!.click();
    (await part(element, '[part~=back][href]')).click();
    await until(() => rows(element).length === 2, 'the round');
    await until(() => focused(element)?.dataset['id'] === 'p-1', 'focus on what was opened');
    history.replaceState(null, '', location.pathname);
  });

  it('begins anew when it is opened again', async () => {
    const { published } = act('a');
    let items: ReturnType<typeof act>[] = [];
    const { element } = await catching([], {
      'GET /session/catch-up': () => ({ since: published, until: published, total: items.length, later: 0, items }),
    });
    one(element, '[part=back]')!.click();
    items = [act('a'), act('b')];
    (await part(element, 'button[part~=catch-up]')).click();
    await until(() => rows(element).length === 2, 'what the endpoint knows now');
  });

  it('counts at the end what has happened meanwhile', async () => {
    let later = 0;
    const { element } = await catching([], {
      'GET /session/catch-up': () => ({ since: act('a').published, until: act('a').published, total: later, later: 0, items: [] }),
    });
    const said = () => textOf(one(element, '.finished .hint'));
    expect(said()).to.match(/What happens now waits for the next time\.$/);
    later = 2;
    element.cop.dispatchEvent(new ActivityEvent(act('new')));
    await until(() => said().endsWith('2 things have happened meanwhile.'), 'the count');
    expect(rows(element)).to.have.length(0);
  });

  it('is offered to members alone, where the endpoint can do it', async () => {
    const element = await feed(stories.SignedOut);
    await part(element, '[part=activity]');
    await until(() => element.cop.info && element.cop.session, 'session');
    expect(one(element, '[part~=catch-up]')).to.equal(null);
    const without = { ...info, capabilities: info.capabilities.filter((one) => one !== 'catch-up') };
    const other = await feed(
      withEndpoint(endpointOf({ 'GET ': without, 'GET /activities': page(stories.acts) }), html`<cop-activity-feed></cop-activity-feed>`),
    );
    await part(other, '[part=activity]');
    await until(() => other.cop.info, 'info');
    expect(one(other, '[part~=catch-up]')).to.equal(null);
  });
});

describe('<cop-activity-feed>, narrowed', () => {
  const asked = async (content: ReturnType<typeof html>, session?: typeof visitor) => {
    const queries: URLSearchParams[] = [];
    const endpoint = endpointOf(
      {
        'GET /activities': (request: Request) => {
          queries.push(new URL(request.url).searchParams);
          return page(stories.acts);
        },
      },
      session,
    );
    const element = await feed(withEndpoint(endpoint, content));
    await part(element, '[part=activity]');
    return { element, queries };
  };

  it('by attributes', async () => {
    const { queries } = await asked(
      html`<cop-activity-feed topic="retrospectives agile" actor="m-bo" since="2026-03-14" types="asked"></cop-activity-feed>`,
    );
    expect(queries[0]!.toString()).to.equal(
      new URLSearchParams([
        ['type', 'asked'],
        ['topic', 'retrospectives'],
        ['topic', 'agile'],
        ['actor', 'm-bo'],
        ['since', '2026-03-14T00:00:00.000Z'],
        ['limit', '20'],
      ]).toString(),
    );
  });

  it('to what a member follows, and to what names them; visitors have neither', async () => {
    const { element, queries } = await asked(html`<cop-activity-feed></cop-activity-feed>`);
    const chips = all(element, '[part=filters] button');
    expect(chips.map(textOf).slice(-2)).to.deep.equal(['Following', 'Mentions me']);
    chips.at(-2)!.click();
    await until(() => queries.length === 2, 'the second request');
    expect(queries[1]!.get('following')).to.equal('true');
    chips.at(-1)!.click();
    await until(() => queries.length === 3, 'the third request');
    expect(queries[2]!.get('mentions')).to.equal('true');
    const { element: signedOut } = await asked(html`<cop-activity-feed></cop-activity-feed>`, visitor);
    await until(() => signedOut.cop.session, 'session');
    await signedOut.updateComplete;
    expect(all(signedOut, '[part=filters] button').map(textOf)).not.to.include('Following');
  });
});
