import { expect } from '@open-wc/testing';
import type { CopResourceList } from '../../src/elements/resource-list/resource-list.js';
import { endpointOf, page, resource, withEndpoint } from '../../stories/fixtures.js';
import { library } from '../../stories/resource-library.js';
import * as stories from '../../stories/resource-list.stories.js';
import { html } from 'lit';
import { all, later, one, part, show, textOf, until } from '../support/story.js';

const TAG = 'cop-resource-list';
const open = (story: Parameters<typeof show>[0]) => show<CopResourceList>(story, TAG);
const said = (element: Element) => textOf(one(element, '[aria-live]'));
const type = async (element: Element, selector: string, text: string) => {
  const field = (await part(element, selector)) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

afterEach(() => history.replaceState(null, '', location.pathname));

describe('<cop-resource-list>: a link that is here already', () => {
  it('is named while it is typed, and leads to it', async () => {
    const element = await open(stories.SuggestKnown);
    const link = (await part(element, '[part=already] a')) as HTMLAnchorElement;
    expect(textOf(link)).to.equal('How to improve team closeness with personal maps');
    await until(() => said(element).startsWith('This is already here'));
    link.click();
    await part(element, '[part=item]');
    expect(location.search).to.contain('r-1');
  });

  it('takes “I used this” without sending the form around it', async () => {
    const element = await open(stories.SuggestKnown);
    (await part(element, '[part=already] [part=use]')).click();
    (await part(element, '.use-form input[value=worked]')).click();
    await element.updateComplete;
    (await part(element, '.use-form .primary')).click();
    await until(() => !one(element, '.use-form'));
    await until(() => textOf(one(element, '[part=already]')).includes('You: it worked'));
    expect(all(element, '.resource-form > .error').length).to.equal(0, 'the form was not checked');
  });

  it('goes when another link is typed', async () => {
    const element = await open(stories.SuggestKnown);
    await part(element, '[part=already]');
    await type(element, '#resource-url', 'https://example.org/something-new');
    await until(() => !one(element, '[part=already]'));
  });

  it('is refused by the endpoint too, and the refusal leads to it', async () => {
    const known = resource({ id: 'r-9', title: 'Here since yesterday', url: 'https://example.org/x' });
    let answered = false;
    const replies = {
      ...library(),
      'GET /resources': (request: Request) => page(answered && new URL(request.url).searchParams.get('url') ? [known] : [known].slice(1)),
      'POST /resources': () => {
        answered = true;
        return {
          type: 'urn:cop:problem:conflict',
          title: 'conflict',
          status: 409,
          detail: 'This link is here already: Here since yesterday',
          existing: { type: 'resource', id: 'r-9', title: known.title, url: known.url },
        };
      },
    };
    const element = await open(withEndpoint(endpointOf(replies), html`<cop-resource-list></cop-resource-list>`));
    (await part(element, '[part~=suggest]')).click();
    await type(element, '#resource-url', 'https://example.org/x');
    await type(element, '#resource-title', 'Mine');
    const kind = (await part(element, '#resource-kind')) as HTMLSelectElement;
    kind.value = 'tool';
    kind.dispatchEvent(new Event('change'));
    await new Promise((next) => setTimeout(next, 500));
    (await part(element, '[part=send]')).click();
    await until(() => textOf(one(element, '[part=already] a')) === 'Here since yesterday');
    await until(() => element.shadowRoot?.activeElement?.matches('.already a'));
    expect(((await part(element, '#resource-title')) as HTMLInputElement).value).to.equal('Mine');
  });

  it('never shows what an older link has', async () => {
    const slow = later<unknown>();
    const replies = {
      ...library(),
      'GET /resources': (request: Request) => {
        const url = new URL(request.url).searchParams.get('url') ?? '';
        if (url.endsWith('/slow')) return slow.promise;
        return page(url.endsWith('/quick') ? [resource({ id: 'quick', title: 'Quick' })] : []);
      },
    };
    const element = await open(withEndpoint(endpointOf(replies), html`<cop-resource-list></cop-resource-list>`));
    (await part(element, '[part~=suggest]')).click();
    await type(element, '#resource-url', 'https://example.org/slow');
    await new Promise((next) => setTimeout(next, 500));
    await type(element, '#resource-url', 'https://example.org/quick');
    await until(() => textOf(one(element, '[part=already] a')) === 'Quick');
    slow.resolve(page([resource({ id: 'slow', title: 'Slow' })]));
    await new Promise((next) => setTimeout(next, 80));
    expect(textOf(one(element, '[part=already] a'))).to.equal('Quick');
  });
});
