import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { itemAddress } from '../../src/community/openers.js';
import { communityAt } from '../../src/community/community.js';
import { Draft } from '../../src/controllers/draft.js';
import { CopCommunity } from '../../src/elements/community/community.js';
import { CopElement } from '../../src/ui/cop-element.js';
import '../../src/elements/community/community.define.js';
import { endpointOf, info, member, never, problem, visitor } from '../../stories/fixtures.js';
import { one, part, textOf, until } from '../support/story.js';

/** The smallest element of a community: says which one it has found, and who is signed in. */
class Probe extends CopElement {
  static override tag = 'cop-probe';
  changes = 0;

  protected override get defaultHeading(): string {
    return '';
  }
  protected override communityChanged(): void {
    this.changes = (this.changes ?? 0) + 1;
  }
  protected override renderContent(): TemplateResult {
    return html`<p part="found">${this.cop.endpoint.split('/').at(-1)} ${this.cop.session ? (this.cop.session.member?.name ?? 'visitor') : ''}</p>
      <button @click=${() => this.mayOrAsk('ask')}>.</button>`;
  }
}
Probe.define();

let count = 0;
/** An address that no other test uses. */
const address = (name = 'x') => `https://community.example/${(count += 1)}/communities/${name}`;
const found = async (element: Element) => {
  await (element as LitElement).updateComplete;
  await until(() => one(element, '[part=found], [part=notice]'), 'community or notice');
  return textOf(one(element, '[part=found]')) || `(${textOf(one(element, '[part=notice]')).slice(0, 30).trim()})`;
};
const probes = (root: ParentNode) => [...root.querySelectorAll<Probe>('cop-probe')];

