import { fixtureCleanup } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type Axe from 'axe-core';
import 'axe-core/axe.min.js';
import type { StoryObj } from '@storybook/web-components-vite';
import type { LitElement } from 'lit';
import { endMotion, show, still } from '../support/story.js';

/*
 * Every story of every element, as it is and in each way a page can be around it. The file of stories is asked of the test
 * runner, so a story that is written tomorrow is tested tomorrow.
 */

interface StoryModule {
  default: { component?: string };
  [name: string]: unknown;
}

/** It comes as a script that leaves itself on the page. */
const { axe } = window as unknown as { axe: typeof Axe };
const { modules } = (await import('/stories-index.js' as string)) as { modules: Record<string, () => Promise<StoryModule>> };

/** What looks can break; all else is the same in every look, and tested once. */
const LOOKS = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable'];
/** The system's own colours stand out, but axe reads those that they replace. */
const FORCED = LOOKS.filter((rule) => rule !== 'color-contrast');
/** A fragment is no page: these ask for landmarks and headings of one. */
const PAGE = ['region', 'page-has-heading-one', 'landmark-one-main', 'heading-order', 'landmark-unique', 'landmark-no-duplicate-main'];

const look = (dark: boolean, dir: 'ltr' | 'rtl') => {
  document.body.style.cssText = dark ? 'background: #14181b; color: #e6e9eb' : '';
  document.documentElement.dir = dir;
};
const media = (features: Record<string, string>) => executeServerCommand('media', features);
async function faults(element: Element, how: string, rules: string[] | null): Promise<string[]> {
  await endMotion(element);
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    ...(rules ? { runOnly: { type: 'rule', values: rules } } : { rules: Object.fromEntries(PAGE.map((id) => [id, { enabled: false }])) }),
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${how}: ${id} ${target.flat().join(' ')}\n${failureSummary ?? ''}`),
  );
}

const isStory = (value: unknown): value is StoryObj => typeof value === 'object' && value !== null && 'render' in value;

describe('every story is accessible: light, dark, in forced colours and from right to left', () => {
  before(() => media({ 'prefers-reduced-motion': 'reduce' }));
  afterEach(() => {
    look(false, 'ltr');
    history.replaceState(null, '', location.pathname);
  });
  after(() => media({ 'forced-colors': 'none' }));

  for (const [file, load] of Object.entries(modules)) {
    it(file, async function () {
      this.timeout(300_000);
      const module = await load();
      const found: string[] = [];
      for (const [name, story] of Object.entries(module)) {
        if (name === 'default' || !isStory(story)) continue;
        const canvas = (await show<LitElement>({ ...story, render: story.render } as StoryObj, '*')).closest('div') as Element;
        await still(canvas);
        const tell = async (how: string, rules: string[] | null) => found.push(...(await faults(canvas, `${name}, ${how}`, rules)));
        await tell('light', null);
        look(true, 'ltr');
        await tell('dark', LOOKS);
        look(false, 'rtl');
        await tell('right to left', LOOKS);
        look(false, 'ltr');
        fixtureCleanup();
      }
      if (found.length) throw new Error(`${found.length} faults:\n${found.slice(0, 12).join('\n')}`);
    });

    it(`${file}, in forced colours`, async function () {
      this.timeout(300_000);
      const module = await load();
      const found: string[] = [];
      await media({ 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' });
      try {
        for (const [name, story] of Object.entries(module)) {
          if (name === 'default' || !isStory(story)) continue;
          const canvas = (await show<LitElement>(story as StoryObj, '*')).closest('div') as Element;
          await still(canvas);
          found.push(...(await faults(canvas, `${name}, forced colours`, FORCED)));
          fixtureCleanup();
        }
      } finally {
        await media({ 'forced-colors': 'none', 'prefers-reduced-motion': 'reduce' });
      }
      if (found.length) throw new Error(`${found.length} faults:\n${found.slice(0, 12).join('\n')}`);
    });
  }
});
