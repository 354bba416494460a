import { fixture, html } from '@open-wc/testing';
import type { StoryObj } from '@storybook/web-components-vite';
import type { LitElement, TemplateResult } from 'lit';

/** What the tests of all elements need: a story on the page, and waiting for what it comes to show. */

type Play = (context: { canvasElement: HTMLElement }) => Promise<void> | void;

/** Draws a story, plays it, and gives its first element of that tag. */
export async function show<T extends HTMLElement = LitElement>(story: StoryObj | TemplateResult, tag: string): Promise<T> {
  const isStory = !('strings' in story);
  const content = isStory ? (story.render as unknown as () => TemplateResult)() : story;
  const canvas = await fixture<HTMLElement>(html`<div>${content}</div>`);
  if (isStory && story.play) await (story.play as unknown as Play)({ canvasElement: canvas });
  return canvas.querySelector<T>(tag) as T;
}

const roots = (canvas: Element): ShadowRoot[] =>
  [canvas, ...canvas.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? [shadowRoot, ...[...shadowRoot.children].flatMap(roots)] : [],
  );

const frames = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));

/** Ends what fades or slides in or under an element: a look is judged at its end. A new look is seen with a frame, and drawn with the next. */
export async function endMotion(canvas: Element): Promise<void> {
  await frames();
  await frames();
  for (const animation of roots(canvas).flatMap((root) => root.getAnimations()))
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
}

/** Waits until nothing in or under an element changes any more. */
export async function still(canvas: Element): Promise<void> {
  for (let last = '', calm = 0, n = 0; calm < 3 && n < 40; n++) {
    await new Promise((next) => setTimeout(next, 40));
    const now = roots(canvas)
      .map(({ innerHTML }) => innerHTML.length)
      .join();
    calm = now === last ? calm + 1 : 0;
    last = now;
  }
  await endMotion(canvas);
}

/** Waits until something is true or there; fails with what it waited for. */
export async function until<T>(
  what: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  name = what.toString(),
  patience = 10_000,
): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((next) => setTimeout(next, 10))) {
    const found = await what();
    if (found) return found;
  }
  throw new Error(`In ${patience} ms there was no ${name}`);
}

export const all = (element: Element, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
export const one = (element: Element, selector: string): HTMLElement | null => all(element, selector)[0] ?? null;
/** The text as it is read, with single spaces. */
export const textOf = (node: Node | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Waits for an element within an element’s shadow root. */
export const part = (element: Element, selector: string): Promise<HTMLElement> => until(() => one(element, selector), selector);

/** An answer that comes when the test says so. */
export function later<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}