describe('an element finds its community', () => {
  it('by its own endpoint first', async () => {
    const root = await fixture(
      html`<cop-community endpoint=${address('around')}><cop-probe endpoint=${address('own')}></cop-probe></cop-community>`,
    );
    expect(await found(probes(root)[0] as Probe)).to.equal('own');
  });

  it('around it, before any other of the page', async () => {
    const root = await fixture(html`<div>
      <cop-community endpoint=${address('other')}></cop-community>
      <cop-community endpoint=${address('outer')}>
        <div><cop-community endpoint=${address('inner')}><p><cop-probe></cop-probe></p></cop-community></div>
      </cop-community>
    </div>`);
    expect(await found(probes(root)[0] as Probe)).to.equal('inner');
  });

  it('anywhere on the page where there is only one', async () => {
    const root = await fixture(
      html`<div><section><cop-probe></cop-probe></section><footer><cop-community endpoint=${address('only')}></cop-community></footer></div>`,
    );
    expect(await found(probes(root)[0] as Probe)).to.equal('only');
  });

  it('by name: its own name, or the last part of the endpoint', async () => {
    const root = await fixture(html`<div>
      <cop-probe community="coaching"></cop-probe><cop-probe community="gov"></cop-probe><cop-probe community="nowhere"></cop-probe>
      <cop-community name="coaching" endpoint=${address('one')}></cop-community><cop-community endpoint=${address('gov')}></cop-community>
    </div>`);
    expect(await Promise.all(probes(root).map(found))).to.deep.equal(['one', 'gov', '(There is no community of that)']);
  });

  it('through shadow roots and slots', async () => {
    class Card extends LitElement {
      protected override render(): TemplateResult {
        return html`<cop-community endpoint=${this.title}><slot></slot></cop-community><cop-community endpoint=${address('other')}></cop-community>`;
      }
    }
    class Box extends LitElement {
      protected override render(): TemplateResult {
        return html`<cop-probe></cop-probe>`;
      }
    }
    customElements.define('test-card', Card);
    customElements.define('test-box', Box);
    const root = await fixture(html`<test-card title=${address('card')}><test-box></test-box><cop-probe></cop-probe></test-card>`);
    const box = root.querySelector('test-box') as LitElement;
    await box.updateComplete;
    expect(await found(probes(root)[0] as Probe)).to.equal('card');
    expect(await found(box.shadowRoot?.querySelector('cop-probe') as Probe)).to.equal('card');
  });

  it('when it comes later, goes, changes its address or its name', async () => {
    const root = await fixture<HTMLElement>(html`<div><cop-probe></cop-probe></div>`);
    const [probe] = probes(root) as [Probe];
    expect(await found(probe)).to.equal('(This element does not know its)');
    const community = document.createElement('cop-community');
    community.endpoint = address('late');
    root.prepend(community);
    await until(async () => (await found(probe)) === 'late', 'late one');
    community.endpoint = address('changed');
    await community.updateComplete;
    expect(await found(probe)).to.equal('changed');
    probe.community = 'named';
    expect(await found(probe)).to.equal('(There is no community of that)');
    community.ownName = 'named';
    await community.updateComplete;
    expect(await found(probe)).to.equal('changed');
    community.remove();
    expect(await found(probe)).to.contain('(There is no community');
  });

  it('anew where it has been moved', async () => {
    const root = await fixture<HTMLElement>(html`<div>
      <cop-community endpoint=${address('a')}><cop-probe></cop-probe></cop-community><cop-community endpoint=${address('b')}></cop-community>
    </div>`);
    const [probe] = probes(root) as [Probe];
    const [, second] = root.querySelectorAll('cop-community');
    expect(await found(probe)).to.equal('a');
    second?.append(probe);
    expect(await found(probe)).to.equal('b');
    root.append(probe);
    expect(await found(probe)).to.equal('(This page has several communit)');
    probe.remove();
    expect(probe.found.value).to.equal(null);
  });

  it('and follows a community that is moved', async () => {
    const root = await fixture<HTMLElement>(
      html`<div><main></main><cop-community endpoint=${address('moved')}><cop-probe></cop-probe></cop-community></div>`,
    );
    const [probe] = probes(root) as [Probe];
    expect(await found(probe)).to.equal('moved');
    root.querySelector('main')?.append(root.querySelector('cop-community') as Element);
    expect(await found(probe)).to.equal('moved');
  });

  it('also where several tags name one endpoint', async () => {
    const endpoint = address('twice');
    const root = await fixture(
      html`<div><cop-community endpoint=${endpoint}></cop-community><cop-community endpoint="${endpoint}/"></cop-community><cop-probe></cop-probe></div>`,
    );
    expect(await found(probes(root)[0] as Probe)).to.equal('twice');
  });

  it('with an address relative to the page', async () => {
    const root = await fixture(html`<cop-probe endpoint="/api/communities/relative"></cop-probe>`);
    expect((root as Probe).cop.endpoint).to.equal(`${location.origin}/api/communities/relative`);
  });

  it('whichever is registered first, and is asked for nothing before', async () => {
    const asked: string[] = [];
    const root = await fixture<HTMLElement>(html`<div></div>`);
    root.innerHTML = `<late-community endpoint="${address('first')}"><cop-probe></cop-probe></late-community><late-community endpoint="${address('second')}"></late-community>`;
    const [probe] = probes(root) as [Probe];
    await probe.updateComplete;
    const { fetch } = window;
    window.fetch = (input) => {
      asked.push(String(input));
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    CopCommunity.define('late-community');
    expect(await until(async () => (await found(probe)) === 'first', 'first')).to.equal(true);
    window.fetch = fetch;
    expect(asked.some((url) => url.includes('/second'))).to.equal(false);
    expect(probe.changes).to.equal(1);
  });

  it('and waits for one whose script is still to come, without a notice', async () => {
    const { querySelector } = Document.prototype;
    const pending = document.createElement('div');
    document.querySelector = ((selector: string) =>
      selector.includes(':not(:defined)') ? pending : querySelector.call(document, selector)) as typeof querySelector;
    const probe = await fixture<Probe>(html`<cop-probe></cop-probe>`);
    expect(one(probe, '[part=notice]')).to.equal(null);
    expect(textOf(one(probe, '[role=status]'))).to.equal('Loading');
    Reflect.deleteProperty(document, 'querySelector');
    await until(() => one(probe, '[part=notice]'), 'notice after a while');
  });
});

describe('an element without a community', () => {
  it('tells the editor what to do, with a snippet', async () => {
    const probe = await fixture<Probe>(html`<cop-probe></cop-probe>`);
    expect(textOf(await part(probe, '[part=notice]'))).to.equal(
      'This element does not know its community yet. Tell it where the community is: <cop-probe endpoint="https://example.org/api/communities/my-community"></cop-probe>',
    );
  });

  it('tells of an address that is none, its own or the community’s', async () => {
    const root = await fixture(
      html`<div><cop-probe endpoint="https://[no"></cop-probe><cop-community endpoint="https://[no"><cop-probe></cop-probe></cop-community></div>`,
    );
    for (const probe of probes(root)) expect(textOf(await part(probe, '[part=notice]'))).to.contain('is not a web address');
  });
});

describe('the elements of a community share', () => {
  it('one session, one description and one token, however many they are', async () => {
    const asked: string[] = [];
    const tokens: boolean[] = [];
    const answer = endpointOf({});
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      asked.push(`${new URL(request.url).pathname.replace(/^.*communities\/shared/, '')} ${request.headers.get('authorization')}`);
      if (request.headers.get('authorization') !== 'Bearer new') return Response.json(problem(401, 'unauthenticated'), { status: 401 });
      return answer(input, init);
    };
    const getToken = async ({ refresh }: { refresh: boolean }) => {
      tokens.push(refresh);
      return refresh ? 'new' : 'old';
    };
    const root = await fixture(html`<cop-community endpoint=${address('shared')} .fetch=${fetch} .getToken=${getToken}>
      ${Array.from({ length: 10 }, () => html`<cop-probe></cop-probe>`)}
    </cop-community>`);
    await until(async () => (await found(probes(root)[9] as Probe)).includes('Ada Example'), 'session');
    expect(new Set(probes(root).map((probe) => probe.cop)).size).to.equal(1);
    expect(asked.sort()).to.deep.equal([' Bearer new', ' Bearer old', '/session Bearer new', '/session Bearer old']);
    expect(tokens).to.deep.equal([false, true]);
  });

  it('the session that a host asks for again', async () => {
    let session = visitor;
    const root = await fixture<CopCommunity>(
      html`<cop-community endpoint=${address()} .fetch=${endpointOf({ 'GET /session': () => session })}><cop-probe></cop-probe></cop-community>`,
    );
    const [probe] = probes(root) as [Probe];
    await until(async () => (await found(probe)).includes('visitor'), 'visitor');
    session = member;
    await root.refreshSession();
    await until(async () => (await found(probe)).includes('Ada Example'), 'member');
  });

  it('what is known of the community, also while somebody else signs in', async () => {
    let session = visitor;
    let silent = false;
    const answer = endpointOf({ 'GET /session': () => session, 'GET ': () => (silent ? never : info) });
    const root = await fixture<CopCommunity>(
      html`<cop-community endpoint=${address()} .fetch=${answer}><cop-probe></cop-probe></cop-community>`,
    );
    const { value } = root;
    await until(() => value?.info && value.session, 'both');
    silent = true;
    session = member;
    await root.refreshSession();
    await until(() => value?.session?.member, 'the member');
    // What the person before had read is forgotten, and the community is asked anew.
    await until(async () => (await value?.storage.get(`viewer|${value.endpoint}`)) === member.member?.id, 'the new viewer');
    await new Promise((next) => setTimeout(next, 50));
    expect(value?.info?.name).to.equal(info.name);
  });

  it('nothing with another community', async () => {
    const root = await fixture(html`<div>
      <cop-community endpoint=${address('one')} .fetch=${endpointOf({}, visitor)}><cop-probe></cop-probe></cop-community>
      <cop-community endpoint=${address('two')} .fetch=${endpointOf({}, member)}><cop-probe></cop-probe></cop-community>
    </div>`);
    const [first, second] = probes(root) as [Probe, Probe];
    await until(async () => (await found(first)) === 'one visitor' && (await found(second)) === 'two Ada Example', 'sessions');
  });

  it('requests that are not made again when a property of the host page changes', async () => {
    const asked: string[] = [];
    const answer = endpointOf({});
    const root = await fixture<CopCommunity>(html`<cop-community
      endpoint=${address()}
      .fetch=${((input, init) => (asked.push(String(input)), answer(input, init))) as typeof fetch}
      ><cop-probe></cop-probe
    ></cop-community>`);
    await until(async () => (await found(probes(root)[0] as Probe)).includes('Ada'), 'session');
    root.signInUrl = '/elsewhere';
    await root.updateComplete;
    await new Promise((next) => setTimeout(next, 50));
    expect(asked).to.have.length(2);
    expect(root.value?.signInUrl).to.equal('/elsewhere');
  });
});

