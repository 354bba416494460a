import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import type { CopMember } from '../../src/elements/member/member.js';
import type { Formats } from '../../src/i18n/formats.js';
import { Formats as AllFormats } from '../../src/i18n/formats.js';
import members from '../../src/i18n/en/members.js';
import { keepBeside } from '../../src/elements/member/card-place.js';
import { clockIn, whereabouts, worksAt } from '../../src/ui/whereabouts.js';
import * as stories from '../../stories/member.stories.js';
import { person, visitor, withEndpoint } from '../../stories/fixtures.js';
import { all, one, part, show, textOf, until } from '../support/story.js';

const TAG = 'cop-member';
const { people, bo } = stories;
const open = (story: Parameters<typeof show>[0]) => show<CopMember>(story, TAG);
const card = (el: Element) => one(el, '.card');
const isOpen = (el: Element) => card(el)?.matches(':popover-open') === true;
const middle = (el: Element): [number, number] => {
  const { left, top, width, height } = el.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};
const move = (el: Element) => sendMouse({ type: 'move', position: middle(el) });
const away = () => sendMouse({ type: 'move', position: [2, 590] });

afterEach(async () => {
  await resetMouse();
  await setViewport({ width: 800, height: 600 });
});

describe('<cop-member>', () => {
  it('shows the name as the text around it is set', async () => {
    const el = await open(stories.InAHeading);
    const name = await part(el, '.who');
    expect(textOf(name)).to.equal('Bo Muster');
    const style = (of: Element) =>
      (({ fontSize, fontWeight, fontFamily, color }) => [fontSize, fontWeight, fontFamily, color])(getComputedStyle(of));
    expect(style(name)).to.deep.equal(style(el.parentElement!));
    expect(all(el, '.who .avatar'), 'no photo unless asked for').to.have.length(0);
    expect(all(await open(stories.WithAvatar), '.who .avatar').length).to.be.at.most(1);
  });

  it('asks once for fifty people on a page', async () => {
    const asked: string[] = [];
    const fifty = Array.from({ length: 50 }, (_, n) => person({ id: `m-${n}`, name: `Person ${n}` }));
    const first = await open(
      withEndpoint(
        people(fifty, { asked }),
        html`<p>${fifty.map(({ id }) => html`<cop-member member=${id}>x</cop-member> `)}<cop-member member="m-7">again</cop-member></p>`,
      ),
    );
    const chips = [...first.parentElement!.querySelectorAll<CopMember>(TAG)];
    await until(() => chips.every((chip) => one(chip, '.who')), 'all names');
    expect(chips.map((chip) => textOf(one(chip, '.who'))).slice(0, 50)).to.deep.equal(fifty.map(({ name }) => name));
    await new Promise((next) => setTimeout(next, 100));
    expect(asked).to.have.length(1);
    expect(asked[0]?.match(/id=/g)).to.have.length(50);
  });

  it('asks for more than a hundred a hundred at a time', async () => {
    const asked: string[] = [];
    const many = Array.from({ length: 130 }, (_, n) => person({ id: `m-${n}` }));
    const first = await open(
      withEndpoint(people(many, { asked }), html`<p>${many.map(({ id }) => html`<cop-member member=${id}></cop-member> `)}</p>`),
    );
    await until(() => [...first.parentElement!.querySelectorAll(TAG)].every((chip) => one(chip, '.who')), 'all names');
    expect(asked.map((query) => query.match(/id=/g)?.length)).to.deep.equal([100, 30]);
  });

  it('keeps the words inside where the person is gone, or nobody may be shown', async () => {
    for (const story of [stories.Gone, stories.Error, stories.Unconfigured, stories.Loading]) {
      const el = await open(story);
      await new Promise((next) => setTimeout(next, 60));
      expect(all(el, '.who')).to.have.length(0);
      const slot = one(el, 'slot') as HTMLSlotElement;
      expect(slot.assignedNodes().map(textOf).join('')).to.equal('Bo Muster');
    }
    const empty = await open(stories.GoneWithoutWords);
    await until(() => textOf(one(empty, 'slot')) !== '', 'some word');
  });

  it('shows another person when the attribute names another', async () => {
    const el = await open(withEndpoint(people([bo, person({ id: 'm-2', name: 'Second' })]), html`<cop-member member="m-bo"></cop-member>`));
    await part(el, '.who');
    el.member = 'm-2';
    await until(() => textOf(one(el, '.who')) === 'Second', 'the other');
  });

  it('reads again after it was moved', async () => {
    const el = await open(stories.Default);
    await part(el, '.who');
    const home = el.parentElement!;
    el.remove();
    await new Promise((next) => setTimeout(next, 20));
    home.append(el);
    expect(textOf(await part(el, '.who'))).to.equal('Bo Muster');
  });
});

