import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { Session } from '../../src/contract/index.js';
import type { CopAskTheCommunity } from '../../src/elements/ask-the-community/ask-the-community.js';
import * as stories from '../../stories/ask-the-community.stories.js';
import { endpointOf, member, page, problem, question, steward, withEndpoint, type Reply } from '../../stories/fixtures.js';
import { all, one, part, show, textOf, until } from '../support/story.js';

const TAG = 'cop-ask-the-community';
const sent: [string, string, unknown][] = [];
const pathOf = (r: Request) => new URL(r.url).pathname.replace(/^.*\/communities\/[^/]+/, '');
const idOf = (r: Request) => pathOf(r).split('/')[2] ?? '';
/** Answers with the question, one version on. */
const log = async (r: Request) => {
  sent.push([r.method, pathOf(r), await r.json().catch(() => null)]);
  const row = stories.rows.find(({ id }) => id === idOf(r));
  return question({ ...row, version: (row?.version ?? 1) + 1 });
};
const list = async (replies: Record<string, Reply> = {}, session: Session = steward) => {
  const element = await show<CopAskTheCommunity>(
    withEndpoint(endpointOf(stories.repliesOf(replies), session), html`<cop-ask-the-community></cop-ask-the-community>`),
    TAG,
  );
  await part(element, '.rows .title');
  await until(() => element.found.value?.session, 'session');
  return element;
};
const item = (element: Element, text: string) =>
  until(() => all(element, '[part=menu-item]').find((one) => textOf(one) === text), `menu item “${text}”`);
const choosing = async (replies: Record<string, Reply> = {}) => {
  const element = await list(replies);
  (await part(element, '[part=menu]')).click();
  (await item(element, 'Choose several')).click();
  await part(element, '.choose input');
  await until(() => focused(element) === 'bulk-heading', 'focus in the bar');
  return element;
};
const boxes = (element: Element) => all(element, '.choose input') as HTMLInputElement[];
const ticked = (element: Element) => boxes(element).map(({ checked }) => checked);
const press = async (element: Element, selector: string) => (await part(element, selector)).click();
const toast = (element: Element) => until(() => one(element, '[part=toast]'), 'toast');
const focused = (element: Element) => (element.shadowRoot!.activeElement as HTMLElement | null)?.id;

afterEach(() => (sent.length = 0));

