import { expect } from '@open-wc/testing';
import type { StoryObj } from '@storybook/web-components-vite';
import * as stories from '../../stories/member-directory.stories.js';
import { all, part, show, still, until } from '../support/story.js';

const { default: _, numbered: __, self: ___, directory: ____, saving: _____, cared: ______, ...states } = stories;
const TAG = 'cop-member-directory';
const VIEWS: [RegExp, string][] = [
  [/^ProfileForm/, '.profile-form'],
  [/^Profile(Gone|Error)/, '[part=error]'],
  [/^ProfileLoading/, '.who'],
  [/^Profile/, '.profile'],
];
/** The view that a story is about has been loaded, and nothing comes any more. */
const settle = async (name: string, element: Element) => {
  const view = VIEWS.find(([names]) => names.test(name));
  if (view) await until(() => all(element, view[1])[0], view[1]);
  await still(element);
};
const dark = (on: boolean) => (document.body.style.cssText = on ? 'background: #14181b; color: #e6e9eb' : '');

afterEach(() => {
  dark(false);
  history.replaceState(null, '', location.pathname);
});

describe('<cop-member-directory> is accessible', () => {
  for (const [name, story] of Object.entries(states) as [string, StoryObj][]) {
    it(name, async function () {
      this.timeout(20_000);
      const element = await show(story, TAG);
      await settle(name, element);
      await expect(element).to.be.accessible();
    });
  }

  for (const name of ['Pages', 'Profile', 'ProfileFormRefused'] as const) {
    it(`${name}, where the page is dark`, async () => {
      dark(true);
      const element = await show(states[name], TAG);
      await settle(name, element);
      await expect(element).to.be.accessible();
    });
  }

  it('with the filters open and some in force', async () => {
    const element = await show(stories.Filtered, TAG);
    (await part(element, '.filters')).click();
    await until(() => all(element, '.option').length > 5, 'the options');
    await still(element);
    await expect(element).to.be.accessible();
  });

  it('with what was changed elsewhere', async () => {
    const server = stories.saving(stories.self());
    const { withEndpoint } = await import('../../stories/fixtures.js');
    const { html } = await import('lit');
    const element = await show(
      withEndpoint(stories.directory([stories.self()], server.replies), html`<cop-member-directory></cop-member-directory>`),
      TAG,
    );
    (await part(element, '[part=mine]')).click();
    (await part(element, '.edit')).click();
    const headline = (await part(element, '#profile-headline')) as HTMLInputElement;
    headline.value = 'Mine';
    headline.dispatchEvent(new Event('input', { bubbles: true }));
    server.elsewhere({ headline: 'Theirs' });
    (await part(element, '.profile-form .primary')).click();
    await part(element, '[part=changed]');
    await still(element);
    await expect(element).to.be.accessible();
  });
});