describe('sign-in', () => {
  it('is asked for by an event that the host may take over, else by a notice with the link', async () => {
    const root = await fixture(
      html`<cop-community endpoint=${address()} sign-in-url="/login" .fetch=${endpointOf({}, visitor)}><cop-probe></cop-probe></cop-community>`,
    );
    const [probe] = probes(root) as [Probe];
    await until(async () => (await found(probe)).includes('visitor'), 'session');
    const seen: string[] = [];
    const onRequest = (event: Event) => {
      seen.push((event as Event & { permission: string }).permission);
      if (seen.length === 1) event.preventDefault();
    };
    document.addEventListener('cop-sign-in-request', onRequest);
    one(probe, 'button')?.click();
    await probe.updateComplete;
    expect(one(probe, '[part=notice]')).to.equal(null);
    one(probe, 'button')?.click();
    await probe.updateComplete;
    document.removeEventListener('cop-sign-in-request', onRequest);
    expect(seen).to.deep.equal(['ask', 'ask']);
    expect(one(probe, '[part=notice] a')?.getAttribute('href')).to.equal('/login');
  });

  it('is not asked of a member who may not: that is told', async () => {
    const root = await fixture(
      html`<cop-community endpoint=${address()} .fetch=${endpointOf({}, { ...member, can: [] })}><cop-probe></cop-probe></cop-community>`,
    );
    const [probe] = probes(root) as [Probe];
    await until(async () => (await found(probe)).includes('Ada'), 'session');
    one(probe, 'button')?.click();
    await probe.updateComplete;
    expect(textOf(one(probe, '[part=notice]'))).to.contain('You may not do this here.');
  });
});