describe('choosing several questions', () => {
  it('is offered to stewards alone, by the menu, and loads nothing before', async () => {
    const theirs = await list({}, member);
    (await part(theirs, '[part=menu]')).click();
    await item(theirs, 'Print');
    expect(all(theirs, '[part=menu-item]').map(textOf)).to.not.include('Choose several');
    const element = await choosing();
    expect(boxes(element)[0]?.getAttribute('aria-label')).to.equal(`Choose “${stories.rows[0]?.title}”`);
    await press(element, '#bulk-done');
    await until(() => !boxes(element).length, 'the list as before');
    expect((element.shadowRoot!.activeElement as HTMLElement).getAttribute('part')).to.equal('menu');
  });

  it('ticks by Space, all between two with Shift, and all that are shown', async () => {
    const element = await choosing();
    boxes(element)[0]?.focus();
    await sendKeys({ press: 'Space' });
    await until(() => ticked(element).join() === 'true,false,false,false,false', 'the first chosen');
    boxes(element)[3]?.focus();
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ up: 'Shift' });
    await until(() => ticked(element).filter(Boolean).length === 4, 'four chosen');
    expect(textOf(one(element, '#bulk-heading'))).to.equal('4 questions chosen');
    await press(element, '#bulk-all');
    await until(() => ticked(element).every(Boolean), 'all chosen');
    await press(element, '#bulk-all');
    await until(() => !ticked(element).some(Boolean), 'none chosen');
    const click = (i: number, shiftKey: boolean) => {
      boxes(element)[i]?.parentElement?.dispatchEvent(new PointerEvent('pointerdown', { shiftKey, bubbles: true }));
      boxes(element)[i]?.click();
    };
    click(4, false);
    click(2, true);
    await until(() => ticked(element).filter(Boolean).length === 3, 'three chosen');
    expect(ticked(element)).to.deep.equal([false, false, true, true, true]);
  });

  it('closes them one after the other, says how far it is, and takes all of it back', async () => {
    const waiting: (() => void)[] = [];
    const element = await choosing({
      'PUT /questions/:id/closing': async (r: Request) => {
        const answer = await log(r);
        await new Promise<void>((go) => waiting.push(go));
        return answer;
      },
      'DELETE /questions/:id/closing': log,
    });
    boxes(element)[0]?.click();
    boxes(element)[2]?.click();
    await press(element, '#bulk-close');
    await press(element, '#bulk-go');
    await until(() => sent.length === 1 && textOf(one(element, '.bulk .n')) === '0 of 2', 'the first request');
    expect(boxes(element).every(({ disabled }) => disabled)).to.equal(true);
    expect(focused(element)).to.equal('bulk-heading');
    (await until(() => waiting.shift(), 'its answer'))();
    await until(() => sent.length === 2 && textOf(one(element, '.bulk .n')) === '1 of 2', 'the second request');
    (await until(() => waiting.shift(), 'its answer'))();
    expect(textOf(await toast(element))).to.contain('2 questions are closed.');
    await until(() => !ticked(element).some(Boolean), 'none chosen');
    await press(element, '[part=undo]');
    await until(() => sent.length === 4, 'all requests');
    expect(sent).to.deep.equal([
      ['PUT', '/questions/q-1/closing', { reason: 'outdated', note: '' }],
      ['PUT', '/questions/q-3/closing', { reason: 'outdated', note: '' }],
      ['DELETE', '/questions/q-3/closing', null],
      ['DELETE', '/questions/q-1/closing', null],
    ]);
  });

  it('names what could not be changed and why; that stays chosen, and one press tries it again', async () => {
    let refuses = true;
    const element = await choosing({
      'PUT /questions/:id/closing': (r: Request) => (refuses && idOf(r) === 'q-2' ? problem(404, 'not-found') : log(r)),
    });
    for (const i of [0, 1, 2]) boxes(element)[i]?.click();
    await press(element, '#bulk-close');
    await press(element, '#bulk-go');
    const failed = await part(element, '[part=bulk-failed]');
    expect(textOf(failed))
      .to.contain('1 could not be changed')
      .and.to.contain(stories.rows[1]?.title ?? '?');
    await until(() => ticked(element).join() === 'false,true,false,false,false', 'that one chosen');
    refuses = false;
    await press(element, '#bulk-go');
    await until(() => sent.length === 3, 'the third');
    await until(() => !one(element, '[part=bulk-failed]') && !ticked(element).some(Boolean), 'nothing left');
  });

  it('adds a topic to those that are there, with what somebody changed meanwhile, and back', async () => {
    let version = 7;
    const topics = [{ id: 'hiring', label: 'Hiring' }];
    const element = await choosing({
      'GET /questions': page(stories.rows.map((row) => ({ ...row, topics, version: 1 }))),
      'GET /questions/:id': (r: Request) => question({ id: idOf(r), topics: [...topics, { id: 'new', label: 'New' }], version }),
      'PATCH /questions/:id': async (r: Request) => {
        const match = r.headers.get('if-match');
        if (idOf(r) === 'q-2' && match === '"1"') return problem(412, 'stale-version');
        sent.push([match ?? '', pathOf(r), await r.json()]);
        return question({ id: idOf(r), version: idOf(r) === 'q-2' ? ++version : 2 });
      },
    });
    boxes(element)[0]?.click();
    boxes(element)[1]?.click();
    await press(element, '#bulk-sort');
    const field = (await part(element, '.bulk .topic-field input')) as HTMLInputElement;
    field.focus();
    field.value = 'Remote teams';
    field.dispatchEvent(new Event('input'));
    await sendKeys({ press: 'Enter' });
    await until(() => one(element, '#bulk-go[aria-disabled=false]'), 'something to do');
    await press(element, '#bulk-go');
    await toast(element);
    await press(element, '[part=undo]');
    await until(() => sent.length === 4, 'all requests');
    const of = (labels: string[]) => ({ kind: stories.rows[0]?.kind, topics: labels });
    expect(sent.map(([match, path, body]) => [match, path, (body as { topics: string[] }).topics])).to.deep.equal([
      ['"1"', '/questions/q-1', of(['Hiring', 'Remote teams']).topics],
      ['"7"', '/questions/q-2', ['Hiring', 'New', 'Remote teams']],
      ['"8"', '/questions/q-2', ['Hiring', 'New']],
      ['"2"', '/questions/q-1', ['Hiring']],
    ]);
  });

  it('merges the chosen into the one that stays', async () => {
    const element = await choosing({ 'PUT /questions/:id/merge': log });
    for (const i of [0, 1, 3]) boxes(element)[i]?.click();
    await press(element, '#bulk-merge');
    const stay = (await part(element, '.bulk input[value=q-2]')) as HTMLInputElement;
    stay.click();
    await press(element, '#bulk-go');
    expect(textOf(await toast(element))).to.contain('2 questions are merged');
    expect(sent).to.deep.equal([
      ['PUT', '/questions/q-1/merge', { into: 'q-2' }],
      ['PUT', '/questions/q-4/merge', { into: 'q-2' }],
    ]);
  });

  it('stops where it is told to; the rest is as it was, and still chosen', async () => {
    let go: (() => void) | undefined;
    const element = await choosing({
      'PUT /questions/:id/closing': async (r: Request) => {
        const answer = await log(r);
        await new Promise<void>((next) => (go = next));
        return answer;
      },
    });
    await press(element, '#bulk-all');
    await press(element, '#bulk-close');
    await press(element, '#bulk-go');
    await until(() => go, 'the first request');
    await press(element, '#bulk-stop');
    go?.();
    await until(() => textOf(one(element, '.bulk [part=notice]')).includes('4 are as they were'), 'what is left');
    expect(sent.length).to.equal(1);
    await until(() => ticked(element).join() === 'false,true,true,true,true', 'the rest chosen');
  });
});
