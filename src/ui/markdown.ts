import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';

const rendered = new Map<string, Promise<DocumentFragment>>();
const KEPT = 200;

/** Markdown as safe nodes. The parser and the sanitiser load with the first text. */
export async function toNodes(text: string): Promise<DocumentFragment> {
  let nodes = rendered.get(text);
  if (!nodes) {
    nodes = Promise.all([import('marked'), import('./sanitize.js')]).then(([{ parse }, { sanitize }]) => sanitize(parse(text, { async: false, gfm: true, breaks: false })));
    rendered.set(text, nodes);
    if (rendered.size > KEPT) rendered.delete(rendered.keys().next().value!);
  }
  return (await nodes).cloneNode(true) as DocumentFragment;
}

/** A text of a member, formatted; as plain text until the parser is there, and where it cannot come. */
export const prose = (text: string): TemplateResult =>
  html`<div class="prose" part="prose" dir="auto">${until(toNodes(text).catch(() => text), html`<p class="plain">${text}</p>`)}</div>`;
