import { expect } from '@open-wc/testing';
import type { StoryObj } from '@storybook/web-components-vite';
import * as stories from '../../stories/activity-feed.stories.js';
import { show, still } from '../support/story.js';

const { default: _, acts: __, post: ___, catchUp: ____, card: _____, ...states } = stories;

describe('<cop-activity-feed> is accessible', () => {
  for (const [name, story] of Object.entries(states) as [string, StoryObj][]) {
    it(name, async () => {
      const element = await show(story, 'cop-activity-feed');
      await still(element);
      await expect(element).to.be.accessible();
    });
  }

  for (const scheme of ['light', 'dark']) {
    it(`has enough contrast where the page is ${scheme}`, async () => {
      document.body.style.cssText = scheme === 'dark' ? 'background: #14181b; color: #e6e9eb' : '';
      const element = await show(stories.Default, 'cop-activity-feed');
      await still(element);
      await expect(element).to.be.accessible();
      document.body.style.cssText = '';
    });
  }
});
