import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/define.js';
import type { CopElement } from '../src/ui/cop-element.js';
import { endpointOf, withEndpoint } from './fixtures.js';
import { repliesOf } from './ask-the-community.stories.js';

/** What all elements have in common, shown on the one that asks: menu, keys, toasts, and what editors choose. */
const meta: Meta = { title: 'Elements/What all have in common' };
export default meta;

type Story = StoryObj & { render: () => TemplateResult };
const ask = (content: TemplateResult) => withEndpoint(endpointOf(repliesOf()), content);
const plain = html`<cop-ask-the-community></cop-ask-the-community>`;

/** Waits for the rows, then does what the story is about. */
const then =
  (act: (element: CopElement) => void): StoryObj['play'] =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector<CopElement>('cop-ask-the-community');
    for (let n = 0; n < 100 && !element?.shadowRoot?.querySelector('.rows .title a'); n++)
      await new Promise((next) => setTimeout(next, 30));
    if (element) act(element);
    await new Promise((next) => setTimeout(next, 300));
  };
const press = (selector: string) => (element: CopElement) => element.shadowRoot?.querySelector<HTMLElement>(selector)?.click();

export const Menu: Story = { render: () => ask(plain), play: then(press('[part=menu]')) };
export const Keys: Story = {
  render: () => ask(plain),
  play: then((element) => {
    const link = element.shadowRoot?.querySelector<HTMLElement>('.rows a');
    link?.focus();
    link?.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, composed: true, cancelable: true }));
  }),
};
export const Toasts: Story = {
  render: () => ask(plain),
  play: then((element) => {
    element.toast('Deleted.', { undo: () => {} });
    element.toast('Exported 120 rows.');
  }),
};
export const OnlyShows: Story = { render: () => ask(html`<cop-ask-the-community read-only></cop-ask-the-community>`) };
export const FewParts: Story = {
  render: () =>
    ask(html`<cop-ask-the-community hide="count search sort menu" filters="kind" show="answers author"></cop-ask-the-community>`),
};
export const RowsAlone: Story = {
  render: () => ask(html`<cop-ask-the-community hide="head tools" show="answers"></cop-ask-the-community>`),
};
export const StructuredData: Story = { render: () => ask(html`<cop-ask-the-community structured-data></cop-ask-the-community>`) };
