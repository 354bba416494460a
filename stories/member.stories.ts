import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/community/community.define.js';
import '../src/elements/member/member.define.js';
import '../src/elements/member-directory/member-directory.define.js';
import type { Member, Session } from '../src/contract/index.js';
import { ada, endpointOf, member, never, page, person, problem, topic, visitor, withEndpoint } from './fixtures.js';

const meta: Meta = { title: 'Elements/Member', component: 'cop-member', excludeStories: /^[a-z]/ };
export default meta;

/** Works all day and every day, so that the card says so whenever it is looked at. */
export const bo = person({
  workingHours: { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' },
  presence: 'today',
  links: [
    { kind: 'email', label: '', url: 'mailto:bo@example.org' },
    { kind: 'chat', label: 'Bo in the chat', url: 'https://chat.example.org/@bo' },
  ],
});
const numbered = (n: number): Member => person({ id: `m-${n}`, name: `Person ${n}`, offers: [topic('Mentoring')] });

/** An endpoint that knows some people, asked for by their ids; `asked` gets the query of each request. */
export function people(known: readonly Member[], { asked = [], session }: { asked?: string[]; session?: Session } = {}) {
  const byId = (request: Request) => {
    const { search, searchParams } = new URL(request.url);
    asked.push(search);
    return page(searchParams.getAll('id').flatMap((id) => known.find((one) => one.id === id) ?? []));
  };
  return endpointOf({ 'GET /members': byId, 'GET /follows': { follows: [] } }, session);
}

const story = (render: () => TemplateResult): StoryObj => ({ render });
const text = (name: TemplateResult) =>
  html`<p>How a team begins matters more than how it is measured. ${name} has opened some forty retrospectives of merged teams and says that the first hour decides.</p>`;
const named = html`<cop-member member="m-bo">Bo Muster</cop-member>`;

/** Presses the name, as one does on a phone. */
const opened = (render: () => TemplateResult): StoryObj => ({
  render,
  play: async ({ canvasElement }) => {
    const find = (selector: string) => canvasElement.querySelector('cop-member')?.shadowRoot?.querySelector<HTMLElement>(selector);
    while (!find('.who') && canvasElement.isConnected) await new Promise((next) => setTimeout(next, 20));
    find('.who')?.click();
    while (!find('.card') && canvasElement.isConnected) await new Promise((next) => setTimeout(next, 20));
  },
});

export const Default = story(() => withEndpoint(people([bo]), text(named)));
export const WithAvatar = story(() => withEndpoint(people([bo]), text(html`<cop-member member="m-bo" avatar>Bo Muster</cop-member>`)));
export const Card = opened(() => withEndpoint(people([bo]), text(named)));
export const CardSignedOut = opened(() => withEndpoint(people([bo], { session: visitor }), text(named)));
export const CardOwn = opened(() =>
  withEndpoint(
    people([person({ id: ada.id, name: ada.name, viewer: { self: true, can: ['edit'] } })], { session: member }),
    text(html`<cop-member member=${ada.id}>Ada</cop-member>`),
  ),
);
export const CardSparse = opened(() =>
  withEndpoint(
    people([person({ headline: '', pronouns: null, place: null, country: null, timeZone: null, offers: [], links: [], demo: false })]),
    text(named),
  ),
);
export const CardBesideDirectory = opened(
  () => html`${withEndpoint(people([bo]), html`${text(named)}<cop-member-directory hidden></cop-member-directory>`)}`,
);
export const CardAtTheEdge = opened(() => html`<div class="narrow">${withEndpoint(people([bo]), html`<p class="end">${named}</p>`)}</div>`);
export const CardLongWords = opened(() =>
  withEndpoint(
    people([
      person({
        name: 'Maximiliane-Friederike von und zu Donaudampfschifffahrtsgesellschaft',
        headline: 'Rechtsschutzversicherungsgesellschaftenbeauftragte für Betriebsunterbrechungsversicherungen',
        offers: Array.from({ length: 12 }, (_, n) => topic(`Betriebsratsvorsitzendenschulungsprogramm ${n}`)),
      }),
    ]),
    text(named),
  ),
);
export const InAHeading = opened(() => withEndpoint(people([bo]), html`<h2>A talk by ${named}</h2>`));
export const Fifty = story(() =>
  withEndpoint(
    people(Array.from({ length: 50 }, (_, n) => numbered(n))),
    html`<p>With thanks to ${Array.from({ length: 50 }, (_, n) => html`<cop-member member="m-${n}">someone</cop-member>, `)} and all others.</p>`,
  ),
);
export const Gone = story(() => withEndpoint(people([]), text(html`<cop-member member="m-gone">Bo Muster</cop-member>`)));
export const GoneWithoutWords = story(() => withEndpoint(people([]), text(html`<cop-member member="m-gone"></cop-member>`)));
export const Loading = story(() => withEndpoint(endpointOf({ 'GET /members': never }), text(named)));
export const Error = story(() => withEndpoint(endpointOf({ 'GET /members': problem(403, 'forbidden') }), text(named)));
export const Unconfigured = story(() => text(html`<cop-member member="m-bo" community="nowhere">Bo Muster</cop-member>`));
export const Dark = opened(() => html`<div class="dark-host">${withEndpoint(people([bo]), text(named))}</div>`);
export const German = opened(() => html`<div lang="de">${withEndpoint(people([bo]), text(named))}</div>`);
export const RightToLeft = opened(
  () =>
    html`<div dir="rtl" lang="ar">${withEndpoint(people([person({ name: 'نور الهدى', headline: 'مدربة فرق', place: 'بورتسودان، السودان', offers: [{ id: 'tanzim', label: 'تنظيم البيانات' }] })]), html`<p>كتبت ${named} عن البداية.</p>`)}</div>`,
);
