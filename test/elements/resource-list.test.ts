import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { ActivityEvent } from '../../src/community/events.js';
import type { NewResource } from '../../src/contract/index.js';
import type { CopResourceList } from '../../src/elements/resource-list/resource-list.js';
import type { SuggestRequestEvent } from '../../src/elements/resource-list/resource-list.events.js';
import { activity, endpointOf, never, page, problem, resource, visitor, withEndpoint, type Reply } from '../../stories/fixtures.js';
import { library, someResources } from '../../stories/resource-library.js';
import * as stories from '../../stories/resource-list.stories.js';
import { all, later, one, part, show, textOf, until } from '../support/story.js';

const TAG = 'cop-resource-list';
const open = (story: Parameters<typeof show>[0]) => show<CopResourceList>(story, TAG);
const titles = (element: Element) => all(element, '.rows a[part=title]').map(textOf);
const row = (element: Element, id: string) => part(element, `a[data-id="${id}"]`);
const said = (element: Element) => textOf(one(element, '[aria-live]'));
const button = (element: Element, text: string) =>
  until(() => all(element, 'button').find((b) => textOf(b).startsWith(text)), `button “${text}”`);
const count = (element: Element) => textOf(one(element, '[part=count]')).replace(/ resources?$/, '');
const focused = (element: Element, selector: string) =>
  until(() => element.shadowRoot?.activeElement?.matches(selector), `focus on ${selector}`);
const query = (request: Request) => new URL(request.url).searchParams;

/** A library that tells what it was asked. */
function watched(
  replies: Record<string, Reply> = {},
  content = html`<cop-resource-list></cop-resource-list>`,
  session = undefined as never,
) {
  const asked: Request[] = [];
  const answer = endpointOf({ ...library(), ...replies }, session);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push(new Request(input, init as RequestInit));
    return answer(input, init);
  };
  const lists = () => asked.filter(({ method, url }) => method === 'GET' && /\/resources(\?|$)/.test(url)).map(query);
  const sent = (method: string, path: RegExp) => asked.filter((r) => r.method === method && path.test(new URL(r.url).pathname));
  return { story: withEndpoint(fetch, content) as TemplateResult, lists, sent };
}

async function type(element: Element, selector: string, text: string) {
  const field = (await part(element, selector)) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return field;
}

/** A form with all that is asked for. */
async function filled(story: Parameters<typeof show>[0], title = 'A new thing to try') {
  const element = await open(story);
  await row(element, 'r-1');
  (await part(element, '[part~=suggest]')).click();
  await type(element, '#resource-url', 'example.net/thing');
  await type(element, '#resource-title', title);
  const kind = (await part(element, '#resource-kind')) as HTMLSelectElement;
  kind.value = 'tool';
  kind.dispatchEvent(new Event('change'));
  await element.updateComplete;
  return element;
}
const send = async (element: Element) => (await part(element, '[part=send]:not([disabled])')).click();
const choose = async (element: Element, file: File) => {
  (await part(element, '.ways label:last-child input')).click();
  const input = (await part(element, '#resource-file')) as HTMLInputElement;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
};

afterEach(() => history.replaceState(null, '', location.pathname));

