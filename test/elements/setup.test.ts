import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/autoload.js';
import { endpointOf, problem, steward, visitor, withEndpoint } from '../../stories/fixtures.js';
import '../../src/elements/ask-the-community/ask-the-community.define.js';
import '../../src/elements/community/community.define.js';
import '../../src/elements/member/member.define.js';
import '../../src/elements/resource-list/resource-list.define.js';
import { one, part, textOf, until } from '../support/story.js';

/** What an editor can get wrong, and where they learn of it. */
let told: string[] = [];
const { warn } = console;
beforeEach(() => {
  told = [];
  console.warn = (...what: unknown[]) => void told.push(what.map(String).join(' '));
});
afterEach(() => void (console.warn = warn));
const isTold = (text: string) => until(() => told.join('\n').includes(text), `“${text}” in the console`);

const show = async (content: TemplateResult, session = visitor) => {
  const root = await fixture<HTMLElement>(
    html`<div>${withEndpoint(endpointOf({ 'GET /resources': { items: [] } }, session), content)}</div>`,
  );
  return root.querySelector('cop-resource-list') as HTMLElement;
};

describe('a slip of an editor', () => {
  it('in the words of an attribute is told in the console, with what was meant', async () => {
    await show(html`<cop-resource-list hide="serch count" filters="kind colour" sort="newst"></cop-resource-list>`);
    await isTold('<cop-resource-list hide="serch count"> holds “serch”, which is not known there. Did you mean “search”?');
    await isTold('holds “colour”, which is not known there. Known are: kind, topic, language, outcome, year, form, mark, and state.');
    await isTold('Did you mean “newest”?');
    expect(told.join('\n')).not.to.contain('“count”');
  });

  it('in the name of an attribute is told; what is the page’s own is not', async () => {
    await show(html`<cop-resource-list heading-levle="3" data-x="1" class="hidee" id="a" aria-label="b" v-cloak></cop-resource-list>`);
    await isTold('<cop-resource-list> has no attribute “heading-levle”. Did you mean “heading-level”?');
    expect(told.join('\n').match(/has no attribute/g)).to.have.length(1);
  });

  it('that switches on what was to be off, or is not how it is written, is told too', async () => {
    await show(html`<cop-resource-list read-only="false" limit="three" heading-level="9" hide="serch"></cop-resource-list>`);
    await isTold('<cop-resource-list read-only="false"> switches it on, whatever it holds. Leave the attribute out to switch it off.');
    await isTold('<cop-resource-list limit="three">: this is not how it is written');
    await isTold('<cop-resource-list heading-level="9">: this is not how it is written');
    await isTold('“serch”, which is not known there. Did you mean “search”?');
  });

  it('far from any word names the words that there are', async () => {
    await show(html`<cop-resource-list shortcuts="no"></cop-resource-list>`);
    await isTold('“no”, which is not known there. Known are: on and off.');
  });

  it('in what only the endpoint knows is doubted in the console where nothing fits it, and not on the page', async () => {
    const list = await show(html`<cop-resource-list topic="retrospektives" kind="tool"></cop-resource-list>`, steward);
    await isTold('<cop-resource-list topic="retrospektives">: the list is empty with it.');
    expect(told.join('\n')).not.to.contain('kind=');
    expect(one(list, '[part=toast]')).to.equal(null);
  });

  it('in a person without an id is told', async () => {
    await fixture(html`<div>${withEndpoint(endpointOf({}, visitor), html`<cop-member>Bo</cop-member>`)}</div>`);
    await isTold('<cop-member> shows nothing without “member”.');
  });

  it('is none where a person is named by the property', async () => {
    const named = html`<cop-member .member=${'m-bo'}>Bo</cop-member>`;
    await fixture(
      html`<div>${withEndpoint(endpointOf({}, visitor), html`${named}<cop-resource-list hide="serch"></cop-resource-list>`)}</div>`,
    );
    await isTold('“serch”');
    expect(told.join('\n')).not.to.contain('cop-member');
  });

  it('is shown on the page to a steward, and to nobody else', async () => {
    const slip = html`<cop-resource-list hide="serch"></cop-resource-list>`;
    const theirs = await show(slip, steward);
    const others = await show(slip, visitor);
    expect(textOf(await part(theirs, '[part=toast]'))).to.contain('Did you mean “search”?');
    await until(() => told.length === 2, 'both in the console');
    expect(one(others, '[part=toast]')).to.equal(null);
  });

  it('is not told where there is none', async () => {
    await show(html`<cop-resource-list hide="search" filters="kind" show="excerpt" density="compact" heading=""></cop-resource-list>`);
    await show(html`<cop-resource-list hide="serch"></cop-resource-list>`);
    await isTold('“serch”');
    expect(told).to.have.length(1);
  });

  it('in a stand-in is told once, and the others are upgraded all the same', async () => {
    const root = await fixture<HTMLElement>(
      html`<div><a class="cop" href="https://[x">Nowhere</a><div data-cop="resource-lst">Old list</div><div data-cop="resource-list"></div></div>`,
    );
    await until(() => root.querySelector('cop-resource-list'), 'the other');
    await isTold('There is no element of the name “resource-lst”. Did you mean “resource-list”?');
    root.append(document.createElement('p'));
    await new Promise((next) => requestAnimationFrame(next));
    expect(told).to.have.length(1);
    expect(root.textContent).to.contain('Nowhere').and.to.contain('Old list');
  });

  it('in the address of the community is told on the page, with the address', async () => {
    const wrong = endpointOf({ 'GET ': problem(404, 'not-found'), 'GET /resources': problem(404, 'not-found') }, visitor);
    const root = await fixture<HTMLElement>(html`<div>${withEndpoint(wrong, html`<cop-resource-list></cop-resource-list>`)}</div>`);
    const element = root.querySelector('cop-resource-list') as HTMLElement;
    const notice = await part(element, 'div[part=notice]');
    expect(textOf(notice)).to.contain('There is no community at this address');
    expect(textOf(notice)).to.contain(root.querySelector('cop-community')?.getAttribute('endpoint'));
  });
});
