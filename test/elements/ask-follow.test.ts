import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { Revision } from '../../src/contract/index.js';
import type { CopAskTheCommunity } from '../../src/elements/ask-the-community/ask-the-community.js';
import * as stories from '../../stories/ask-the-community.stories.js';
import { ada, answer, endpointOf, page, problem, question, revisions, visitor, withEndpoint, type Reply } from '../../stories/fixtures.js';
import { all, later, one, part, show, textOf, until } from '../support/story.js';

const TAG = 'cop-ask-the-community';
const opened = async (
  replies: Record<string, Reply> = {},
  of: Parameters<typeof stories.repliesOf>[1] = {},
  session = undefined as never,
) => {
  const element = await show<CopAskTheCommunity>(
    withEndpoint(endpointOf(stories.repliesOf(replies, of), session), html`<cop-ask-the-community></cop-ask-the-community>`),
    TAG,
  );
  await part(element, '.rows .title');
  await until(() => element.cop.session, 'session');
  element.url.open('q-1');
  await part(element, '.thread [part=question] .prose strong, .thread [part=answers]');
  return element;
};
const follow = (element: Element) => part(element, '[part=follow]');
const said = (element: Element) => textOf(one(element, '[aria-live]'));

afterEach(() => history.replaceState(null, '', location.pathname));

describe('following', () => {
  it('counts at once, and again as the endpoint says', async () => {
    const answered = later<unknown>();
    const sent: string[] = [];
    const list = { follows: [{ object: { type: 'question', id: 'q-1', title: '' }, createdAt: new Date().toISOString() }] };
    let now: unknown = { follows: [] };
    const element = await opened({
      'GET /follows': () => now,
      'PUT /follows/:type/:id': (r: Request) => (sent.push(new URL(r.url).pathname.split('/follows/')[1]!), answered.promise),
    });
    const button = await follow(element);
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    button.click();
    await until(() => one(element, '[part=follow]')?.getAttribute('aria-pressed') === 'true', 'pressed before the answer');
    now = list;
    answered.resolve(list);
    await until(() => said(element).startsWith('Followed'), 'announcement');
    expect(sent).to.deep.equal(['question/q-1']);
    expect(one(element, '[part=follow]')?.getAttribute('aria-pressed')).to.equal('true');
  });

  it('counts at once also before it is known what is followed', async () => {
    const known = later<unknown>();
    const element = await opened({ 'GET /follows': () => known.promise, 'PUT /follows/:type/:id': () => later().promise });
    (await follow(element)).click();
    known.resolve({ follows: [] });
    await until(() => one(element, '[part=follow]')?.getAttribute('aria-pressed') === 'true', 'pressed before the answer');
  });

  it('is taken back visibly where the endpoint refuses it', async () => {
    const element = await opened({ 'PUT /follows/:type/:id': problem(500, 'internal') });
    (await follow(element)).click();
    await until(() => said(element).startsWith('It could not be changed'), 'announcement');
    expect(one(element, '[part=follow]')?.getAttribute('aria-pressed')).to.equal('false');
    expect(one(element, '[role=alert]')).to.exist;
  });

  it('asks a visitor to sign in', async () => {
    const element = await opened({}, {}, visitor as never);
    (await follow(element)).click();
    await until(() => textOf(one(element, '.thread [role=alert]')).startsWith('Please sign in'), 'notice beside the button');
  });

  it('is offered for the topic that the list is about, and narrows the list', async () => {
    const asked: URLSearchParams[] = [];
    const element = await opened({
      'GET /questions': (r: Request) => (asked.push(new URL(r.url).searchParams), page(stories.rows)),
    });
    one(element, '[part=topic]')!.click();
    const button = await until(() => all(element, '[part=follow]').find((b) => textOf(b) === 'Follow Retrospectives'), 'follow the topic');
    expect(button.id).to.equal('follow-retrospectives');
    [...all(element, '.tools button')].find((b) => textOf(b) === 'Followed')!.click();
    await until(() => asked.at(-1)?.get('followed') === 'true', 'request');
  });
});

describe('versions', () => {
  const own = answer({ author: ada, editedAt: '2026-11-20T10:00:00Z', version: 2, viewer: { vote: 0, use: null, can: ['edit'] } });
  const press = async (element: Element) => (await part(element, '[part=answer] [part=edited]')).click();

  it('show word by word what changed, and close again with the focus where it was', async () => {
    const element = await opened({ 'GET /revisions': page(stories.versions) }, { answers: [own] });
    await press(element);
    await part(element, '[part=version] ins');
    expect(all(element, '[part=version] del').map(textOf)).to.include('removed: hour');
    await until(() => element.shadowRoot!.activeElement?.id === 'history-a-1', 'focus on the heading');
    [...all(element, '[part=history] button')].find((b) => textOf(b) === 'Close')!.click();
    await until(() => element.shadowRoot!.activeElement?.id === 'history-on-a-1', 'focus on what opened it');
    expect(one(element, '[part=history]')).to.equal(null);
  });

  it('bring an older text back as a new version, by the version that is shown', async () => {
    const sent: [string | null, unknown][] = [];
    const element = await opened(
      {
        'GET /revisions': page(stories.versions),
        'PATCH /answers/:id': async (r: Request) => (sent.push([r.headers.get('if-match'), await r.json()]), own),
      },
      { answers: [own] },
    );
    await press(element);
    (await part(element, '[part=restore]')).click();
    await until(() => said(element).startsWith('This version is back'), 'announcement');
    expect(sent).to.deep.equal([['"2"', { body: stories.versions[1]!.content.body }]]);
  });

  it('offer nothing to bring back to those who may not', async () => {
    const element = await opened({}, { answers: [answer({ editedAt: '2026-11-20T10:00:00Z', version: 2 })] });
    await press(element);
    await part(element, '[part=version] ins');
    expect(one(element, '[part=restore]')).to.equal(null);
  });

  it('of another text never show under this one', async () => {
    const slow = later<unknown>();
    const of = (body: string): Revision[] => revisions({ body }, { body: 'before' });
    const element = await opened(
      {
        'GET /revisions': (r: Request) => (new URL(r.url).searchParams.has('question') ? slow.promise : page(of('the answer'))),
      },
      { question: question({ editedAt: '2026-11-20T10:00:00Z' }), answers: [own] },
    );
    (await part(element, '[part=question] [part=edited]')).click();
    await part(element, '[part=history]');
    await press(element);
    await part(element, '[part=answer] [part=version] ins');
    slow.resolve(page(of('the question')));
    await new Promise((next) => setTimeout(next, 50));
    expect(textOf(one(element, '[part=history]')))
      .to.contain('the answer')
      .and.not.contain('the question');
    expect(all(element, '[part=history]').length).to.equal(1);
  });
});
