import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { ActivityEvent } from '../../src/community/events.js';
import type { CopActivityFeed } from '../../src/elements/activity-feed/activity-feed.js';
import * as stories from '../../stories/activity-feed.stories.js';
import { activity, endpointOf, info, page, withEndpoint, type Reply } from '../../stories/fixtures.js';
import { all, later, one, part, show, textOf, until } from '../support/story.js';

const feed = (story: Parameters<typeof show>[0]) => show<CopActivityFeed>(story, 'cop-activity-feed');
const groups = {
  items: [
    { name: 'Cohort 2026', count: 24 },
    { name: 'Coaches', count: 7 },
  ],
};
const select = async (element: Element) => (await part(element, '[part=group-filter]')) as HTMLSelectElement;

/** `asked` collects the groups that were asked for. */
async function grouped(content = html`<cop-activity-feed></cop-activity-feed>`, count = 2, names: Reply = groups) {
  const asked: string[][] = [];
  const endpoint = endpointOf({
    'GET ': { ...info, counts: { ...info.counts, groups: count } },
    'GET /groups': names,
    'GET /activities': (request: Request) => {
      asked.push(new URL(request.url).searchParams.getAll('group'));
      return page(asked.at(-1)?.length ? stories.acts.slice(4, 8) : stories.acts);
    },
  });
  const element = await feed(withEndpoint(endpoint, content));
  await part(element, '[part=activity]');
  return { element, asked };
}

describe('<cop-activity-feed>, groups of members', () => {
  it('are offered where there are some, and narrow the feed', async () => {
    const { element, asked } = await grouped();
    const choice = await select(element);
    await until(() => choice.options.length === 3, 'groups');
    expect([...choice.options].map(textOf)).to.deep.equal(['All groups', 'Cohort 2026, 24 members', 'Coaches, 7 members']);
    choice.value = 'Cohort 2026';
    choice.dispatchEvent(new Event('change'));
    await until(() => asked.at(-1)?.[0] === 'Cohort 2026', 'request');
    expect(element.group).to.equal('Cohort 2026');
    choice.value = '';
    choice.dispatchEvent(new Event('change'));
    await until(() => asked.at(-1)?.length === 0 || element.group === '', 'all');
    expect(element.group).to.equal('');
  });

  it('have their room before they are there, and none where there are none', async () => {
    const names = later<object>();
    const { element } = await grouped(undefined, 2, () => names.promise);
    const box = await part(element, '.groups');
    await until(() => element.cop.session && element.news, 'all but the groups');
    await element.updateComplete;
    const height = one(element, '[part=filters]')?.offsetHeight;
    names.resolve(groups);
    await until(() => box.querySelector('select')?.options.length === 3, 'groups');
    expect(one(element, '[part=filters]')?.offsetHeight).to.equal(height);
    const without = (await grouped(undefined, 0)).element;
    await until(() => without.news && without.cop.info, 'all there');
    await without.updateComplete;
    expect(one(without, '.groups')).to.equal(null);
  });

  it('are chosen by the page, also one that the list does not have, and can be left out', async () => {
    const { element, asked } = await grouped(html`<cop-activity-feed group="Guests"></cop-activity-feed>`);
    const choice = await select(element);
    await until(() => choice.options.length === 4, 'groups');
    expect(choice.selectedOptions[0]?.value).to.equal('Guests');
    expect(asked).to.deep.equal([['Guests']]);
    const other = (await grouped(html`<cop-activity-feed filters="questions resources"></cop-activity-feed>`)).element;
    await until(() => other.news && other.cop.info, 'all there');
    await other.updateComplete;
    expect(all(other, '.groups')).to.deep.equal([]);
  });

  it('lead back to all from where nothing is of what was chosen', async () => {
    const endpoint = endpointOf({
      'GET ': { ...info, counts: { ...info.counts, groups: 2 } },
      'GET /groups': groups,
      'GET /activities': (request: Request) => page(new URL(request.url).searchParams.has('group') ? [] : stories.acts),
    });
    const element = await feed(withEndpoint(endpoint, html`<cop-activity-feed group="Guests" filter="questions"></cop-activity-feed>`));
    const back = (await part(element, '[part=empty] button')) as HTMLButtonElement;
    expect(textOf(back)).to.equal('Clear filters');
    back.focus();
    back.click();
    await part(element, '[part=activity]');
    expect([element.group, element.filter]).to.deep.equal(['', '']);
    expect(element.shadowRoot?.activeElement).to.equal(one(element, '[part=filters] button'));
  });

  it('leave it to the endpoint whose acts belong there', async () => {
    const { element, asked } = await grouped(html`<cop-activity-feed group="Coaches"></cop-activity-feed>`);
    await until(() => element.news, 'all there');
    element.cop.dispatchEvent(new ActivityEvent(activity({ id: 'v-new', published: new Date().toISOString() })));
    await until(() => asked.length === 2, 'read again');
    expect(asked[1]).to.deep.equal(['Coaches']);
  });
});
