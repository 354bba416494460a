import { expect } from '@open-wc/testing';
import type { StoryObj } from '@storybook/web-components-vite';
import * as stories from '../../stories/ask-the-community.stories.js';
import { all, part, show, still, until } from '../support/story.js';

const {
  default: _,
  rows: __,
  thread: ___,
  topics: ____,
  repliesOf: _____,
  versions: ______,
  helper: _______,
  complaint: ________,
  ...states
} = stories;
const TAG = 'cop-ask-the-community';
/** The view that a story is about has been loaded, and nothing comes any more. */
const settle = async (name: string, element: Element) => {
  if (/^Form/.test(name)) await part(element, '.ask-form');
  else if (/^Thread|^Long/.test(name)) await part(element, '.thread');
  await still(element);
};
const dark = (on: boolean) => (document.body.style.cssText = on ? 'background: #14181b; color: #e6e9eb' : '');

afterEach(() => {
  dark(false);
  history.replaceState(null, '', location.pathname);
});

describe('<cop-ask-the-community> is accessible', () => {
  for (const [name, story] of Object.entries(states) as [string, StoryObj][]) {
    it(name, async () => {
      const element = await show(story, TAG);
      await settle(name, element);
      await expect(element).to.be.accessible();
    });
  }

  for (const name of ['Default', 'ThreadOwn', 'Thread', 'FormRefused'] as const) {
    it(`${name}, where the page is dark`, async () => {
      dark(true);
      const element = await show(stories[name], TAG);
      await settle(name, element);
      await expect(element).to.be.accessible();
    });
  }

  it('with a form for each text open', async () => {
    const element = await show(stories.ThreadOwn, TAG);
    await settle('Thread', element);
    const press = async (selector: string) => {
      (await part(element, selector)).click();
      await new Promise((next) => setTimeout(next, 30));
    };
    await press('[part=use]');
    await press('[part=comment-button]');
    await press('.answer [part=edit]');
    await press('[part=delete]');
    await until(() => all(element, 'form').length >= 4, 'four forms');
    await still(element);
    await expect(element).to.be.accessible();
  });

  it('with errors at the fields, and topics to choose from', async () => {
    const element = await show(stories.Form, TAG);
    (await part(element, '[part=send]')).click();
    await until(() => all(element, '.error').length === 3, 'three errors');
    (await part(element, '#topics-input')).focus();
    await part(element, '[role=option]');
    await still(element);
    await expect(element).to.be.accessible();
  });
});
