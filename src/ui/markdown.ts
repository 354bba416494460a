import { html, noChange, type ChildPart, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import type { CopElement } from './cop-element.js';
import { placeMentions } from './mentions.js';

/** Blocks as they stand, or marks within a line alone. */
type Shape = 'blocks' | 'line';

const rendered = new Map<string, Promise<DocumentFragment>>();
const KEPT = 200;
/** A “#” in a text is below the heading of the thing it belongs to. */
const DEEPER = 3;

/** Tags that may stand in a text, without attributes. All else is shown as it was written: `<div>` in a question about HTML is a word. */
const NO_TAG = /<(?!\/?(?:b|i|em|strong|s|del|sub|sup|kbd|code|pre|br|hr|p|blockquote|ul|ol|li)\s*\/?>)/gi;

async function render(text: string, shape: Shape): Promise<DocumentFragment> {
  const [{ Marked }, { sanitize }] = await Promise.all([import('marked'), import('./sanitize.js')]);
  const marked = new Marked({
    gfm: true,
    renderer: { html: ({ text }) => text.replace(/<!--[^]*?-->/g, '').replace(NO_TAG, '&lt;') },
    walkTokens: (token) => {
      if (token.type === 'heading') token['depth'] = Math.min(6, Number(token['depth']) + DEEPER);
    },
  });
  const nodes = await sanitize(shape === 'line' ? await marked.parseInline(text) : await marked.parse(text));
  // What is too wide scrolls by itself, so it can be reached by keyboard.
  for (const wide of nodes.querySelectorAll<HTMLElement>('pre, table')) wide.tabIndex = 0;
  return nodes;
}

/** Markdown as safe nodes. The parser and the sanitiser load with the first text. */
export async function toNodes(text: string, shape: Shape = 'blocks'): Promise<DocumentFragment> {
  const key = shape + text;
  let nodes = rendered.get(key);
  if (!nodes) {
    nodes = render(text, shape);
    rendered.set(key, nodes);
    // A failed load is tried again with the next text.
    nodes.catch(() => rendered.delete(key));
    for (const oldest of rendered.keys()) {
      if (rendered.size <= KEPT) break;
      rendered.delete(oldest);
    }
  }
  return (await nodes).cloneNode(true) as DocumentFragment;
}

/** Stays as it is until the text is another one: selection, focus and images in it survive every render around it. */
class Prose extends AsyncDirective {
  #text: string | undefined;
  #mentions: readonly HTMLAnchorElement[] = [];

  override render(text: string, _shape: Shape): unknown {
    return text;
  }

  override update({ options }: ChildPart, [text, shape]: [string, Shape]): unknown {
    const host = options?.host as CopElement | undefined;
    if (text === this.#text) {
      placeMentions(this.#mentions, host);
      return noChange;
    }
    const first = this.#text === undefined;
    this.#text = text;
    toNodes(text, shape).then(
      (nodes) => {
        if (this.#text !== text) return;
        this.#mentions = [...nodes.querySelectorAll<HTMLAnchorElement>('a[data-member]')];
        placeMentions(this.#mentions, host);
        this.setValue(nodes);
      },
      () => {
        if (this.#text === text) this.setValue(text);
      },
    );
    return first ? text : noChange;
  }
}
const formatted = directive(Prose);

/** A text of a member, formatted; as plain text until the parser is there, and where it cannot come. */
export const prose = (text: string): TemplateResult => html`<div class="prose" part="prose" dir="auto">${formatted(text, 'blocks')}</div>`;
/** The same for a remark: marks within the line, no blocks. */
export const proseLine = (text: string): TemplateResult =>
  html`<span class="prose" part="prose" dir="auto">${formatted(text, 'line')}</span>`;