describe('the card', () => {
  it('opens when a pointer rests on the name, stays while the pointer is in it, and closes when it has left', async () => {
    const el = await open(stories.Default);
    const name = await part(el, '.who');
    await move(name);
    expect(isOpen(el), 'not at once').to.equal(false);
    await until(() => isOpen(el), 'the card');
    await move(card(el)!);
    await new Promise((next) => setTimeout(next, 500));
    expect(isOpen(el), 'still there').to.equal(true);
    await away();
    await until(() => !isOpen(el), 'no card');
  });

  it('does not open for a pointer that only passes', async () => {
    const el = await open(stories.Default);
    await move(await part(el, '.who'));
    await away();
    await new Promise((next) => setTimeout(next, 450));
    expect(isOpen(el)).to.equal(false);
  });

  it('opens by focus, is gone through with Tab, and closes when the focus leaves', async () => {
    const el = await open(
      withEndpoint(people([bo]), html`<p><cop-member member="m-bo"></cop-member> <button id="after">After</button></p>`),
    );
    await part(el, '.who');
    await sendKeys({ press: 'Tab' });
    await until(() => isOpen(el), 'the card');
    await sendKeys({ press: 'Tab' });
    await until(() => el.shadowRoot?.activeElement?.closest('.card'), 'the focus in the card');
    for (let i = 0; i < 6 && document.activeElement?.id !== 'after'; i += 1) await sendKeys({ press: 'Tab' });
    expect(document.activeElement?.id).to.equal('after');
    await until(() => !isOpen(el), 'no card');
  });

  it('opens and closes by a press, and closes by one outside', async () => {
    const el = await open(stories.Default);
    const name = await part(el, '.who');
    name.click();
    await until(() => isOpen(el), 'the card');
    expect(name.getAttribute('aria-expanded')).to.equal('true');
    name.click();
    await until(() => !isOpen(el), 'no card');
    name.click();
    await until(() => isOpen(el), 'the card again');
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true, pointerType: 'touch' }));
    await until(() => !isOpen(el), 'no card');
  });

  it('closes by Escape alone, with the focus on the name', async () => {
    const el = await open(stories.Card);
    await until(() => isOpen(el), 'the card');
    let heard = false;
    const listen = () => (heard = true);
    document.addEventListener('keydown', listen);
    one(el, '.card a, .card button')!.focus();
    await sendKeys({ press: 'Escape' });
    document.removeEventListener('keydown', listen);
    await until(() => !isOpen(el), 'no card');
    expect(el.shadowRoot?.activeElement?.className).to.equal('who');
    expect(heard, 'the page hears nothing of it').to.equal(false);
  });

  it('is the only one', async () => {
    const el = await open(
      withEndpoint(
        people([bo, person({ id: 'm-2', name: 'Second' })]),
        html`<cop-member member="m-bo"></cop-member><cop-member member="m-2"></cop-member>`,
      ),
    );
    const other = el.nextElementSibling as CopMember;
    (await part(el, '.who')).click();
    await until(() => isOpen(el), 'the first');
    (await part(other, '.who')).click();
    await until(() => isOpen(other) && !isOpen(el), 'the second alone');
  });

  it('tells what helps to reach somebody, and leads to the profile', async () => {
    const el = await open(stories.CardBesideDirectory);
    await until(() => isOpen(el), 'the card');
    const text = textOf(card(el));
    for (const said of [
      'Team lead, platform',
      'Port Sudan, Sudan',
      'there',
      'works until',
      'here today',
      'Data curation',
      'bo@example.org',
      'Bo in the chat',
    ])
      expect(text).to.include(said);
    const link = one(el, '.card [part=item]') as HTMLAnchorElement;
    expect(link.href).to.include('cop-member=');
    link.click();
    expect(location.search).to.include('m-bo');
    history.replaceState(null, '', location.pathname);
  });

  it('is cut off at no edge, in any direction of writing', async () => {
    await setViewport({ width: 320, height: 480 });
    for (const [name, story] of [
      ['start', stories.Card],
      ['edge', stories.CardAtTheEdge],
      ['long', stories.CardLongWords],
      ['rtl', stories.RightToLeft],
    ] as const) {
      const el = await open(story);
      await until(() => isOpen(el), 'the card');
      await new Promise((next) => setTimeout(next, 200));
      const { left, top, right, bottom } = card(el)!.getBoundingClientRect();
      expect(left, `${name} left`).to.be.at.least(0);
      expect(right, `${name} right`).to.be.at.most(320);
      expect(top, `${name} top`).to.be.at.least(-1);
      expect(bottom, `${name} bottom`).to.be.at.most(481);
      el.remove();
    }
  });

  it('finds its place by hand where the browser has no anchors', async () => {
    const box = (left: number, top: number) => {
      const div = document.createElement('div');
      div.style.cssText = `position:fixed;left:${left}px;top:${top}px;width:60px;height:20px`;
      document.body.append(div);
      return div;
    };
    const shown = box(0, 0);
    shown.style.cssText += ';width:300px;height:200px';
    for (const [left, top] of [
      [10, 10],
      [760, 10],
      [10, 560],
      [760, 560],
    ] as const) {
      const name = box(left, top);
      keepBeside(name, shown)();
      const { x, y, right, bottom } = shown.getBoundingClientRect();
      expect(x >= 0 && y >= 0 && right <= innerWidth && bottom <= innerHeight, `${left} ${top}`).to.equal(true);
      name.remove();
    }
    shown.remove();
  });

  it('offers to follow, but not to oneself', async () => {
    const el = await open(stories.Card);
    await until(() => isOpen(el), 'the card');
    const follows = one(el, '[part=follow]') !== null;
    const own = await open(stories.CardOwn);
    await until(() => isOpen(own), 'the card');
    expect(all(own, '[part=follow]')).to.have.length(0);
    expect(follows).to.equal(true);
    const seen = await open(
      withEndpoint(people([person({ links: [] })], { session: visitor }), html`<cop-member member="m-bo"></cop-member>`),
    );
    (await part(seen, '.who')).click();
    await until(() => isOpen(seen), 'the card');
    expect(all(seen, '[part=links]'), 'what the endpoint keeps back is not there').to.have.length(0);
  });
});

