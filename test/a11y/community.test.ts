import { expect } from '@open-wc/testing';
import type { StoryObj } from '@storybook/web-components-vite';
import * as stories from '../../stories/community.stories.js';
import { show, still } from '../support/story.js';

const { default: _, ...states } = stories;

describe('<cop-community> is accessible with what it holds', () => {
  for (const [name, story] of Object.entries(states) as [string, StoryObj][]) {
    it(name, async () => {
      const element = await show(story, 'cop-community');
      await still(element);
      await expect(element).to.be.accessible();
    });
  }
});
