import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { Resource, Session } from '../src/contract/index.js';
import '../src/elements/community/community.define.js';
import '../src/elements/resource-list/resource-list.define.js';
import type { CopResourceList } from '../src/elements/resource-list/resource-list.js';
import {
  at,
  bo,
  chooseIn,
  endpointOf,
  never,
  offline,
  page,
  person,
  pressIn,
  problem,
  reader,
  resource,
  steward,
  visitor,
  withEndpoint,
  type Reply,
} from './fixtures.js';
import { library, someResources } from './resource-library.js';

const meta: Meta = { title: 'Elements/Resource list', component: 'cop-resource-list' };
export default meta;
type Story = StoryObj & { render: () => TemplateResult };

const plain = html`<cop-resource-list></cop-resource-list>`;
const show = (replies: Record<string, Reply> = {}, content = plain, session?: Session): Story => ({
  render: () => withEndpoint(endpointOf({ ...library(undefined, session), ...replies }, session), content),
});
const only = (...items: Resource[]) => ({ 'GET /resources': page(items, { facets: { kind: [], topic: [], language: [] } }) });

/** Opens an item, the form or the panel as soon as the list is there. */
function after(story: Story, act: (list: CopResourceList) => void | Promise<void>): Story {
  return {
    ...story,
    play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
      const list = canvasElement.querySelector('cop-resource-list') as CopResourceList;
      for (let tries = 0; tries < 100 && !list.renderRoot?.querySelector('a[data-id], .empty'); tries += 1) {
        await new Promise((next) => setTimeout(next, 20));
      }
      await act(list);
    },
  };
}
const open = (id: string) => (list: CopResourceList) => list.renderRoot.querySelector<HTMLElement>(`a[data-id="${id}"]`)?.click();
const press = (selector: string) => (list: CopResourceList) => list.renderRoot.querySelector<HTMLElement>(selector)?.click();

export const Default: Story = show();
export const Grid: Story = show({}, html`<cop-resource-list layout="grid"></cop-resource-list>`);
export const Compact: Story = show({}, html`<cop-resource-list density="compact" heading="In the library"></cop-resource-list>`);
export const Paged: Story = show({}, html`<cop-resource-list limit="4"></cop-resource-list>`);
export const Filtered: Story = show({}, html`<cop-resource-list kind="article" topic="remote-teams" sort="title"></cop-resource-list>`);
export const Facets: Story = after(show(), press('[aria-controls=facets]'));
export const Loading: Story = show({ 'GET /resources': never });
export const Empty: Story = show(only());
export const NothingFound: Story = show({}, html`<cop-resource-list q="kanban for choirs"></cop-resource-list>`);
export const Error: Story = show({ 'GET /resources': problem(500, 'server') });
export const Offline: Story = show({ 'GET /resources': offline });
export const NoPermission: Story = show({ 'GET /resources': problem(403, 'forbidden') });
export const SignedOut: Story = show({}, plain, visitor);
export const ReadOnly: Story = show({}, plain, reader);
export const Unconfigured: Story = { render: () => plain };

