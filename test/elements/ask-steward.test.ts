import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { Session } from '../../src/contract/index.js';
import type { CopAskTheCommunity } from '../../src/elements/ask-the-community/ask-the-community.js';
import * as stories from '../../stories/ask-the-community.stories.js';
import { bo, endpointOf, member, page, question, questionSummary, steward, withEndpoint, type Reply } from '../../stories/fixtures.js';
import { all, one, part, show, textOf, until } from '../support/story.js';

const TAG = 'cop-ask-the-community';
const theirs = question({ viewer: { vote: 0, can: ['vote', 'answer', 'comment', 'moderate', 'close', 'report'] } });
const answers = stories.thread.answers.map((a) => ({
  ...a,
  author: bo,
  viewer: { ...a.viewer, can: ['comment' as const, 'moderate' as const] },
}));
const opened = async (replies: Record<string, Reply> = {}, session: Session = steward) => {
  const element = await show<CopAskTheCommunity>(
    withEndpoint(
      endpointOf(stories.repliesOf(replies, { question: theirs, answers }), session),
      html`<cop-ask-the-community></cop-ask-the-community>`,
    ),
    TAG,
  );
  await until(() => element.found.value?.session, 'session');
  await part(element, '.rows .title');
  element.url.open('q-1');
  await part(element, '.thread [part=answer]');
  return element;
};
const button = (element: Element, text: string, within = 'button') =>
  until(() => all(element, within).find((b) => textOf(b) === text), `button “${text}”`);
const toast = (element: Element) => until(() => one(element, '[part=toast]'), 'toast');
const sent: [string, string, unknown][] = [];
const log = (reply: unknown) => async (r: Request) => {
  sent.push([r.method, new URL(r.url).pathname.replace(/^.*\/communities\/[^/]+/, ''), await r.json().catch(() => null)]);
  return reply;
};

afterEach(() => {
  history.replaceState(null, '', location.pathname);
  sent.length = 0;
});