describe('<cop-resource-list>: the list', () => {
  it('shows what was collected and what came of using it', async () => {
    const element = await open(stories.Default);
    await row(element, 'r-1');
    expect(count(element)).to.equal('12');
    const [first, , third] = all(element, '.rows > li');
    expect(textOf(first?.querySelector('[part=uses]'))).to.equal('Worked for 14 of 16 not in groups over 20');
    expect(textOf(first?.querySelector('[part=meta]'))).to.contain('Article J. Example Team building');
    expect(textOf(third?.querySelector('[part=uses]'))).to.equal('No experience yet');
  });

  it('tells the language of what is not in the reader’s own', async () => {
    const element = await open(stories.Default);
    const link = await row(element, 'r-5');
    expect(textOf(link.closest('li')?.querySelector('[part=meta]'))).to.contain('German');
    expect(textOf((await row(element, 'r-1')).closest('li')?.querySelector('[part=meta]'))).not.to.contain('English');
  });

  it('opens the thing itself by a plain link, and the file as a download', async () => {
    const element = await open(stories.Default);
    const link = (await row(element, 'r-1')).closest('li')?.querySelector<HTMLAnchorElement>('[part=open]');
    expect(link?.href).to.equal('https://example.org/personal-maps');
    expect(link?.target).to.equal('');
    expect(link?.getAttribute('aria-label')).to.contain('opens on another site');
    const file = (await row(element, 'r-4')).closest('li')?.querySelector<HTMLAnchorElement>('[part=open]');
    expect(file?.download).to.equal('working-agreement.pdf');
    expect(file?.href).to.equal('https://community.example/api/communities/team-coaching/files/f-1');
  });

  it('narrows by kind, and keeps the counts of the other kinds', async () => {
    const element = await open(stories.Default);
    (await button(element, 'Article')).click();
    await until(() => count(element) === '5');
    expect(titles(element)).to.include('Incentivize teams, not people').and.not.include('Working agreement for a new team');
    expect(textOf(await button(element, 'Book'))).to.equal('Book 1');
    expect((await button(element, 'Article')).getAttribute('aria-pressed')).to.equal('true');
    (await button(element, 'Clear filters')).click();
    await until(() => count(element) === '12');
  });

  it('keeps an editor’s filters to itself where the chips are left out', async () => {
    const content = html`<cop-resource-list kind="article" hide="chosen collections"></cop-resource-list>`;
    const element = await open(watched({}, content).story);
    await until(() => titles(element).length > 0);
    expect(one(element, '[part=chosen]')).to.equal(null);
    expect(one(element, '.shelf')).to.equal(null);
  });

  it('combines filters of the panel, shows them as chips, and takes each away alone', async () => {
    const element = await open(stories.Facets);
    const topic = await until(() => all(element, '.panel label').find((label) => textOf(label).startsWith('Remote teams')));
    topic.querySelector('input')?.click();
    await until(() => count(element) === '4');
    const kinds = await until(() => all(element, '.panel fieldset').find((f) => textOf(f).startsWith('Kind')));
    expect(textOf(kinds)).to.equal('Kind Article 2 Recording 1 Tool 1');
    (await button(element, 'Article')).click();
    await until(() => count(element) === '2');
    const chip = await part(element, '[part=chosen] .removable');
    expect(chip.getAttribute('aria-label')).to.equal('Remote teams, remove this filter');
    chip.click();
    await until(() => count(element) === '5');
  });

  it('closes the panel by Escape and gives the focus back', async () => {
    const element = await open(stories.Facets);
    (await part(element, '.panel input')).focus();
    await sendKeys({ press: 'Escape' });
    await until(() => !one(element, '.panel'));
    await focused(element, '[aria-controls=facets]');
  });

  it('waits for the typing to pause before it searches', async () => {
    const { story, lists } = watched();
    const element = await open(story);
    await row(element, 'r-1');
    for (const text of ['t', 'ti', 'timer']) await type(element, '.search', text);
    await until(() => titles(element).length === 1);
    expect(lists().map((params) => params.get('q'))).to.deep.equal([null, 'timer']);
  });

  it('never shows an old answer after a newer one', async () => {
    const slow = later<unknown>();
    const { story } = watched({
      'GET /resources': (request: Request) => {
        const q = query(request).get('q');
        if (q === 'slow') return slow.promise;
        return page([resource({ id: q ?? 'all', title: q ?? 'everything' })]);
      },
    });
    const element = await open(story);
    await row(element, 'all');
    element.q = 'slow';
    await element.updateComplete;
    await new Promise((next) => setTimeout(next, 30));
    element.q = 'quick';
    await until(() => titles(element)[0] === 'quick');
    slow.resolve(page([resource({ id: 'slow', title: 'slow' })]));
    await new Promise((next) => setTimeout(next, 50));
    expect(titles(element)).to.deep.equal(['quick']);
  });

  it('shows more, says how many, and goes on reading at the first new one', async () => {
    const element = await open(stories.Paged);
    await row(element, 'r-1');
    expect(titles(element).length).to.equal(4);
    (await part(element, '[part=more]')).click();
    await until(() => titles(element).length === 8);
    await until(() => said(element) === '4 resources');
    await focused(element, 'a[data-id="r-5"]');
  });

  it('switches between list and grid', async () => {
    const element = await open(stories.Default);
    await row(element, 'r-1');
    (await part(element, '[part=layout] button:last-child')).click();
    await part(element, '.rows.grid [part=excerpt]');
    expect(element.getAttribute('layout')).to.equal('grid');
  });

  it('says that nothing matches and begins a suggestion with the words', async () => {
    const element = await open(stories.SuggestFromNothing);
    const title = (await part(element, '#resource-title')) as HTMLInputElement;
    await until(() => title.value === 'Kanban for choirs');
  });

  it('keeps the rows in place when others add, until asked', async () => {
    const element = await open(stories.Default);
    await row(element, 'r-1');
    element.cop.dispatchEvent(new ActivityEvent(activity({ type: 'added' })));
    expect(textOf(await part(element, '[part=new]'))).to.equal('1 new resource');
    (await part(element, '[part=new]')).click();
    await until(() => !one(element, '[part=new]'));
  });

  it('works on after being moved, and after being away', async () => {
    const element = await open(stories.Default);
    await row(element, 'r-1');
    const other = document.createElement('div');
    element.parentElement?.append(other);
    other.append(element);
    await row(element, 'r-1');
    (await button(element, 'Article')).click();
    await until(() => count(element) === '5');
    element.remove();
    await new Promise((next) => setTimeout(next, 20));
    other.append(element);
    await until(() => count(element) === '5');
  });

  it('offers no suggestion to who may only read', async () => {
    const element = await open(stories.ReadOnly);
    await row(element, 'r-1');
    expect(one(element, '[part~=suggest]')).to.equal(null);
  });
});