describe('the time where somebody is', () => {
  const formats: Formats = new AllFormats('en-GB');
  const t = members(formats);
  const clock = (day: number, time: string) => ({ day, minutes: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), shown: 0 });
  const week = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
  const night = { days: [5], from: '22:00', to: '06:00' };

  it('knows when somebody works, also over midnight', () => {
    expect(worksAt(week, clock(1, '09:00'))).to.deep.equal({ until: '17:00' });
    expect(worksAt(week, clock(1, '08:59'))).to.deep.equal({ from: '09:00' });
    expect(worksAt(week, clock(1, '17:00'))).to.equal(null);
    expect(worksAt(week, clock(6, '10:00'))).to.equal(null);
    expect(worksAt(night, clock(5, '23:30'))).to.deep.equal({ until: '06:00' });
    expect(worksAt(night, clock(6, '05:59'))).to.deep.equal({ until: '06:00' });
    expect(worksAt(night, clock(5, '05:00'))).to.deep.equal({ from: '22:00' });
    expect(worksAt(night, clock(7, '05:00'))).to.equal(null);
  });

  it('reads a clock by the zone, its summer time included', () => {
    const at = (zone: string, time: string) => clockIn(zone, new Date(time));
    expect(at('Europe/Berlin', '2026-01-04T23:30:00Z')).to.deep.include({ day: 1, minutes: 30 });
    expect(at('Europe/Berlin', '2026-07-05T12:00:00Z')).to.deep.include({ day: 7, minutes: 14 * 60 });
    expect(at('Asia/Kolkata', '2026-07-05T12:00:00Z')).to.deep.include({ minutes: 17 * 60 + 30 });
    expect(clockIn('Mars/Olympus', new Date())).to.equal(null);
  });

  it('says how far apart the clocks are', () => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const same = whereabouts(person({ place: 'Here', timeZone: here, workingHours: null }), t, formats);
    expect(same[1]).to.match(/^\d\d:\d\d there$/);
    const all = ['Pacific/Auckland', 'Pacific/Honolulu', 'Asia/Kolkata'].map((timeZone) =>
      whereabouts(person({ timeZone, workingHours: week }), t, formats),
    );
    for (const facts of all) {
      expect(facts[1]).to.match(/^\d\d:\d\d there, [\d.]+ hours (ahead of|behind) you$/);
      expect(facts[2]).to.match(/^(works (until 17:00|from 09:00)|not at work now)$/);
    }
    expect(whereabouts(person({ place: null, country: null, timeZone: null }), t, formats)).to.deep.equal([]);
  });
});