export const Detail: Story = after(show(), open('r-1'));
export const DetailOfAFile: Story = after(show(), open('r-4'));
export const DetailForASteward: Story = after(show({}, plain, steward), open('r-4'));
export const DetailGone: Story = after(show({ 'GET /resources/:id': problem(404, 'not-found') }), open('r-2'));
export const Suggest: Story = after(show(), press('[part~=suggest]'));
export const SuggestRefused: Story = after(show({ 'POST /resources': problem(500, 'server') }), press('[part~=suggest]'));
/** A link that the community has: the form leads to it. */
export const SuggestKnown: Story = after(show(), async (list) => {
  press('[part~=suggest]')(list);
  const find = () => list.renderRoot.querySelector<HTMLInputElement>('#resource-url');
  for (let tries = 0; tries < 100 && !find(); tries += 1) await new Promise((next) => setTimeout(next, 20));
  const field = find() as HTMLInputElement;
  field.value = 'www.example.org/personal-maps/';
  field.dispatchEvent(new Event('input', { bubbles: true }));
});
export const Lines: Story = show({}, html`<cop-resource-list layout="compact"></cop-resource-list>`);
export const DetailToLookAt: Story = after(show(), open('r-7'));
export const DetailForAStewardToEndorse: Story = after(
  show(
    {
      'GET /resources/:id': resource({
        viewer: { ...resource().viewer, can: ['comment', 'use', 'vote', 'save', 'endorse', 'review', 'retire'] },
      }),
    },
    plain,
    steward,
  ),
  open('r-1'),
);
export const Proposed: Story = after(
  show(
    {
      'GET /resources/:id': resource({
        status: 'proposed',
        viewer: { ...resource().viewer, can: ['edit', 'delete', 'publish', 'decline'] },
      }),
    },
    plain,
    steward,
  ),
  open('r-1'),
);
export const SentBack: Story = after(
  show({
    'GET /resources/:id': resource({
      status: 'draft',
      statusNote: 'Say who it is for.',
      viewer: { ...resource().viewer, can: ['edit', 'delete', 'publish'] },
    }),
  }),
  open('r-1'),
);
const change: NonNullable<Resource['change']> = {
  content: {
    url: 'https://example.org/personal-maps-2',
    description: 'A picture that each member draws of another, to ask kinder questions.',
  },
  by: bo,
  at: at(1),
  returned: null,
};
export const ChangeForAStewardToSettle: Story = after(
  show(
    {
      'PUT /resources/:id/change': resource({ version: 2 }),
      'GET /resources/:id': resource({ change, viewer: { ...resource().viewer, can: ['edit', 'delete', 'settle', 'withdraw'] } }),
    },
    plain,
    steward,
  ),
  open('r-1'),
);
export const ChangeSentBack: Story = after(
  show({
    'GET /resources/:id': resource({
      change: { ...change, returned: 'The new page asks for an account.' },
      viewer: { ...resource().viewer, can: ['edit', 'delete', 'withdraw'] },
    }),
  }),
  open('r-1'),
);
export const NoLongerRight: Story = after(
  show({ 'GET /resources/:id': resource({ status: 'obsolete', statusNote: 'The tool is gone.' }) }),
  open('r-1'),
);
export const OneCollection: Story = show({}, html`<cop-resource-list collection="k-1"></cop-resource-list>`);
export const AllCollections: Story = after(show(), press('.shelf-row > :last-child'));
export const ArrangeACollection: Story = {
  ...show({}, html`<cop-resource-list collection="k-1"></cop-resource-list>`),
  play: async ({ canvasElement }) => {
    const list = canvasElement.querySelector('cop-resource-list') as CopResourceList;
    const button = () => list.renderRoot?.querySelector<HTMLElement>('.arrange');
    for (let tries = 0; tries < 100 && !button(); tries += 1) await new Promise((next) => setTimeout(next, 20));
    button()?.click();
  },
};
export const NothingButOtherWords: Story = show({}, html`<cop-resource-list q="fedback"></cop-resource-list>`);
export const OwnRows: Story = show(
  {},
  html`<cop-resource-list .renderItem=${(r: Resource) => html`<b>${r.title}</b>`}></cop-resource-list>`,
);
export const SuggestFromNothing: Story = after(
  show({}, html`<cop-resource-list q="Kanban for choirs"></cop-resource-list>`),
  press('.empty > button'),
);