describe('<cop-resource-list>: one resource', () => {
  it('opens in place with an address, and closes to the row', async () => {
    const element = await open(stories.Default);
    const link = (await row(element, 'r-2')) as HTMLAnchorElement;
    expect(new URL(link.href).searchParams.get('cop-resource')).to.match(/\/r-2$/);
    link.click();
    await focused(element, '.item-title');
    expect(new URL(location.href).searchParams.get('cop-resource')).to.match(/\/r-2$/);
    (await part(element, '[part=back]')).click();
    await focused(element, 'a[data-id="r-2"]');
    expect(location.search).to.equal('');
  });

  it('closes to the search where its row is not in the list', async () => {
    const element = await open(stories.Default);
    await row(element, 'r-1');
    element.url.open('r-gone');
    (await part(element, '[part=back]')).click();
    await focused(element, '.search');
  });

  it('goes back and forward with the browser', async () => {
    const element = await open(stories.Default);
    (await row(element, 'r-2')).click();
    await part(element, '[part=item-title]');
    history.back();
    await row(element, 'r-1');
    history.forward();
    await part(element, '[part=item-title]');
  });

  it('shows where it came from, who suggested it, and who used it', async () => {
    const element = await open(stories.Detail);
    await part(element, '[part=tried] li');
    const text = textOf(one(element, '[part=item]'));
    for (const words of [
      'Open on example.org',
      'another site',
      'Bo Muster demo member, 4 weeks ago',
      'From Example list, CC0 1.0',
      'not in groups over 20',
    ]) {
      expect(text).to.contain(words);
    }
    expect((one(element, '[part=go]') as HTMLAnchorElement).href).to.equal('https://example.org/personal-maps');
  });

  it('says type and size of a file', async () => {
    const element = await open(stories.DetailOfAFile);
    expect(textOf(await part(element, '.go'))).to.equal('Download working-agreement.pdf PDF, 183 kB');
  });

  it('tells at once that one has used it', async () => {
    const element = await open(stories.Detail);
    (await part(element, '[part=use]')).click();
    (await part(element, '.use-form input[value=worked]')).click();
    (await part(element, '.use-form .primary')).click();
    await until(() => textOf(one(element, '[part=use-summary]')).startsWith('Used by 17, worked for 15'));
  });

  it('takes a comment', async () => {
    const element = await open(stories.Detail);
    await until(() => textOf(one(element, '[part=comments]')).includes('forty minutes'));
    (await part(element, '[part=comment-button]')).click();
    await type(element, '#compose-comment-r-1', 'Try it with pens.');
    (await part(element, '.text-box .primary')).click();
    await until(() => textOf(one(element, '[part=comments]')).includes('Try it with pens.'));
  });

  it('says plainly that it is gone', async () => {
    const element = await open(stories.DetailGone);
    expect(textOf(await until(() => one(element, '[part=error]')))).to.contain('no longer here');
  });

  it('lets its author edit, and only them', async () => {
    const others = await open(stories.Detail);
    await part(others, '[part=facts]');
    expect(one(others, '[part=edit]')).to.equal(null);
    history.replaceState(null, '', location.pathname);
    const element = await open(stories.DetailOfAFile);
    (await part(element, '[part=edit]')).click();
    await type(element, '#resource-title', 'Working agreement, second try');
    await send(element);
    await until(() => textOf(one(element, '[part=item-title]')) === 'Working agreement, second try');
    await focused(element, '[part=edit]');
  });

  it('shows what somebody else wrote meanwhile, and saves over it only when asked again', async () => {
    const { story, sent } = watched();
    const element = await open(story);
    (await row(element, 'r-4')).click();
    (await part(element, '[part=edit]')).click();
    await element.cop.http.send('/resources/r-4', { method: 'PATCH', ifMatch: 1, body: { title: 'Theirs' } });
    await type(element, '#resource-title', 'Mine');
    await send(element);
    expect(textOf(await part(element, '[part=theirs]'))).to.contain('Theirs');
    expect(((await part(element, '#resource-title')) as HTMLInputElement).value).to.equal('Mine');
    await send(element);
    await until(() => textOf(one(element, '[part=item-title]')) === 'Mine');
    expect(sent('PATCH', /r-4$/).map((r) => r.headers.get('if-match'))).to.deep.equal(['"1"', '"1"', '"2"']);
  });

  it('asks before it deletes; Escape keeps it', async () => {
    const element = await open(stories.DetailOfAFile);
    (await part(element, '[part=delete]')).click();
    await focused(element, '.keep');
    await sendKeys({ press: 'Escape' });
    await focused(element, '[part=delete]');
    (await part(element, '[part=delete]')).click();
    (await part(element, '[part=confirm] .bad')).click();
    await row(element, 'r-1');
    await until(() => !titles(element).includes('Working agreement for a new team'), 'list without the deleted one');
    await until(() => said(element).startsWith('Deleted.'));
  });
});

