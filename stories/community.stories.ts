import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/activity-feed/activity-feed.define.js';
import '../src/elements/ask-the-community/ask-the-community.define.js';
import '../src/elements/community/community.define.js';
import '../src/elements/resource-list/resource-list.define.js';
import { activity, endpointOf, offline, page, problem, questionSummary, resource, visitor, withEndpoint } from './fixtures.js';

const meta: Meta = { title: 'Elements/Community', component: 'cop-community' };
export default meta;
type Story = StoryObj;

const replies = {
  'GET /questions': page([
    questionSummary(),
    questionSummary({ id: 'q-2', title: 'Who has tried rotating facilitators?', answerCount: 0 }),
  ]),
  'GET /resources': page([resource(), resource({ id: 'r-2', title: 'How to run a successful team retreat' })]),
  'GET /activities': page([activity()]),
  'GET /topics': { items: [] },
};
const elements = html`<cop-ask-the-community></cop-ask-the-community><cop-resource-list></cop-resource-list>`;

/** Two elements share its connection, cache and session. */
export const Default: Story = { render: () => withEndpoint(endpointOf(replies), elements) };

/** The elements stand elsewhere in the page; the only community of it is theirs. */
export const Apart: Story = {
  render: () => html`${withEndpoint(endpointOf(replies), html``)}<cop-ask-the-community></cop-ask-the-community>`,
};

/** A visitor reads; whoever writes is led to the sign-in of the host. */
export const SignedOut: Story = { render: () => withEndpoint(endpointOf(replies, visitor), elements) };

/** No connection: each element says so, and tries again when asked. */
export const Offline: Story = {
  render: () =>
    withEndpoint(endpointOf({ 'GET /questions': offline, 'GET /resources': offline, 'GET ': offline, 'GET /session': offline }), elements),
};

/** The address has a slip in it: the elements tell the editor, with the address. */
export const NoSuchCommunity: Story = { render: () => withEndpoint(endpointOf({ 'GET ': problem(404, 'not-found') }, visitor), elements) };

/** Without an endpoint: the elements tell the editor. */
export const Unconfigured: Story = { render: () => html`<cop-community>${elements}</cop-community>` };
