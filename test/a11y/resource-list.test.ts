import { expect } from '@open-wc/testing';
import type { StoryObj } from '@storybook/web-components-vite';
import * as stories from '../../stories/resource-list.stories.js';
import { part, show, still } from '../support/story.js';

const { default: _, ...states } = stories;
const TAG = 'cop-resource-list';
const dark = (on: boolean) => (document.body.style.cssText = on ? 'background: #14181b; color: #e6e9eb' : '');

/** The view that a story is about has been loaded, and nothing comes any more. */
async function settled(story: StoryObj, name: string) {
  const element = await show(story, TAG);
  if (/^Suggest/.test(name)) await part(element, '.resource-form');
  else if (name === 'Facets') await part(element, '.panel');
  else if (name !== 'DetailGone' && /^Detail/.test(name)) await part(element, '[part=facts]');
  await still(element);
  return element;
}

afterEach(() => {
  dark(false);
  history.replaceState(null, '', location.pathname);
});

describe('<cop-resource-list> is accessible', () => {
  for (const [name, story] of Object.entries(states) as [string, StoryObj][]) {
    it(name, async () => {
      await expect(await settled(story, name)).to.be.accessible();
    });
  }

  for (const name of ['Default', 'Facets', 'Detail', 'Suggest'] as const) {
    it(`${name}, where the page is dark`, async () => {
      dark(true);
      await expect(await settled(stories[name], name)).to.be.accessible();
    });
  }

  it('the form with a file and with everything missing', async () => {
    const element = await settled(stories.Suggest, 'Suggest');
    (await part(element, '.ways label:last-child input')).click();
    (await part(element, '[part=send]')).click();
    await part(element, '#resource-file-error, .error');
    await still(element);
    await expect(element).to.be.accessible();
  });
});