describe('<cop-resource-list>: suggesting', () => {
  it('says what is missing, at its field, and goes to the first', async () => {
    const element = await open(stories.Suggest);
    await focused(element, '#resource-url');
    await send(element);
    await until(() => all(element, '.resource-form .error').length === 3);
    await focused(element, '#resource-url');
    expect(said(element)).to.equal('3 things are missing or wrong.');
  });

  it('announces before, tells after, and opens what was sent', async () => {
    const { story, sent } = watched();
    const element = await filled(story);
    const request = oneEvent(element, 'cop-suggest-request') as unknown as Promise<SuggestRequestEvent>;
    const told = oneEvent(element, 'cop-suggested');
    await send(element);
    expect((await request).resource).to.include({
      title: 'A new thing to try',
      kind: 'tool',
      url: 'https://example.net/thing',
      language: 'en',
    });
    await told;
    await focused(element, '.item-title');
    expect(textOf(one(element, '.item-title'))).to.equal('A new thing to try');
    expect(sent('POST', /resources$/).length).to.equal(1);
  });

  it('sends nothing where the page says no, and keeps the text', async () => {
    const { story, sent } = watched();
    const element = await filled(story);
    element.addEventListener('cop-suggest-request', (event) => event.preventDefault());
    await send(element);
    await element.updateComplete;
    expect(sent('POST', /resources$/).length).to.equal(0);
    expect(((await part(element, '#resource-title')) as HTMLInputElement).value).to.equal('A new thing to try');
  });

  it('keeps the text when the endpoint fails, and sends the same suggestion once', async () => {
    let fails = true;
    const replies = library();
    const post = replies['POST /resources'] as (r: Request) => unknown;
    const { story, sent } = watched({
      'POST /resources': (r: Request) => (fails ? problem(500, 'server') : post(r)),
      // What the page says of itself would make it another suggestion.
      'POST /link-preview': problem(422, 'invalid'),
    });
    const element = await filled(story);
    await send(element);
    expect(textOf(await part(element, '.notice.wrong'))).to.contain('Your text is kept.');
    expect(((await part(element, '#resource-title')) as HTMLInputElement).value).to.equal('A new thing to try');
    fails = false;
    const told = oneEvent(element, 'cop-suggested');
    await send(element);
    await told;
    const keys = sent('POST', /resources$/).map((r) => r.headers.get('idempotency-key'));
    expect(keys[0]).to.equal(keys.at(-1));
  });

  it('has the text again after it was closed', async () => {
    const element = await filled(stories.Default);
    (await button(element, 'Cancel')).click();
    await focused(element, '[part~=suggest]');
    (await part(element, '[part~=suggest]')).click();
    expect(((await part(element, '#resource-title')) as HTMLInputElement).value).to.equal('A new thing to try');
  });

  it('sends a file first and names it after what it is called', async () => {
    const { story, sent } = watched();
    const element = await filled(story, '');
    await choose(element, new File(['%PDF-1.7'], 'Team_notes-2026.pdf', { type: 'application/pdf' }));
    await until(() => (one(element, '#resource-title') as HTMLInputElement).value === 'Team notes 2026');
    await send(element);
    await part(element, '.item-title');
    expect(sent('POST', /files$/).length).to.equal(1);
    const body = (await sent('POST', /resources$/)[0]?.json()) as NewResource;
    expect(body).to.include({ fileId: 'f-new', url: null });
  });

  it('says before sending that a file is too large or of a wrong type', async () => {
    const { story, sent } = watched();
    const element = await filled(story);
    await choose(element, new File(['x'], 'a.exe', { type: 'application/x-msdownload' }));
    expect(textOf(await part(element, '#resource-file-error'))).to.equal(
      'Files of this type cannot be sent. What can be sent: PDF, PNG, or Markdown.',
    );
    await choose(element, new File([new Uint8Array(10_500_000)], 'big.pdf', { type: 'application/pdf' }));
    await until(() => textOf(one(element, '#resource-file-error')) === 'This file has 11 MB; at most 10 MB can be sent.');
    await send(element);
    expect(sent('POST', /./).length).to.equal(0);
  });

  it('can be stopped while the file is on its way', async () => {
    const { story, sent } = watched({ 'POST /files': never });
    const element = await filled(story);
    await choose(element, new File(['%PDF'], 'a.pdf', { type: 'application/pdf' }));
    await send(element);
    (await part(element, '[part=sending] button')).click();
    await until(() => said(element).startsWith('Stopped.'));
    expect(sent('POST', /resources$/).length).to.equal(0);
    expect(textOf(one(element, '.drop'))).to.contain('a.pdf');
  });

  it('takes a file that is dropped on the form', async () => {
    const element = await filled(stories.Default);
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['# Notes'], 'notes.md', { type: '' }));
    (await part(element, '.resource-form')).dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    await until(() => textOf(one(element, '.drop')).includes('notes.md'));
  });

  it('asks a visitor to sign in and keeps the text', async () => {
    const element = await filled(
      withEndpoint(endpointOf(library(someResources, visitor), visitor), html`<cop-resource-list></cop-resource-list>`),
    );
    const asked = oneEvent(element, 'cop-sign-in-request');
    await send(element);
    await asked;
    expect(textOf(await part(element, '.notice'))).to.contain('sign in first');
    expect(((await part(element, '#resource-title')) as HTMLInputElement).value).to.equal('A new thing to try');
  });
});
