import { expect } from '@open-wc/testing';
import { html, type LitElement, type TemplateResult } from 'lit';
import '../../src/elements/activity-feed/activity-feed.define.js';
import '../../src/elements/ask-the-community/ask-the-community.define.js';
import '../../src/elements/community/community.define.js';
import '../../src/elements/member-directory/member-directory.define.js';
import { endpointOf, member, page, withEndpoint } from '../../stories/fixtures.js';
import { one, part, show, textOf, until } from '../support/story.js';

/** What narrows a list, in the page’s address. Resources have tests of their own. */
const back = () => history.replaceState(null, '', location.pathname);
afterEach(back);

/** An element, with the queries that its list was asked by. */
async function element<E extends LitElement>(tag: string, noun: string, content: TemplateResult) {
  const queries: string[] = [];
  const list = (request: Request) => {
    queries.push(decodeURIComponent(new URL(request.url).search));
    return page([]);
  };
  const content_ = withEndpoint(endpointOf({ [`GET /${noun}`]: list, 'GET /topics': { items: [] } }, member), content);
  const shown = await show<E>(content_, tag);
  await part(shown, '[part~=empty]');
  return { shown, queries };
}
const inAddress = (parameter: string) => new URL(location.href).searchParams.get(parameter);
const address = (parameter: string, values: Record<string, string>) =>
  history.replaceState(null, '', `?other=1&${new URLSearchParams({ [parameter]: new URLSearchParams(values).toString() })}`);
const press = async (shown: LitElement, text: string) => {
  const chip = await until(() => [...shown.renderRoot.querySelectorAll<HTMLElement>('.chip')].find((node) => textOf(node) === text), text);
  chip.click();
};

describe('filters in the address', () => {
  it('of questions begin the list, in one request, and follow what is chosen', async () => {
    address('cop-questions', { q: 'trust', kind: 'experience', unanswered: '1', waits: 'forMe' });
    const { shown, queries } = await element(
      'cop-ask-the-community',
      'questions',
      html`<cop-ask-the-community filters-in-url></cop-ask-the-community>`,
    );
    expect(queries).to.deep.equal(['?q=trust&kind=experience&answered=false&forMe=true&limit=10']);
    expect((one(shown, '[type=search]') as HTMLInputElement).value).to.equal('trust');
    await press(shown, 'Mine');
    await until(() => inAddress('cop-questions')?.includes('mine=1'), 'mine in the address');
    expect(inAddress('cop-questions')).to.contain('kind=experience');
    expect(inAddress('other'), 'other people’s parameters').to.equal('1');
  });

  it('of members begin the directory, in one request, and go with the last of them', async () => {
    address('cop-members', { offers: 'retrospectives,trust', country: 'de', mode: 'help', q: 'merger' });
    const { shown, queries } = await element(
      'cop-member-directory',
      'members',
      html`<cop-member-directory filters-in-url></cop-member-directory>`,
    );
    expect(queries).to.have.length(1);
    for (const query of ['helpWith=merger', 'offers=retrospectives&offers=trust', 'country=DE']) expect(queries[0]).to.contain(query);
    (await part(shown, '[part=empty] button')).click();
    await until(() => inAddress('cop-members') === 'mode=help' || inAddress('cop-members') === null, 'the filters gone');
    expect(inAddress('cop-members') ?? '').not.to.contain('offers');
  });

  it('keep a value whole that holds a comma, also in an attribute', async () => {
    const { shown, queries } = await element<LitElement & { toggle(facet: 'group', value: string): void }>(
      'cop-member-directory',
      'members',
      html`<cop-member-directory filters-in-url group=${'"Open Seeds, cohort 3", Coaches'}></cop-member-directory>`,
    );
    expect(new URLSearchParams(queries[0]).getAll('group')).to.deep.equal(['Open Seeds, cohort 3', 'Coaches']);
    shown.toggle('group', 'Leads, new');
    await until(() => inAddress('cop-members')?.includes('Leads'), 'the group in the address');
    const again = await element('cop-member-directory', 'members', html`<cop-member-directory filters-in-url></cop-member-directory>`);
    expect(new URLSearchParams(again.queries[0]).getAll('group')).to.deep.equal(['Open Seeds, cohort 3', 'Coaches', 'Leads, new']);
  });

  it('that no endpoint would take are left out of what is asked', async () => {
    const people = await element(
      'cop-member-directory',
      'members',
      html`<cop-member-directory country="Germany, se"></cop-member-directory>`,
    );
    expect(new URLSearchParams(people.queries[0]).getAll('country')).to.deep.equal(['SE']);
    const feed = await element('cop-activity-feed', 'activities', html`<cop-activity-feed types="asks revised"></cop-activity-feed>`);
    expect(feed.queries).to.deep.equal(['?type=revised&limit=20']);
  });

  it('of a feed begin it, in one request, and back and forward follow', async () => {
    address('cop-activities', { filter: 'news' });
    const { shown, queries } = await element(
      'cop-activity-feed',
      'activities',
      html`<cop-activity-feed filters-in-url></cop-activity-feed>`,
    );
    expect(queries).to.deep.equal(['?type=posted&limit=20']);
    await press(shown, 'People');
    await until(() => inAddress('cop-activities') === 'filter=people', 'people in the address');
    address('cop-activities', { filter: 'questions' });
    dispatchEvent(new PopStateEvent('popstate'));
    await until(() => queries.at(-1)?.includes('type=asked'), 'the questions');
  });

  it('that are nonsense are left out', async () => {
    address('cop-questions', { kind: 'poem', sort: 'random', waits: 'nobody', mine: 'yes' });
    const { queries } = await element(
      'cop-ask-the-community',
      'questions',
      html`<cop-ask-the-community filters-in-url></cop-ask-the-community>`,
    );
    expect(queries).to.deep.equal(['?limit=10']);
  });

  it('stay out of it where the page does not ask', async () => {
    address('cop-activities', { filter: 'news' });
    const { shown, queries } = await element('cop-activity-feed', 'activities', html`<cop-activity-feed></cop-activity-feed>`);
    expect(queries).to.deep.equal(['?limit=20']);
    await press(shown, 'People');
    await until(() => queries.length === 2, 'the people');
    expect(inAddress('cop-activities')).to.equal('filter=news');
  });

  it('of two elements of one kind stand apart by their id', async () => {
    address('cop-activities-second', { filter: 'news' });
    const { queries } = await element(
      'cop-activity-feed',
      'activities',
      html`<cop-activity-feed id="first" filters-in-url></cop-activity-feed>`,
    );
    expect(queries).to.deep.equal(['?limit=20']);
    const second = await element(
      'cop-activity-feed',
      'activities',
      html`<cop-activity-feed id="second" filters-in-url></cop-activity-feed>`,
    );
    expect(second.queries).to.deep.equal(['?type=posted&limit=20']);
  });
});
