import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { NewPost } from '../../src/contract/index.js';
import type { CopActivityFeed } from '../../src/elements/activity-feed/activity-feed.js';
import * as stories from '../../stories/activity-feed.stories.js';
import { endpointOf, never, page, problem, withEndpoint, type Reply } from '../../stories/fixtures.js';
import { all, one, part, show, textOf, until } from '../support/story.js';

const feed = (story: Parameters<typeof show>[0]) => show<CopActivityFeed>(story, 'cop-activity-feed');
const stored = (id: string, name: string) => ({
  id,
  name,
  type: 'image/png',
  size: 4,
  url: `/files/${id}`,
  createdAt: new Date().toISOString(),
});
const png = (name: string, size = 4) => new File([new Uint8Array(size)], name, { type: 'image/png' });
const items = (element: Element) => all(element, '[part=attachment]');

async function writing(replies: Record<string, Reply>) {
  const endpoint = endpointOf({ 'GET /activities': page(stories.acts), ...replies });
  const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed></cop-activity-feed>`));
  (await part(element, '[part~=write]')).click();
  const input = (await part(element, '.attach input')) as HTMLInputElement;
  const choose = (...files: File[]) => {
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
  };
  const area = (await part(element, 'textarea')) as HTMLTextAreaElement;
  const write = (text: string) => {
    area.value = text;
    area.dispatchEvent(new Event('input'));
  };
  return { element, choose, write };
}

afterEach(() => history.replaceState(null, '', location.pathname));

describe('<cop-activity-feed>, files of a message', () => {
  it('are sent when they are chosen, and go with the message', async () => {
    const sent: NewPost[] = [];
    let count = 0;
    const { element, choose, write } = await writing({
      'POST /files': () => stored(`f-${(count += 1)}`, `${count}.png`),
      'POST /posts': async (request: Request) => {
        sent.push((await request.json()) as NewPost);
        return stories.post();
      },
    });
    choose(png('1.png'), png('2.png'));
    await until(() => count === 2, 'two uploads');
    await until(() => items(element).length === 2 && !one(element, 'progress'), 'both there');
    write('Look.');
    all(element, 'form button.primary')[0]!.click();
    await until(() => sent.length, 'the message');
    expect(sent[0]).to.deep.equal({ title: null, body: 'Look.', url: null, topics: [], files: ['f-1', 'f-2'], linkPreview: true });
  });

  it('may be dropped and pasted, and removed again', async () => {
    const { element } = await writing({ 'POST /files': () => stored('f-1', 'a.png') });
    const data = new DataTransfer();
    data.items.add(png('a.png'));
    const area = one(element, '.writing')!;
    area.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    await until(() => items(element).length === 1, 'the dropped one');
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    await until(() => items(element).length === 2 && !one(element, 'progress'), 'the pasted one');
    one(element, '[aria-label="Remove a.png"]')!.click();
    await until(() => items(element).length === 1, 'one less');
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(one(element, '.attach input'));
  });

  it('that are too large or of another type are named with the reason, and hold the message back', async () => {
    const sent: unknown[] = [];
    const { element, choose, write } = await writing({ 'POST /posts': () => sent.push(1) });
    choose(png('big.png', 10_000_001), new File(['x'], 'run.exe', { type: 'application/x-msdownload' }), png('empty.png', 0));
    await until(() => items(element).length === 3, 'three');
    expect(items(element).map((item) => textOf(item.querySelector('.error')))).to.deep.equal([
      'Too large: at most 10 MB can be sent.',
      'Files of this type cannot be sent.',
      'The file is empty.',
    ]);
    write('Look.');
    all(element, 'form button.primary')[0]!.click();
    await until(() => textOf(one(element, '.attach > .error')).startsWith('Some files are not sent'), 'the reason');
    expect(sent).to.deep.equal([]);
    expect((one(element, 'textarea') as HTMLTextAreaElement).value).to.equal('Look.');
  });

  it('can be stopped on their way, and sent again after a failure', async () => {
    let replies: unknown = never;
    const { element, choose } = await writing({ 'POST /files': () => replies });
    choose(png('a.png'));
    await part(element, 'progress');
    one(element, '[aria-label="Stop sending a.png"]')!.click();
    await until(() => textOf(items(element)[0]).includes('Stopped.'), 'the end');
    replies = problem(500, 'internal');
    one(element, '[aria-label="Send a.png again"]')!.click();
    await until(() => textOf(items(element)[0]).includes('It could not be sent.'), 'the failure');
    replies = stored('f-1', 'a.png');
    one(element, '[aria-label="Send a.png again"]')!.click();
    await until(() => !items(element)[0]?.querySelector('.error, progress'), 'the file');
  });

  it('are ten at most', async () => {
    const { element, choose } = await writing({ 'POST /files': () => stored(`f-${Math.random()}`, 'a.png') });
    choose(...Array.from({ length: 12 }, (_, i) => png(`${i}.png`)));
    await until(() => items(element).length === 10, 'ten');
    expect(textOf(one(element, '.attach > .error'))).to.equal('At most 10 files.');
  });

  it('are shown as pictures in a box that keeps its size, and as links with type and size', async () => {
    const element = await feed(stories.MessageWithFiles);
    const picture = (await part(element, '[part=pictures] img')) as HTMLImageElement;
    expect([picture.alt, picture.loading]).to.deep.equal(['board.png', 'lazy']);
    const { width, height } = picture.getBoundingClientRect();
    expect(width / height).to.be.closeTo(4 / 3, 0.01);
    expect(textOf(one(element, '[part=files] li'))).to.equal('How we plan: a template.pdf PDF · 1.4 MB');
  });
});
