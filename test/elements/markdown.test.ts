import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { registerOpener } from '../../src/community/openers.js';
import { CopElement } from '../../src/ui/cop-element.js';
import '../../src/elements/community/community.define.js';
import { endpointOf, withEndpoint } from '../../stories/fixtures.js';
import { one, part, show } from '../support/story.js';
import { prose, toNodes } from '../../src/ui/markdown.js';
import { sanitize } from '../../src/ui/sanitize.js';

declare global {
  interface Window {
    harmed?: number;
  }
}
const HARM = 'window.harmed = 1';

/** Old acquaintances of every sanitiser: each would set `window.harmed`, restyle the page, or send something away. */
const HOSTILE: Record<string, string> = {
  script: `<script>${HARM}</script>`,
  'script in svg': `<svg><script>${HARM}</script></svg>`,
  'svg onload': `<svg onload="${HARM}"><circle r="9"/></svg>`,
  'img onerror': `<img src="x" onerror="${HARM}">`,
  'img onerror, unquoted': `<img src=x onerror=window.harmed=1//`,
  'body onload': `<body onload="${HARM}">`,
  'details ontoggle': `<details open ontoggle="${HARM}">x</details>`,
  'input autofocus': `<input autofocus onfocus="${HARM}">`,
  'javascript link': `<a href="javascript:${HARM}">x</a>`,
  'javascript link with controls': `<a href="java\tscript:${HARM}">x</a><a href="&#1;javascript:${HARM}">y</a>`,
  'javascript link in entities': `<a href="&#106;avascript:${HARM}">x</a>`,
  'javascript in Markdown': `[x](javascript:${HARM.replaceAll(' ', '')})`,
  'vbscript and data links': '<a href="vbscript:msgbox(1)">x</a><a href="data:text/html,<script>alert(1)</script>">y</a>',
  'data image': '<img src="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=">',
  'link to another host by slashes': '<a href="//evil.example">x</a><a href="/\\evil.example">y</a>',
  iframe: `<iframe src="javascript:${HARM}"></iframe>`,
  'iframe srcdoc': `<iframe srcdoc="<script>parent.harmed = 1</script>"></iframe>`,
  'object and embed': `<object data="javascript:${HARM}"></object><embed src="javascript:${HARM}">`,
  form: '<form action="https://evil.example"><input name="a"><button>Sign in</button></form>',
  style: '<style>* { display: none !important }</style>',
  'style attribute': '<p style="position:fixed;inset:0">x</p>',
  'class and id': '<p class="primary" id="thread-title" slot="x" part="base">x</p>',
  'link and meta':
    '<link rel="stylesheet" href="https://evil.example/a.css"><meta http-equiv="refresh" content="0;url=https://evil.example">',
  base: '<base href="https://evil.example/">',
  mathml: `<math><mtext><table><mglyph><style><img src=x onerror="${HARM}"></style></mglyph></table></mtext></math>`,
  'mutation by noscript': `<noscript><p title="</noscript><img src=x onerror='${HARM}'>">`,
  'mutation by svg style': `<svg></p><style><a id="</style><img src=1 onerror='${HARM}'>">`,
  'mutation by form nesting': `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror='${HARM}' src>">`,
  'mutation by template': `<template><img src=x onerror="${HARM}"></template>`,
  'mutation by comment': `<!--><img src=x onerror="${HARM}">-->`,
  'mutation by title': `<svg><title><style><img src=x onerror="${HARM}"></style></title></svg>`,
  'custom element': '<cop-ask-the-community endpoint="https://evil.example"></cop-ask-the-community>',
  'srcset and ping':
    '<img srcset="https://evil.example/a 1x" src="https://example.org/a.png"><a ping="https://evil.example" href="https://example.org">x</a>',
  xlink: `<svg><a xlink:href="javascript:${HARM}"><text>x</text></a></svg>`,
  'dangling markup': '<img src="https://evil.example/?',
  clobbering: '<img name="body"><a id="location" href="https://example.org">x</a>',
};
const ELEMENTS = /^(a|abbr|b|blockquote|br|code|del|em|h[3-6]|hr|i|img|kbd|li|ol|p|pre|s|strong|sub|sup|table|tbody|td|th|thead|tr|ul)$/;
const ATTRIBUTES = /^(href|src|alt|title|start|colspan|rowspan|align|rel|loading|referrerpolicy)$/;

