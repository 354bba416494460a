import { aTimeout, expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/elements/ask-the-community/ask-the-community.define.js';
import type { CopAskTheCommunity } from '../../src/elements/ask-the-community/ask-the-community.js';
import { endpointOf, withEndpoint } from '../../stories/fixtures.js';
import * as stories from '../../stories/ask-the-community.stories.js';
import { all, one, part, show, textOf, until } from '../support/story.js';

const list = async (replies = {}) => {
  const element = await show<CopAskTheCommunity>(
    withEndpoint(endpointOf(stories.repliesOf(replies)), html`<cop-ask-the-community></cop-ask-the-community>`),
    'cop-ask-the-community',
  );
  await part(element, '.rows .title a');
  return element;
};
const texts = (element: Element) => all(element, '[part=toast] span').map(textOf);
const said = (element: Element) => textOf(one(element, '[aria-live]'));
const key = (init: KeyboardEventInit) => new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init });

describe('toasts', () => {
  /** The clock of the page, so that ten seconds pass at once. */
  let tick: (ms: number) => void;
  const later = window.setTimeout;
  const clear = window.clearTimeout;
  beforeEach(() => {
    let passed = 0;
    const due: { at: number; run: () => void; id: number }[] = [];
    tick = (ms) => {
      passed += ms;
      for (const one of due.splice(0).sort((a, b) => a.at - b.at))
        if (one.at <= passed) one.run();
        else due.push(one);
    };
    window.setTimeout = ((run: () => void, ms = 0) => {
      if (ms < 5000) return later.call(window, run, ms);
      const id = 1e9 + due.length + passed;
      due.push({ at: passed + ms, run, id });
      return id;
    }) as never;
    window.clearTimeout = ((id: number) => {
      const i = due.findIndex((one) => one.id === id);
      if (i >= 0) due.splice(i, 1);
      else clear.call(window, id);
    }) as never;
    after = () => {
      window.setTimeout = later;
      window.clearTimeout = clear;
    };
  });
  let after = () => {};
  afterEach(() => after());

  it('says it, stays ten seconds, and is done once it is over', async () => {
    const element = await list();
    const done: boolean[] = [];
    element.toast('Deleted.', { undo: () => {}, done: (leaving) => void done.push(leaving), seconds: 1 });
    await until(() => texts(element)[0] === 'Deleted.', 'toast');
    expect(said(element)).to.equal('Deleted. Ctrl+Z takes it back.');
    tick(9000);
    expect(done).to.deep.equal([]);
    tick(1500);
    await until(() => texts(element).length === 0, 'no toast');
    expect(done).to.deep.equal([false]);
  });

  it('stands still while somebody is at it, by pointer or by focus', async () => {
    const element = await list();
    element.toast('Saved.');
    const box = await part(element, '[part=toasts]');
    box.dispatchEvent(new PointerEvent('pointerenter'));
    tick(60_000);
    await element.updateComplete;
    expect(texts(element)).to.deep.equal(['Saved.']);
    (await part(element, '[part=dismiss]')).focus();
    box.dispatchEvent(new PointerEvent('pointerleave'));
    tick(60_000);
    await element.updateComplete;
    expect(texts(element)).to.deep.equal(['Saved.']);
  });

  it('takes back by its button or Ctrl+Z, never while somebody writes, and gives the focus back', async () => {
    const element = await list();
    const back: string[] = [];
    const link = await part(element, '.rows .title a');
    link.focus();
    element.toast('One', { undo: () => void back.push('one'), done: () => void back.push('done') });
    (await part(element, '[part=undo]')).focus();
    (await part(element, '[part=undo]')).click();
    await until(() => element.shadowRoot!.activeElement === link, 'focus where it was');
    element.toast('Two', { undo: () => void back.push('two'), done: () => void back.push('done') });
    await part(element, '[part=undo]');
    (await part(element, '.search')).dispatchEvent(key({ key: 'z', ctrlKey: true }));
    expect(back).to.deep.equal(['one']);
    link.dispatchEvent(key({ key: 'z', ctrlKey: true }));
    expect(back).to.deep.equal(['one', 'two']);
    await until(() => texts(element).length === 0, 'no toast');
  });

  it('shows three at once and the others after them', async () => {
    const element = await list();
    for (const text of ['1', '2', '3', '4']) element.toast(text);
    await until(() => texts(element).length === 3, 'three');
    tick(10_000);
    await until(() => texts(element).join() === '4', 'the fourth');
  });

  it('is done when its element goes for good, and not when it is moved', async () => {
    const element = await list();
    const done: boolean[] = [];
    element.toast('Deleted.', { undo: () => {}, done: (leaving) => void done.push(leaving) });
    await part(element, '[part=toast]');
    const home = element.parentElement as HTMLElement;
    home.append(element);
    await aTimeout(0);
    expect(done).to.deep.equal([]);
    element.remove();
    await aTimeout(0);
    expect(done).to.deep.equal([false]);
  });

  it('is done with a request that outlives the page when the page ends', async () => {
    const sent: [string, boolean][] = [];
    const element = await list({
      'DELETE /questions/:id': (request: Request) =>
        void sent.push([`${request.method} ${request.headers.get('if-match')}`, request.keepalive]),
    });
    const { deleteLater } = await import('../../src/ui/removal.js');
    const { deleteQuestion } = await import('../../src/data/questions.js');
    const first = (await part(element, '.rows .title a')).id;
    const id = first.slice('row-'.length);
    deleteLater(element, { id, permission: 'ask', write: deleteQuestion(id, 3), text: 'Deleted.' });
    await until(() => !one(element, `#${first}`), 'row out of sight');
    await part(element, '[part=toast]');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await until(() => sent.length, 'request');
    expect(sent).to.deep.equal([['DELETE "3"', true]]);
  });

  it('brings back what was about to be deleted, without a word to the endpoint', async () => {
    let sent = 0;
    const element = await list({ 'DELETE /questions/:id': () => void (sent += 1) });
    const { deleteLater } = await import('../../src/ui/removal.js');
    const { deleteQuestion } = await import('../../src/data/questions.js');
    const first = (await part(element, '.rows .title a')).id;
    const id = first.slice('row-'.length);
    deleteLater(element, { id, permission: 'ask', write: deleteQuestion(id, 3), text: 'Deleted.' });
    await until(() => !one(element, `#${first}`), 'row out of sight');
    (await part(element, '[part=undo]')).click();
    await until(() => one(element, `#${first}`), 'row');
    tick(20_000);
    await aTimeout(20);
    expect(sent).to.equal(0);
  });
});