describe('a steward’s work in place', () => {
  it('closes with a reason and a note, and takes it back by the toast', async () => {
    const element = await opened({ 'PUT /questions/:id/closing': log(theirs), 'DELETE /questions/:id/closing': log(theirs) });
    (await button(element, 'Look after it')).click();
    (await button(element, 'Close the question', '[part=care] .row button')).click();
    const note = (await part(element, '#care-note')) as HTMLInputElement;
    note.value = 'No sprints any more.';
    note.dispatchEvent(new Event('input'));
    const reason = one(element, '[part=care] select') as HTMLSelectElement;
    reason.value = 'outdated';
    reason.dispatchEvent(new Event('change'));
    (await button(element, 'Close the question', '[part=care] .actions button')).click();
    await toast(element);
    (await part(element, '[part=undo]')).click();
    await until(() => sent.length === 2, 'both requests');
    expect(sent).to.deep.equal([
      ['PUT', '/questions/q-1/closing', { reason: 'outdated', note: 'No sprints any more.' }],
      ['DELETE', '/questions/q-1/closing', null],
    ]);
  });

  it('merges into a question that is searched for, and goes there', async () => {
    const element = await opened({
      'PUT /questions/:id/merge': log(question({ id: 'q-2' })),
      'GET /questions/:id': (r: Request) => (r.url.endsWith('q-2') ? question({ id: 'q-2' }) : theirs),
    });
    (await button(element, 'Look after it')).click();
    (await button(element, 'Merge with another question')).click();
    const search = (await part(element, '#care-search')) as HTMLInputElement;
    search.value = 'incentives';
    search.dispatchEvent(new Event('input'));
    const into = await until(() => all(element, '[part=care] li button')[0], 'a question to merge into');
    expect(all(element, '[part=care] li button').map(textOf).join()).to.not.contain(theirs.title);
    into.click();
    await until(() => element.url.id === 'q-2', 'the other question');
    expect(sent).to.deep.equal([['PUT', '/questions/q-1/merge', { into: 'q-2' }]]);
  });

  it('sees what was reported, and sees to it', async () => {
    const reported = {
      id: 'p-1',
      object: { type: 'question', id: 'q-1', title: null, url: null },
      reason: 'rude',
      note: 'The tone.',
      member: bo,
      createdAt: new Date().toISOString(),
    };
    const element = await opened({ 'GET /reports': page([reported]), 'PUT /reports/:id/closing': log(undefined) });
    (await button(element, 'Look after it')).click();
    expect(textOf(await part(element, '[part=reports] li'))).to.contain('Bo Muster: The tone hurts');
    (await button(element, 'Seen to')).click();
    await toast(element);
    expect(sent[0]?.slice(0, 2)).to.deep.equal(['PUT', '/reports/p-1/closing']);
  });

  it('thanks for an answer with a reason', async () => {
    const element = await opened({ 'PUT /answers/:id/thanks': log(answers[0]) });
    (await button(element, 'Thank')).click();
    const line = (await part(element, '[part=line-form] input')) as HTMLInputElement;
    line.form!.requestSubmit();
    await until(() => line.getAttribute('aria-invalid') === 'true', 'nothing is sent without a reason');
    line.value = 'For the maps.';
    line.dispatchEvent(new Event('input'));
    line.form!.requestSubmit();
    await toast(element);
    expect(sent).to.deep.equal([['PUT', '/answers/a-1/thanks', { note: 'For the maps.' }]]);
  });

  it('is not there for members, who report instead', async () => {
    const element = await opened({ 'POST /reports': log(undefined) }, member);
    (await button(element, 'Report')).click();
    (await part(element, '[part=line-form] .primary')).click();
    await toast(element);
    expect(sent).to.deep.equal([['POST', '/reports', { object: { type: 'question', id: 'q-1' }, reason: 'other', note: '' }]]);
  });

  it('gives a topic other words', async () => {
    const element = await opened({ 'PATCH /topics/:topic': log({ id: 'retrospectives', label: 'Retrospectives', aliases: ['Retros'] }) });
    (await part(element, '[part=topic]')).click();
    (await button(element, 'Look after this topic')).click();
    const words = (await part(element, '#topic-words')) as HTMLInputElement;
    words.value = 'Retros, Looking back';
    words.dispatchEvent(new Event('input'));
    words.form!.requestSubmit();
    await toast(element);
    expect(sent).to.deep.equal([['PATCH', '/topics/retrospectives', { aliases: ['Retros', 'Looking back'] }]]);
  });

  it('merges a topic by a button that names where it goes, never by choosing alone', async () => {
    const element = await opened({
      'DELETE /topics/:topic/merge': log({ id: 'retrospectives', label: 'Retrospectives', aliases: [] }),
      'PUT /topics/:topic/merge': log({ id: 'team-building', label: 'Team building', aliases: ['Retrospectives'] }),
    });
    (await part(element, '[part=topic]')).click();
    (await button(element, 'Look after this topic')).click();
    const into = await until(() => one(element, '[part=care] select') as HTMLSelectElement | null, 'other topics');
    into.value = 'team-building';
    into.dispatchEvent(new Event('change'));
    const merge = await button(element, 'Merge into “Team building”');
    expect(sent).to.deep.equal([]);
    merge.click();
    await until(() => element.topic === 'team-building', 'the topic it went into');
    expect(sent).to.deep.equal([['PUT', '/topics/retrospectives/merge', { into: 'team-building' }]]);
    (await until(() => one(element, '[part=toast] button'), 'the way back')).click();
    await until(() => element.topic === 'retrospectives', 'the topic as it was');
    expect(sent[1]?.slice(0, 2)).to.deep.equal(['DELETE', '/topics/retrospectives/merge']);
  });

  it('finds what is long untouched, and the topics that nobody offers help with', async () => {
    const lists: string[] = [];
    const element = await opened({
      'GET /questions': (request: Request) => {
        lists.push(new URL(request.url).search);
        return page([questionSummary()]);
      },
      'GET /topics': (request: Request) =>
        new URL(request.url).searchParams.get('unhelped') ? { items: [{ id: 'kilns', label: 'Kilns', count: 2 }] } : { items: [] },
    });
    element.url.open(null);
    (await button(element, 'Long untouched')).click();
    await until(() => lists.some((query) => query.includes('untouched=true')), 'the list of these');
    await until(() => textOf(one(element, '.queue-hint')).includes('nothing new for 30 days'));
    (await button(element, 'Topics nobody helps with')).click();
    (await until(() => one(element, '.unhelped li button'), 'a topic')).click();
    await until(() => lists.some((query) => query.includes('topic=kilns') && query.includes('answered=false')), 'its open questions');
    expect(element.topic).to.equal('kilns');
    expect(one(element, '.unhelped')).to.equal(null);
  });
});
