import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { Resource } from '../../src/contract/index.js';
import type { CopResourceList } from '../../src/elements/resource-list/resource-list.js';
import { chooseIn, endpointOf, member, offline, page, person, problem, steward, withEndpoint, type Reply } from '../../stories/fixtures.js';
import { library, someResources } from '../../stories/resource-library.js';
import '../../stories/resource-list.stories.js';
import { all, one, part, show, textOf, until } from '../support/story.js';

const TAG = 'cop-resource-list';
const CAN: Resource['viewer']['can'] = ['edit', 'delete', 'use', 'review', 'look-after', 'hand-over', 'retire'];
const cared = (change: (item: Resource) => Partial<Resource> = () => ({})) =>
  someResources.map((item): Resource => ({ ...item, viewer: { ...item.viewer, can: CAN }, ...change(item) }));

interface Sent {
  method: string;
  path: string;
  match: string | null;
  key: string | null;
  body: unknown;
}
const sent: Sent[] = [];
const pathOf = ({ url }: Request) => new URL(url).pathname.replace(/^.*\/communities\/[^/]+/, '');
const idOf = (r: Request) => pathOf(r).split('/')[2] ?? '';
/** Keeps what was sent, and lets the library answer. */
function recorded(replies: Record<string, Reply>): Record<string, Reply> {
  const noted = (key: string, reply: Reply): Reply => {
    if (key.startsWith('GET')) return reply;
    return async (request: Request) => {
      const body: unknown = await request
        .clone()
        .json()
        .catch(() => null);
      const match = request.headers.get('if-match');
      sent.push({ method: request.method, path: pathOf(request), match, key: request.headers.get('idempotency-key'), body });
      return typeof reply === 'function' ? (reply as (r: Request) => unknown)(request) : reply;
    };
  };
  return Object.fromEntries(Object.entries(replies).map(([key, reply]) => [key, noted(key, reply)]));
}
const list = (resources: readonly Resource[], replies: Record<string, Reply> = {}, session = steward, limit = 6) =>
  show<CopResourceList>(
    withEndpoint(
      endpointOf(recorded({ ...library(resources, session), ...replies }), session),
      html`<cop-resource-list limit=${limit}></cop-resource-list>`,
    ),
    TAG,
  );
const choosing = async (rows: number[], replies: Record<string, Reply> = {}, resources = cared()) => {
  const element = await list(resources, replies);
  await chooseIn(element.parentElement!, TAG, ...rows);
  await until(() => ticked(element).filter(Boolean).length === rows.length, 'all chosen');
  return element;
};
const boxes = (element: Element) => all(element, '.choose input') as HTMLInputElement[];
const ticked = (element: Element) => boxes(element).map(({ checked }) => checked);
const press = async (element: Element, selector: string) => (await part(element, selector)).click();
const toast = (element: Element) => until(() => one(element, '[part=toast]'), 'toast');
const titles = (element: Element) => all(element, '.rows .title').map(textOf);
async function set(element: Element, selector: string, value: string): Promise<void> {
  const field = (await part(element, selector)) as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input'));
}
const go = async (element: Element) => {
  await until(() => one(element, '#bulk-go[aria-disabled=false]'), 'something to do');
  await press(element, '#bulk-go');
};
const paths = () => sent.map(({ method, path }) => `${method} ${path}`);

afterEach(() => {
  sent.length = 0;
  history.replaceState(null, '', location.pathname);
});