function faultsOf(fragment: DocumentFragment): string[] {
  return [...fragment.querySelectorAll('*')].flatMap((element) => [
    ...(ELEMENTS.test(element.localName) && element.namespaceURI === 'http://www.w3.org/1999/xhtml' ? [] : [`<${element.localName}>`]),
    ...[...element.attributes].filter(({ name }) => !ATTRIBUTES.test(name)).map(({ name }) => `${element.localName}[${name}]`),
    ...[...element.attributes]
      .filter(({ name, value }) => (name === 'href' || name === 'src') && !/^(https?:\/\/|mailto:|#|\/(?![/\\]))/.test(value))
      .map(({ name, value }) => `${name}="${value}"`),
  ]);
}

for (const native of [true, false]) {
  describe(`sanitising ${native ? 'by setHTML' : 'by DOMPurify'}`, () => {
    before(function () {
      expect('setHTML' in Element.prototype, 'this browser has setHTML, so both ways are tried').to.be.true;
    });

    for (const [name, markup] of Object.entries(HOSTILE)) {
      it(`takes the harm out of ${name}`, async () => {
        delete window.harmed;
        const fragment = await sanitize(markup, { native });
        expect(faultsOf(fragment)).to.deep.equal([]);
        const place = document.body.appendChild(document.createElement('div'));
        place.append(fragment);
        for (const link of place.querySelectorAll('a')) if (link.protocol === 'javascript:') link.click();
        await new Promise((resolve) => setTimeout(resolve, 20));
        place.remove();
        expect(window.harmed).to.equal(undefined);
      });
    }

    it('keeps what is written', async () => {
      const fragment = await sanitize(
        '<h4>T</h4><p>a <strong>b</strong> <code>c</code></p><ol start="3"><li>d</li></ol><table><tbody><tr><td>e</td></tr></tbody></table>',
        { native },
      );
      expect(fragment.textContent).to.equal('Ta b cde');
      expect(fragment.querySelector('ol')!.start).to.equal(3);
      expect(fragment.querySelector('td')!.textContent).to.equal('e');
    });

    it('keeps whom a text names as data, and no address of that kind', async () => {
      const fragment = await sanitize(
        '<a href="member:m-1">@Ada</a><a href="member:m-1">No name</a><a href="member:javascript:1">@x</a><a href="member:m-2" data-member="m-3">@y</a>',
        { native },
      );
      const links = [...fragment.querySelectorAll('a')];
      expect(links.map((link) => [link.dataset['member'], link.getAttribute('href')])).to.deep.equal([
        ['m-1', null],
        [undefined, null],
        [undefined, null],
        ['m-2', null],
      ]);
    });

    it('keeps the text of what only formats', async () => {
      const fragment = await sanitize('<div>a <span>b</span> <font>c</font></div>', { native });
      expect(fragment.textContent).to.equal('a b c');
    });

    it('says whose links they are, and lets images come late', async () => {
      const fragment = await sanitize(
        '<a href="https://example.org" rel="opener" target="_top">x</a><img src="https://example.org/a.png" alt="A">',
        { native },
      );
      const link = fragment.querySelector('a')!;
      expect(link.rel).to.equal('ugc noopener');
      expect(link.target).to.equal('');
      const image = fragment.querySelector('img')!;
      expect([image.loading, image.referrerPolicy, image.alt]).to.deep.equal(['lazy', 'no-referrer', 'A']);
    });
  });
}

describe('sanitising under Trusted Types', () => {
  for (const native of [true, false]) {
    it(native ? 'by setHTML' : 'by DOMPurify', async () => {
      const frame = document.createElement('iframe');
      const answer = new Promise<string>((resolve) =>
        addEventListener('message', (event) => event.source === frame.contentWindow && resolve(String(event.data)), { once: true }),
      );
      const module = new URL('../../src/ui/sanitize.ts', import.meta.url).href;
      frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types dompurify">
        <script type="module">
          import { sanitize } from '${module}';
          let violations = 0;
          document.addEventListener('securitypolicyviolation', () => (violations += 1));
          const said = await sanitize('<p>a <b>b</b><script>1<\\/script></p>', { native: ${native} }).then((f) => f.textContent, (e) => 'failed: ' + e.message);
          parent.postMessage(said + '|' + violations, '*');
        </script>`;
      document.body.append(frame);
      expect(await answer).to.equal('a b|0');
      frame.remove();
    });
  }
});

describe('Markdown', () => {
  const markup = async (text: string, shape?: 'blocks' | 'line') => {
    const holder = document.createElement('div');
    holder.append(await toNodes(text, shape));
    return holder.innerHTML.trim();
  };

  it('has headings below the heading of the thing it belongs to', async () => {
    expect(await markup('# a\n\n## b\n\n##### c')).to.equal('<h4>a</h4>\n<h5>b</h5>\n<h6>c</h6>');
  });

  it('has no blocks in a line', async () => {
    expect(await markup('# a **b** `c`', 'line')).to.equal('# a <strong>b</strong> <code>c</code>');
  });

  it('shows tags as they were written, but for plain marks', async () => {
    expect(await markup('Press <kbd>F</kbd> in a <div class="x"> <!-- not this -->')).to.equal(
      '<p>Press <kbd>F</kbd> in a &lt;div class="x"&gt; </p>',
    );
    expect(await markup('<b onclick="x()">a</b>\n\n<img src=x onerror=y()>')).to.not.match(/<(?!\/?p>|\/b>)/);
  });

  it('gives each place its own nodes', async () => {
    const [one, other] = [await toNodes('*x*'), await toNodes('*x*')];
    expect(one.firstChild).not.to.equal(other.firstChild);
  });

  it('stays in place while what is around it changes', async () => {
    const place = document.createElement('div');
    const show = (text: string, around: string) => render(html`<p>${around}</p>${prose(text)}`, place);
    show('**a**', '1');
    expect(place.querySelector('.prose')!.textContent, 'plain until the parser is there').to.equal('**a**');
    await toNodes('**a**');
    await new Promise((resolve) => setTimeout(resolve));
    const bold = place.querySelector('strong');
    expect(bold!.textContent).to.equal('a');
    show('**a**', '2');
    expect(place.querySelector('strong')).to.equal(bold);
    show('**b**', '2');
    await toNodes('**b**');
    await new Promise((resolve) => setTimeout(resolve));
    expect(place.querySelector('strong')!.textContent).to.equal('b');
  });
});

/** An element that shows one text. */
class Reading extends CopElement {
  static override tag = 'cop-reading-test';
  protected override get defaultHeading(): string {
    return '';
  }
  protected override renderContent(): unknown {
    return prose('Ask [@Ada Example](member:m-ada) **now**, or [x](member:m-bo).');
  }
}
Reading.define();

describe('people named in a text', () => {
  const reading = () => show<Reading>(withEndpoint(endpointOf({}), html`<cop-reading-test></cop-reading-test>`), Reading.tag);

  it('are plain text where the page shows no members, and links as soon as it does', async () => {
    const element = await reading();
    const link = (await part(element, 'a[data-member]')) as HTMLAnchorElement;
    expect(link.textContent).to.equal('@Ada Example');
    expect(link.hasAttribute('href')).to.equal(false);
    const opened: string[] = [];
    const gone = registerOpener({
      noun: 'member',
      communityName: element.cop.name,
      href: (id) => `https://example.org/people?cop-member=${id}`,
      open: (id) => void opened.push(id),
    });
    element.requestUpdate();
    await element.updateComplete;
    expect(link.href).to.equal('https://example.org/people?cop-member=m-ada');
    const told: string[] = [];
    element.addEventListener('cop-open', (event) => told.push(`${event.object.type} ${event.object.id} ${event.object.title}`));
    link.click();
    expect(opened).to.deep.equal(['m-ada']);
    expect(told).to.deep.equal(['member m-ada Ada Example']);
    gone();
    element.requestUpdate();
    await element.updateComplete;
    expect(one(element, 'a[data-member]')!.hasAttribute('href')).to.equal(false);
  });

  it('can be taken over by the page', async () => {
    const element = await reading();
    const link = await part(element, 'a[data-member]');
    const opened: string[] = [];
    const gone = registerOpener({ noun: 'member', communityName: element.cop.name, href: () => '#a', open: (id) => void opened.push(id) });
    element.requestUpdate();
    await element.updateComplete;
    element.addEventListener('cop-open', (event) => event.preventDefault(), { once: true });
    link.click();
    expect(opened).to.deep.equal([]);
    gone();
  });
});
