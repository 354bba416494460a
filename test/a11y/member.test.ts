import { expect } from '@open-wc/testing';
import type { StoryObj } from '@storybook/web-components-vite';
import * as stories from '../../stories/member.stories.js';
import { show, still } from '../support/story.js';

const { default: _, bo: __, people: ___, ...states } = stories;
const dark = (on: boolean) => (document.body.style.cssText = on ? 'background: #14181b; color: #e6e9eb' : '');

afterEach(() => dark(false));

describe('<cop-member> is accessible', () => {
  for (const [name, story] of Object.entries(states) as [string, StoryObj][]) {
    it(name, async function () {
      this.timeout(20_000);
      const element = await show(story, 'cop-member');
      await still(element);
      await expect(element).to.be.accessible();
    });
  }

  it('Card, where the page is dark', async () => {
    dark(true);
    const element = await show(states.Card, 'cop-member');
    await still(element);
    await expect(element).to.be.accessible();
  });
});