describe('choosing several resources', () => {
  it('is offered to stewards alone, and not where a collection is shown', async () => {
    const theirs = await list(cared(), {}, member);
    await until(() => theirs.found.value?.session, 'session');
    await press(theirs, '[part=menu]');
    await part(theirs, '[part=menu-item]');
    expect(one(theirs, '[part=menu-item][data-id=choose]')).to.equal(null);
    const element = await choosing([1]);
    expect(boxes(element)[0]?.getAttribute('aria-label')).to.equal(`Choose “${someResources[0]?.title}”`);
    expect(textOf(one(element, '#bulk-heading'))).to.equal('1 resource chosen');
    await press(element, '#bulk-done');
    await until(() => !boxes(element).length, 'the list as before');
    expect((element.shadowRoot!.activeElement as HTMLElement).getAttribute('part')).to.equal('menu');
  });

  it('goes on with arrows, and takes along with Shift', async () => {
    const element = await choosing([]);
    await press(element, '.choose input');
    boxes(element)[0]?.focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => element.shadowRoot!.activeElement === boxes(element)[1], 'the second');
    expect(ticked(element).filter(Boolean).length).to.equal(1);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ up: 'Shift' });
    await until(() => element.shadowRoot!.activeElement === boxes(element)[2], 'the third');
    await until(() => ticked(element).join() === 'true,true,true,false,false,false', 'three chosen');
    await sendKeys({ press: 'ArrowUp' });
    await until(() => element.shadowRoot!.activeElement === boxes(element)[1], 'the second again');
  });

  it('keeps those that were chosen when more are loaded and the list is narrowed', async () => {
    const element = await choosing([1, 3]);
    await press(element, '[part=more]');
    await until(() => boxes(element).length === 12, 'all rows');
    boxes(element)[11]?.click();
    await until(() => textOf(one(element, '#bulk-heading')) === '3 resources chosen', 'three chosen');
    element.kind = 'book';
    await until(() => boxes(element).length === 1, 'the only book');
    expect(textOf(one(element, '#bulk-heading'))).to.equal('3 resources chosen');
    element.kind = '';
    await until(() => ticked(element).filter(Boolean).length >= 2, 'chosen as before');
  });

  it('adds and takes away topics by the version of each, and gives back what there was', async () => {
    const element = await choosing([3, 5]);
    await press(element, '#bulk-sort');
    const field = (await part(element, '.bulk .topic-field input')) as HTMLInputElement;
    field.focus();
    field.value = 'Feedback';
    field.dispatchEvent(new Event('input'));
    await sendKeys({ press: 'Enter' });
    await set(element, '.bulk form p select', 'remove');
    await go(element);
    const said = textOf(await toast(element));
    expect(said).to.contain('1 resource is in its place.').and.to.contain('1 was so already.');
    await press(element, '[part=undo]');
    await until(() => sent.length === 2, 'both requests');
    const { version = 0, topics } = someResources[2] as Resource;
    expect(sent.map(({ path, match, body }) => [path, match, (body as { topics: string[] }).topics])).to.deep.equal([
      ['/resources/r-3', `"${version}"`, ['Team building']],
      ['/resources/r-3', `"${version + 1}"`, topics.map(({ label }) => label)],
    ]);
    expect(sent[0]?.body).to.not.have.property('description');
  });

  it('puts them into a collection one by one, on top of what others put in meanwhile, and takes them out again', async () => {
    let others = true;
    const shelf = library(cared(), steward);
    const put = shelf['PUT /collections/:id/items'] as (r: Request) => unknown;
    const element = await choosing([2, 3], {
      ...shelf,
      'PUT /collections/:id/items': async (request: Request) => {
        if (!others) return put(request);
        others = false;
        const body = { items: [...['r-9', 'r-1', 'r-7', 'r-12'].map((resourceId) => ({ resourceId, note: '' }))] };
        await put(new Request(request.url, { method: 'PUT', body: JSON.stringify(body), headers: { 'if-match': '"1"' } }));
        return problem(412, 'stale-version');
      },
    });
    await press(element, '#bulk-collect');
    await until(() => all(element, '.bulk option').some((option) => textOf(option) === 'For new leads'), 'collections');
    expect(all(element, '.bulk option').map(textOf)).to.not.include('Everything on feedback');
    await set(element, '.bulk form select', 'k-1');
    await go(element);
    expect(textOf(await toast(element))).to.contain('2 resources are in For new leads now.');
    await press(element, '[part=undo]');
    await until(() => sent.length === 5, 'all requests');
    const ids = sent.slice(1).map(({ body }) => (body as { items: { resourceId: string }[] }).items.map((item) => item.resourceId));
    expect(ids).to.deep.equal([
      ['r-9', 'r-1', 'r-7', 'r-12', 'r-2'],
      ['r-9', 'r-1', 'r-7', 'r-12', 'r-2', 'r-3'],
      ['r-9', 'r-1', 'r-7', 'r-12', 'r-2'],
      ['r-9', 'r-1', 'r-7', 'r-12'],
    ]);
    expect(sent.every(({ match }) => match)).to.equal(true);
  });

  it('makes a new collection for them once, and takes it away with them', async () => {
    let refuses = true;
    const shelf = library(cared(), steward);
    const make = shelf['POST /collections'] as (r: Request) => unknown;
    const element = await choosing([1, 2], {
      ...shelf,
      'POST /collections': (request: Request) => (refuses ? problem(500, 'server') : make(request)),
      'DELETE /collections/:id': undefined,
    });
    await press(element, '#bulk-collect');
    await set(element, '.bulk form select', 'new');
    await set(element, '#bulk-title', 'What a new lead reads');
    await go(element);
    await part(element, '.bulk [part=notice]');
    refuses = false;
    await go(element);
    expect(textOf(await toast(element))).to.contain('2 resources are in What a new lead reads now.');
    const made = sent.filter(({ path }) => path === '/collections');
    expect(made.map(({ key }) => key).every((key) => key && key === made[0]?.key)).to.equal(true);
    await press(element, '[part=undo]');
    await until(() => paths().includes('DELETE /collections/k-new'), 'gone with them');
  });

  it('says that they are still right, each with a key of its own', async () => {
    const element = await choosing([1, 2]);
    await press(element, '#bulk-review');
    await set(element, '#bulk-day', '2999-05-01');
    await go(element);
    expect(textOf(await toast(element))).to.contain('2 resources are still right.');
    expect(one(element, '[part=undo]')).to.equal(null);
    expect(sent.map(({ method, path, body }) => [method, path, body])).to.deep.equal([
      ['POST', '/resources/r-1/reviews', { on: '2999-05-01' }],
      ['POST', '/resources/r-2/reviews', { on: '2999-05-01' }],
    ]);
    expect(new Set(sent.map(({ key }) => key)).size).to.equal(2);
  });

  it('sets the day of the next look, never one that has been, and sets it back', async () => {
    const element = await choosing([1, 2]);
    await press(element, '#bulk-review');
    await set(element, '.bulk form select', 'day');
    await set(element, '#bulk-day', '2001-01-01');
    await until(() => one(element, '#bulk-go[aria-disabled=true]'), 'no way to a day that has been');
    await set(element, '#bulk-day', '2999-05-01');
    await go(element);
    expect(textOf(await toast(element))).to.contain('The day is set for 2 resources.');
    await press(element, '[part=undo]');
    await until(() => sent.length === 4, 'all requests');
    const day = (resource: Resource | undefined) => resource?.review.on;
    expect(sent.map(({ path, body }) => [path, (body as { reviewOn: string | null }).reviewOn])).to.deep.equal([
      ['/resources/r-1', '2999-05-01'],
      ['/resources/r-2', '2999-05-01'],
      ['/resources/r-2', day(someResources[1])],
      ['/resources/r-1', day(someResources[0])],
    ]);
    expect(sent.every(({ method, match }) => method === 'PATCH' && match)).to.equal(true);
  });

  it('names who looks after them, or nobody, and gives back who did', async () => {
    const keeper = { ...(someResources[6] as Resource).review, steward: { ...person(), url: null, demo: true } };
    const resources = cared((item) => (item.id === 'r-2' ? { review: keeper } : {}));
    const set_ = async (request: Request) => {
      const { memberId } = (await request.clone().json()) as { memberId: string | null };
      const item = resources.find(({ id }) => id === idOf(request)) as Resource;
      return { ...item, review: { ...item.review, steward: memberId ? { ...person(), id: memberId } : null } };
    };
    const element = await choosing(
      [1, 2],
      { 'PUT /resources/:id/steward': set_, 'GET /members': page([person({ id: 'm-7', name: 'Chiara Fofana' })]) },
      resources,
    );
    await press(element, '#bulk-steward');
    expect(one(element, '#bulk-go')?.getAttribute('aria-disabled')).to.equal('true');
    await set(element, '#bulk-person', 'chi');
    (await until(() => all(element, '.bulk .people button').find((chip) => textOf(chip) === 'Chiara Fofana'), 'who was found')).click();
    await until(() => (one(element, '#bulk-person') as HTMLInputElement).value === 'Chiara Fofana', 'named');
    await go(element);
    expect(textOf(await toast(element))).to.contain('Chiara Fofana looks after 2 resources now.');
    await press(element, '[part=undo]');
    await until(() => sent.length === 4, 'all requests');
    expect(sent.map(({ path, body }) => [path, body])).to.deep.equal([
      ['/resources/r-1/steward', { memberId: 'm-7' }],
      ['/resources/r-2/steward', { memberId: 'm-7' }],
      ['/resources/r-2/steward', { memberId: person().id }],
      ['/resources/r-1/steward', { memberId: null }],
    ]);
  });

  it('takes out what can be, with a reason, brings it back, and names what can’t', async () => {
    const resources = cared((item) => (item.id === 'r-2' ? { viewer: { ...item.viewer, can: ['use'] } } : {}));
    const element = await choosing([1, 2, 3], {}, resources);
    await press(element, '#bulk-state');
    await until(() => textOf(one(element, '#bulk-go')) === 'Take 2 resources out', 'how many can be');
    await set(element, '#bulk-note', 'There is a better one.');
    await go(element);
    expect(textOf(await toast(element))).to.contain('2 resources are out of the list.');
    const failed = textOf(await part(element, '[part=bulk-failed]'));
    expect(failed).to.contain(someResources[1]?.title).and.to.contain('can’t be done with it');
    await until(() => !titles(element).includes(someResources[0]?.title ?? ''), 'out of the list');
    await press(element, '[part=undo]');
    await until(() => sent.length === 4, 'all requests');
    expect(sent.map(({ path, match, body }) => [path, match, (body as { status: string }).status])).to.deep.equal([
      ['/resources/r-1/status', '"1"', 'obsolete'],
      ['/resources/r-3/status', '"1"', 'obsolete'],
      ['/resources/r-3/status', '"2"', 'published'],
      ['/resources/r-1/status', '"2"', 'published'],
    ]);
    await until(() => titles(element).includes(someResources[0]?.title ?? ''), 'back in the list');
  });

  it('publishes what waits, and sends back only with a reason', async () => {
    const waits = cared((item) => ({ status: 'proposed', viewer: { ...item.viewer, can: ['edit', 'publish', 'decline'] } }));
    const element = await list(waits);
    element.more = { status: 'proposed' };
    await chooseIn(element.parentElement!, TAG, 1, 2);
    await press(element, '#bulk-state');
    await until(() => textOf(one(element, '#bulk-go')) === 'Publish 2 resources', 'to be published');
    await set(element, '.bulk form select', 'decline');
    await until(() => one(element, '#bulk-go[aria-disabled=true]'), 'no way without a reason');
    await set(element, '#bulk-note', 'Say who it is for.');
    await go(element);
    expect(textOf(await toast(element))).to.contain('2 resources are drafts again.');
    expect(sent.map(({ body }) => body)).to.deep.equal([
      { status: 'draft', reason: 'Say who it is for.' },
      { status: 'draft', reason: 'Say who it is for.' },
    ]);
  });

  it('deletes them when nobody takes it back any more; what was changed meanwhile comes back, by name', async () => {
    const shelf = library(cared(), steward);
    const remove = shelf['DELETE /resources/:id'] as (r: Request) => unknown;
    let changes = false;
    const element = await choosing([1, 2], {
      ...shelf,
      'GET /resources/:id': (request: Request) => ({ ...cared()[0], id: idOf(request), version: 9 }),
      'DELETE /resources/:id': (request: Request) => (changes && idOf(request) === 'r-2' ? problem(412, 'stale-version') : remove(request)),
    });
    const [first = '', second = ''] = titles(element);
    await press(element, '#bulk-delete');
    await go(element);
    await until(() => !titles(element).includes(first), 'out of sight');
    expect((element.shadowRoot!.activeElement as HTMLElement).id).to.equal('bulk-heading');
    await press(element, '[part=undo]');
    await until(() => titles(element).includes(first) && titles(element).includes(second), 'as if nothing had been');
    expect(sent).to.deep.equal([]);

    changes = true;
    for (const i of [0, 1]) boxes(element)[i]?.click();
    await press(element, '#bulk-delete');
    await go(element);
    await until(() => !titles(element).includes(first), 'out of sight');
    await press(element, '[part=dismiss]');
    const failed = textOf(await part(element, '[part=bulk-failed]'));
    expect(failed).to.contain(second).and.to.contain('Somebody has changed it meanwhile.');
    await until(() => !titles(element).includes(first) && titles(element).includes(second), 'one is gone');
    expect(paths()).to.deep.equal(['DELETE /resources/r-1', 'DELETE /resources/r-2']);
    expect(sent.every(({ match }) => match === '"1"')).to.equal(true);
  });

  it('rests where the endpoint asks for it, goes on by itself, and tries again only what failed', async () => {
    let busy = true;
    let refuses = true;
    const shelf = library(cared(), steward);
    const review = shelf['POST /resources/:id/reviews'] as (r: Request) => unknown;
    const element = await choosing([1, 2, 3], {
      ...shelf,
      'POST /resources/:id/reviews': (request: Request) => {
        if (idOf(request) === 'r-2' && busy) {
          busy = false;
          return problem(429, 'too-many-requests');
        }
        return idOf(request) === 'r-3' && refuses ? problem(403, 'forbidden') : review(request);
      },
    });
    await press(element, '#bulk-review');
    await go(element);
    await until(() => textOf(one(element, '.bulk [role=status]')).includes('asks for a pause'), 'a pause');
    expect(textOf(await part(element, '[part=bulk-failed]'))).to.contain(someResources[2]?.title);
    expect(paths().filter((path) => path.includes('r-2')).length).to.equal(2);
    refuses = false;
    sent.length = 0;
    await press(element, '#bulk-again');
    await until(() => !one(element, '[part=bulk-failed]') && !ticked(element).some(Boolean), 'nothing left');
    expect(paths()).to.deep.equal(['POST /resources/r-3/reviews']);
  });

  it('stops where the connection is gone: one waits to be sent, the rest is as it was, and nothing is said to be done', async () => {
    let gone = false;
    const shelf = library(cared(), steward);
    const review = shelf['POST /resources/:id/reviews'] as (r: Request) => unknown;
    const element = await choosing([1, 2, 3], {
      ...shelf,
      'POST /resources/:id/reviews': (request: Request) => {
        gone ||= idOf(request) === 'r-2';
        return gone ? offline : review(request);
      },
    });
    await press(element, '#bulk-review');
    await go(element);
    await until(() => textOf(one(element, '.bulk [part=notice]')).includes('1 is as it was'), 'what is left');
    expect(textOf(await toast(element))).to.contain('1 resource is still right.');
    await until(() => all(element, '[part=notice]').some((notice) => textOf(notice).includes('Waiting for a connection')), 'what waits');
    await until(() => ticked(element).join() === 'false,false,true,false,false,false', 'the third chosen');
    expect(paths().filter((path) => path.includes('r-3'))).to.deep.equal([]);
  });

  it('names what could not be taken back', async () => {
    const shelf = library(cared(), steward);
    const status = shelf['PUT /resources/:id/status'] as (r: Request) => unknown;
    const element = await choosing([1, 2], {
      ...shelf,
      'PUT /resources/:id/status': async (request: Request) => {
        const { status: to } = (await request.clone().json()) as { status: string };
        return to === 'published' && idOf(request) === 'r-1' ? problem(412, 'stale-version') : status(request);
      },
    });
    await press(element, '#bulk-state');
    await go(element);
    await toast(element);
    await press(element, '[part=undo]');
    const failed = textOf(await part(element, '[part=bulk-failed]'));
    expect(failed).to.contain('1 could not be taken back:').and.to.contain('Somebody has changed it meanwhile.');
    expect(one(element, '#bulk-again')).to.equal(null);
    await until(() => textOf(one(element, '#bulk-heading')) === 'None chosen', 'none chosen');
  });

  it('hands those that are chosen over as a file', async () => {
    const element = await choosing([2, 4]);
    const create = URL.createObjectURL;
    const click = HTMLAnchorElement.prototype.click;
    let blob: Blob | undefined;
    let name = '';
    URL.createObjectURL = (object) => ((blob = object as Blob), 'blob:test');
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      name = this.download;
    };
    try {
      await press(element, '#bulk-csv');
    } finally {
      URL.createObjectURL = create;
      HTMLAnchorElement.prototype.click = click;
    }
    const text = (await blob?.text()) ?? '';
    expect(text.trim().split('\r\n').length).to.equal(3);
    expect(text).to.contain(someResources[1]?.title).and.to.contain(someResources[3]?.title);
    expect(name).to.match(/-resources-\d{4}-\d\d-\d\d\.csv$/);
  });

  it('leaves none chosen in another community', async () => {
    const element = await choosing([1, 2]);
    const other = await list(cared());
    const to = other.closest('cop-community') as HTMLElement;
    to.append(element);
    await until(() => !one(element, '.bulk'), 'no bar');
    await chooseIn(to, TAG, 1);
    expect(sent).to.deep.equal([]);
  });
});
