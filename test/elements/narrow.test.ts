import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import type { CopElement } from '../../src/ui/cop-element.js';
import * as feed from '../../stories/activity-feed.stories.js';
import * as ask from '../../stories/ask-the-community.stories.js';
import * as directory from '../../stories/member-directory.stories.js';
import * as library from '../../stories/resource-list.stories.js';
import { part, show } from '../support/story.js';

const render = (story: { render?: unknown }) => (story.render as () => TemplateResult)();

/** The narrowest place that is promised, in CSS pixels. */
const NARROWEST = 256;

it('every element fits into 256 px, also where it was hidden when it came', async () => {
  for (const [tag, story, row] of [
    ['cop-ask-the-community', ask.Default, '.rows .title'],
    ['cop-resource-list', library.Default, '.rows a[part=title]'],
    ['cop-member-directory', directory.Default, '[part=member]'],
    ['cop-activity-feed', feed.Default, '[part=activity]'],
  ] as const) {
    const element = await show<CopElement>(
      html`<div class="place" style="inline-size: ${NARROWEST}px; display: none">${render(story)}</div>`,
      tag,
    );
    const place = element.closest<HTMLElement>('.place')!;
    await new Promise((next) => setTimeout(next, 100));
    place.style.display = 'block';
    const found = await part(element, row);
    const { width, height, right } = found.getBoundingClientRect();
    expect(width * height, `${tag} is seen`).to.be.greaterThan(0);
    expect(right, `${tag}: its row`).to.be.at.most(place.getBoundingClientRect().right);
    expect(place.scrollWidth, `${tag}: nothing stands out`).to.be.at.most(NARROWEST);
    place.remove();
  }
});