/** What stewards may do with each; one waits for them, one is out of the list. */
const cared = someResources.map((item): Resource => ({
  ...item,
  viewer: {
    ...item.viewer,
    can: ['edit', 'delete', 'comment', 'use', 'vote', 'save', 'endorse', 'review', 'look-after', 'hand-over', 'retire'],
  },
}));
/** Several resources are chosen, and something is about to be done with them. */
const choosing = (presses: readonly string[] = [], replies: Record<string, Reply> = {}, content = plain): Story => ({
  ...show({ ...library(cared, steward), 'GET /members': page([person()]), ...replies }, content, steward),
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    await chooseIn(canvasElement, 'cop-resource-list', 1, 2, 4);
    for (const selector of presses) await pressIn(canvasElement, 'cop-resource-list', selector);
  },
});
export const Choosing: Story = choosing();
export const ChoosingPlaces: Story = choosing(['#bulk-sort']);
export const ChoosingACollection: Story = choosing(['#bulk-collect']);
export const ChoosingWhatIsRight: Story = choosing(['#bulk-review']);
export const ChoosingWhoLooksAfter: Story = choosing(['#bulk-steward']);
export const ChoosingToTakeOut: Story = choosing(['#bulk-state']);
export const ChoosingToDelete: Story = choosing(['#bulk-delete']);
export const ChoosingRunning: Story = choosing(['#bulk-review', '#bulk-go'], { 'POST /resources/:id/reviews': never });
export const ChoosingRefused: Story = choosing(['#bulk-review', '#bulk-go'], { 'POST /resources/:id/reviews': problem(403, 'forbidden') });
export const ChoosingDone: Story = choosing(['#bulk-review', '#bulk-go']);
export const ChoosingInAGrid: Story = choosing([], {}, html`<cop-resource-list layout="grid"></cop-resource-list>`);
export const ChoosingInLines: Story = choosing([], {}, html`<cop-resource-list layout="compact"></cop-resource-list>`);
export const ChoosingOwnRows: Story = choosing(
  [],
  {},
  html`<cop-resource-list .renderItem=${(r: Resource) => html`<b>${r.title}</b>`}></cop-resource-list>`,
);
export const ChoosingNarrow: Story = choosing(
  ['#bulk-review'],
  {},
  html`<div class="narrow"><style>.narrow { inline-size: 18em; }</style>${plain}</div>`,
);
export const ChoosingGerman: Story = choosing(['#bulk-review'], {}, html`<div lang="de">${plain}</div>`);

export const Narrow: Story = show({}, html`<div class="narrow"><style>.narrow { inline-size: 18em; }</style>${plain}</div>`);
export const Dark: Story = show(
  {},
  html`<style>.night { padding: 1em; color: #e6e9eb; background: #14181b; }</style><div class="night">${plain}</div>`,
);
export const German: Story = show({}, html`<div lang="de">${plain}</div>`);
export const Arabic: Story = show(
  only(
    resource({
      title: 'كيف تبني الثقة في فريق جديد',
      description: 'دليل قصير لقادة الفرق.',
      creator: 'سارة مثال',
      language: 'ar',
      topics: [{ id: 'trust', label: 'الثقة' }],
      uses: { total: 4, worked: 3, adapted: 0, failed: 1, contexts: [{ outcome: 'failed', context: 'في الفرق الكبيرة' }] },
    }),
    ...someResources.slice(1, 4),
  ),
  html`<div dir="rtl" lang="ar">${plain}</div>`,
);
export const LongWords: Story = show(
  only(
    resource({
      title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftshandbuch für Teamleitungen',
      creator: 'https://example.org/a/very/long/address/that/somebody/typed/where/a/name/belongs/and/that/has/no/space/in/it',
      topics: [{ id: 'x', label: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz' }],
      uses: { total: 12, worked: 9, adapted: 0, failed: 3, contexts: [{ outcome: 'failed', context: `nicht ${'überall'.repeat(20)}` }] },
    }),
  ),
);
export const HugeNumbers: Story = show({
  'GET /resources': page([resource({ uses: { total: 12_345_678, worked: 9_876_543, adapted: 1000, failed: 2_468_135, contexts: [] } })], {
    total: 1_234_567,
    facets: {
      kind: [
        { value: 'article', label: 'Article', count: 1_000_000 },
        { value: 'tool', label: 'Tool', count: 234_567 },
      ],
      topic: Array.from({ length: 60 }, (_, i) => ({ value: `t-${i}`, label: `Topic number ${i + 1}`, count: 90_000 - i * 1000 })),
      language: [{ value: 'en', label: 'English', count: 1_234_567 }],
    },
  }),
});
