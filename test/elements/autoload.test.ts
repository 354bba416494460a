import { expect, fixture, html } from '@open-wc/testing';
import '../../src/autoload.js';
import type { CopElement } from '../../src/ui/cop-element.js';
import { until } from '../support/story.js';

const isUpgraded = (element: Element | null): element is CopElement =>
  element !== null && element.matches(':defined') && element.shadowRoot !== null;
const comes = (root: ParentNode, selector: string) =>
  until(() => {
    const element = root.querySelector(selector);
    return isUpgraded(element) ? element : null;
  }, selector);
const ENDPOINT = '/api/communities/team';

describe('autoload', () => {
  it('upgrades a tag', async () => {
    const root = await fixture<HTMLElement>(html`<div><cop-activity-feed endpoint=${ENDPOINT} limit="3"></cop-activity-feed></div>`);
    const element = await comes(root, 'cop-activity-feed');
    expect(element.endpoint).to.equal(ENDPOINT);
  });

  it('upgrades a div with data attributes, and keeps what was in it', async () => {
    const root = await fixture<HTMLElement>(
      html`<div>
        <div data-cop="ask-the-community" data-endpoint=${ENDPOINT} data-limit="4" data-heading-level="3" lang="de"><p>Ask us by mail.</p></div>
      </div>`,
    );
    const element = await comes(root, 'cop-ask-the-community');
    expect(element.endpoint).to.equal(ENDPOINT);
    expect(element.headingLevel).to.equal(3);
    expect(element.lang).to.equal('de');
    expect(element.querySelector('p')?.textContent).to.equal('Ask us by mail.');
    expect(element.parentElement?.dataset['cop']).to.equal('ask-the-community');
  });

  it('upgrades a link, by what is behind its hash', async () => {
    const root = await fixture<HTMLElement>(html`<div><a class="cop" href="${ENDPOINT}#resource-list">Resources</a></div>`);
    const element = await comes(root, 'cop-resource-list');
    expect(element.endpoint).to.equal(`${location.origin}${ENDPOINT}`);
    expect(element.querySelector('a')?.textContent).to.equal('Resources');
    expect(root.querySelectorAll('cop-resource-list')).to.have.length(1);
  });

  it('takes a link without a hash for a place to ask', async () => {
    const root = await fixture<HTMLElement>(html`<div><a class="cop" href=${ENDPOINT}>Ask</a></div>`);
    const element = await comes(root, 'cop-ask-the-community');
    expect(element.endpoint).to.equal(`${location.origin}${ENDPOINT}`);
  });

  it('leaves alone what is none of ours', async () => {
    const root = await fixture<HTMLElement>(
      html`<div><div data-cop="weather">Rain</div><a class="cop" href="${ENDPOINT}#weather">Rain</a><a href="#a">A</a></div>`,
    );
    await new Promise((next) => setTimeout(next, 50));
    expect(root.textContent).to.equal('RainRainA');
    expect(root.querySelectorAll('*')).to.have.length(3);
  });

  it('upgrades what is added later, deep inside and all three ways', async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const part = document.createElement('section');
    part.innerHTML = `<p><cop-member-directory endpoint="${ENDPOINT}"></cop-member-directory></p>
      <p><span data-cop="cop-activity-feed" data-endpoint="${ENDPOINT}"></span></p><p><a class="cop" href="${ENDPOINT}#resource-list">R</a></p>`;
    root.append(part);
    await Promise.all(['cop-member-directory', 'cop-activity-feed', 'cop-resource-list'].map((tag) => comes(root, tag)));
  });

  it('loads a community at once, though it has no size, and its elements find it', async () => {
    const root = await fixture<HTMLElement>(
      html`<div><cop-activity-feed></cop-activity-feed><div data-cop="community" data-endpoint=${ENDPOINT}></div></div>`,
    );
    const element = await comes(root, 'cop-activity-feed');
    await until(() => element.found.value, 'community');
    expect(element.cop.endpoint).to.equal(`${location.origin}${ENDPOINT}`);
  });

  it('waits with what is far below until it comes near', async () => {
    const seen: Element[] = [];
    const { observe } = IntersectionObserver.prototype;
    IntersectionObserver.prototype.observe = function (element: Element) {
      seen.push(element);
      observe.call(this, element);
    };
    const directory = html`<cop-member-directory endpoint=${ENDPOINT}></cop-member-directory>`;
    const root = await fixture<HTMLElement>(
      html`<div><section>${directory}</section><div style="block-size: 5000px"></div><section>${directory}</section></div>`,
    );
    const [near, far] = root.querySelectorAll('cop-member-directory');
    await until(() => seen.includes(far as Element), 'waiting element');
    expect(seen).not.to.include(near);
    IntersectionObserver.prototype.observe = observe;
  });
});