describe('what waited for a connection and is refused', () => {
  it('is told once, with the reason and what it was, and its text is a draft again', async () => {
    let online = false;
    const answers = endpointOf({ 'POST /posts': problem(422, 'invalid', 'No links, please.') });
    const fetch: typeof globalThis.fetch = (input, init) =>
      online || init?.method !== 'POST' ? answers(input, init) : Promise.reject(new TypeError('Failed to fetch'));
    const root = await fixture(
      html`<cop-community endpoint=${address()} .fetch=${fetch}><cop-probe></cop-probe><cop-probe></cop-probe></cop-community>`,
    );
    const [first, second] = probes(root) as [Probe, Probe];
    await until(() => first.cop.session, 'session');
    const draft = new Draft(first, first.cop, 'post', { body: '' });
    draft.set({ body: 'See example.org' });
    await first.send('post', draft.keptFor({ method: 'POST', path: '/posts', body: draft.value, touches: [] }));
    draft.clear();
    online = true;
    window.dispatchEvent(new Event('online'));
    const notice = await part(first, '[role=alert]');
    expect(textOf(notice)).to.contain('No links, please.').and.to.contain('See example.org');
    await until(() => draft.value.body === 'See example.org', 'draft');
    await second.updateComplete;
    expect(one(second, '[role=alert]')).to.equal(null);
    notice.querySelector('button')?.click();
    await until(() => !one(first, '[role=alert]'), 'no notice');
    draft.clear();
  });
});

describe('a community', () => {
  it('is the same for the same address, with or without a slash', () => {
    const endpoint = address('same');
    expect(communityAt(endpoint)).to.equal(communityAt(`${endpoint}/`));
    expect(communityAt(endpoint)).to.not.equal(communityAt(address('same')));
    expect(communityAt(endpoint).name).to.equal('same');
  });

  it('knows nothing as forbidden before it is known', () => {
    const community = communityAt(address());
    expect(community.has('posts')).to.equal(true);
    expect(community.can('ask')).to.equal(false);
    expect(community.couldIfSignedIn()).to.equal(false);
  });

  it('has no box of its own in the page', async () => {
    const root = await fixture(html`<cop-community endpoint=${address()}></cop-community>`);
    expect(getComputedStyle(root).display).to.equal('contents');
  });
});

describe('addresses of what another page shows', () => {
  it('lead to collections and requests where resources are', () => {
    const at = (type: string) => itemAddress('/team/{type}s?{item}', { type, id: 'x-1', title: null, url: null } as never, 'team');
    expect(at('collection')).to.equal('/team/resources?cop-collection=team%2Fx-1');
    expect(at('request')).to.equal('/team/resources?cop-request=team%2Fx-1');
    expect(at('question')).to.equal('/team/questions?cop-ask=team%2Fx-1');
  });
});
