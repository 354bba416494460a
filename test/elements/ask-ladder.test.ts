import { expect } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { CopAskTheCommunity } from '../../src/elements/ask-the-community/ask-the-community.js';
import * as stories from '../../stories/ask-ladder.stories.js';
import { answer, page, person, problem, question, visitor } from '../../stories/fixtures.js';
import { all, later, one, part, show, textOf, until } from '../support/story.js';

const TAG = 'cop-ask-the-community';
const listed = async (content: TemplateResult) => {
  const element = await show<CopAskTheCommunity>(content, TAG);
  await part(element, '.rows .title');
  return element;
};
const opened = async (content: TemplateResult) => {
  const element = await listed(content);
  element.url.open('q-1');
  await part(element, '.thread [part=question]');
  return element;
};
const button = (element: Element, text: string) => until(() => all(element, 'button').find((b) => textOf(b) === text), `button “${text}”`);
const focused = (element: Element, id: string) => until(() => element.shadowRoot?.activeElement?.id === id, `focus on ${id}`);
const said = (element: Element) => textOf(one(element, '[aria-live]'));
const type = async (element: Element, selector: string, text: string) => {
  const field = (await part(element, selector)) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
const names = (element: Element) => all(element, '[part=invite-found] .who-is').map((who) => textOf(who.firstElementChild));

afterEach(() => history.replaceState(null, '', location.pathname));

describe('a question that waits', () => {
  it('tells its asker who has been asked and why, what comes next, and how long it takes here', async () => {
    const element = await opened(stories.ask());
    const panel = await part(element, '[part=ladder]');
    await part(element, '[part=asked-list]');
    const groups = all(element, '[part=asked-list] li').map(textOf);
    expect(groups[0]).to.match(/^3 members who offered help with Retrospectives were asked 2 hours ago\. Bo Muster/);
    expect(groups[1]).to.match(/^1 member was invited by name 1 hour ago\./);
    expect(textOf(one(element, '[part=next]'))).to.match(
      /^If nobody answers by .+, up to 5 members more are asked\. The stewards come last, .+\.$/,
    );
    expect(textOf(one(element, '[part=quiet]'))).to.contain('For some it is night or a quiet hour');
    expect(textOf(one(element, '[part=wait]'))).to.equal('Half of the questions here had an answer within 5 hours. (41 questions)');
    expect(panel.getAttribute('aria-busy')).to.equal('false');
  });

  it('tells it neither to others nor once an answer was accepted', async () => {
    const theirs = await opened(stories.ask({ ...stories.mine, viewer: { vote: 0, can: ['vote', 'answer'] } }));
    const solved = await opened(stories.ask({ ...stories.mine, answerCount: 1, acceptedAnswerId: 'a-1' }));
    await new Promise((next) => setTimeout(next, 150));
    for (const element of [theirs, solved]) expect(one(element, '[part=ladder]')).to.equal(null);
  });

  it('says that its ladder could not be read, and reads it again', async () => {
    let fails = true;
    const element = await opened(
      stories.ask(stories.mine, { 'GET /questions/:id/ladder': () => (fails ? problem(403, 'forbidden') : stories.ladder) }),
    );
    const again = await until(() => one(element, '[part=ladder] .who-asked button'), 'the way to try again');
    fails = false;
    again.click();
    await part(element, '[part=asked-list]');
  });
});

describe('who is asked', () => {
  it('finds what is for them to answer, each with the reason', async () => {
    const element = await listed(stories.ask());
    const chip = await until(() => all(element, '.tools .chip').find((c) => textOf(c).startsWith('For me to answer')), 'the filter');
    expect(textOf(chip)).to.equal('For me to answer 2');
    chip.click();
    await until(() => all(element, '[part=why]').length === 2, 'both reasons');
    expect(all(element, '[part=why]').map(textOf)).to.deep.equal([
      'You are asked because you offered help with Retrospectives.',
      'Bo Muster asks you by name to help.',
    ]);
    const signedOut = await listed(stories.ask(stories.mine, {}, visitor));
    expect(all(signedOut, '.tools .chip').map(textOf).join()).not.to.contain('For me');
  });

  it('says “I can’t this time” at once, and takes it back by the toast', async () => {
    const sent: string[] = [];
    const answered = later<unknown>();
    let now = stories.toMe;
    const request = { ...stories.toMe.viewer.asked! };
    const element = await opened(
      stories.ask(stories.toMe, {
        'GET /questions/:id': () => now,
        'PUT /questions/:id/declined': async (r: Request) => {
          sent.push(r.method);
          await answered.promise;
          now = { ...now, viewer: { ...now.viewer, asked: { ...request, outcome: 'declined' } } };
          return now.viewer.asked;
        },
        'DELETE /questions/:id/declined': (r: Request) => {
          sent.push(r.method);
          now = stories.toMe;
          return request;
        },
      }),
    );
    expect(textOf(await part(element, '[part=asked] p'))).to.equal('You are asked because you offered help with Retrospectives.');
    (await part(element, '[part=decline]')).click();
    await until(() => textOf(one(element, '[part=decline]')) === 'I can after all', 'it shows before the answer comes');
    answered.resolve(null);
    await focused(element, 'decline');
    (await part(element, '[part=undo]')).click();
    await until(() => textOf(one(element, '[part=decline]')) === 'I can’t this time', 'taken back');
    await until(() => sent.join() === 'PUT,DELETE', 'both requests, in this order');
  });

  it('sees that it was not taken where the endpoint refuses', async () => {
    const element = await opened(stories.ask(stories.toMe, { 'PUT /questions/:id/declined': problem(409, 'conflict') }));
    (await part(element, '[part=decline]')).click();
    await until(() => one(element, '[part=asked] [role=alert]'), 'the reason');
    expect(textOf(one(element, '[part=decline]'))).to.equal('I can’t this time');
  });

  it('comes to the field for the answer by one press', async () => {
    const element = await opened(stories.ask(stories.toMe));
    (await button(element, 'Answer')).click();
    await focused(element, 'compose-answer-q-1');
  });
});

describe('an invitation', () => {
  it('goes to a member who is searched for, never to the asker or oneself', async () => {
    const sent: unknown[] = [];
    const element = await opened(
      stories.ask(stories.mine, {
        'POST /questions/:id/invitations': async (r: Request) => (
          sent.push([await r.json(), !!r.headers.get('idempotency-key')]),
          stories.ladder
        ),
      }),
    );
    (await part(element, '#invite')).click();
    await focused(element, 'invite-search');
    await until(() => textOf(one(element, '#invite-hint')).includes('4 more people'), 'how many one may invite');
    await type(element, '#invite-search', 'large groups');
    await until(() => names(element).length, 'people');
    expect(all(element, '[part=invite-found] button').map((b) => b.getAttribute('aria-label'))).to.deep.equal([
      'Invite Bo Muster',
      'Invite Cleo Sample',
    ]);
    all(element, '[part=invite-found] button')[1]!.click();
    await until(() => said(element) === 'Cleo Sample has been invited.', 'announcement');
    expect(sent).to.deep.equal([[{ memberId: 'm-cleo' }, true]]);
    await focused(element, 'invite-search');
  });

  it('never shows the people found by older letters', async () => {
    const slow = later<unknown>();
    const element = await opened(
      stories.ask(stories.mine, {
        'GET /members': (r: Request) =>
          new URL(r.url).searchParams.get('q') === 'old' ? slow.promise : page([person({ id: 'm-new', name: 'New person' })]),
      }),
    );
    (await part(element, '#invite')).click();
    await type(element, '#invite-search', 'old');
    await new Promise((next) => setTimeout(next, 350));
    await type(element, '#invite-search', 'new');
    await until(() => all(element, '[aria-label="Invite New person"]').length, 'the new one');
    slow.resolve(page([person({ id: 'm-old', name: 'Old person' })]));
    await new Promise((next) => setTimeout(next, 60));
    expect(all(element, '[part=invite-found] button').map((b) => b.getAttribute('aria-label'))).to.deep.equal(['Invite New person']);
  });

  it('says where nobody more may be invited, and closes by Escape to its button', async () => {
    const element = await opened(stories.ask(stories.mine, { 'GET /questions/:id/ladder': { ...stories.ladder, invitationsLeft: 0 } }));
    await part(element, '[part=asked-list]');
    (await part(element, '#invite')).click();
    await until(() => textOf(one(element, '[part=invite-form] [role=status]')).startsWith('You have invited as many people'), 'the limit');
    expect(one(element, '#invite-search')).to.equal(null);
    (await part(element, '#invite-done')).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await focused(element, 'invite');
  });
});

describe('what waits for the reader’s word', () => {
  const withReminders = (replies: Parameters<typeof stories.ask>[1] = {}) =>
    stories.ask(question(), { 'GET /reminders': { items: stories.reminders }, ...replies });

  it('is how an accepted answer went, told by the form behind one press', async () => {
    const sent: unknown[] = [];
    const element = await listed(
      withReminders({ 'PUT /answers/:id/use': async (r: Request) => (sent.push(await r.json()), answer().uses) }),
    );
    const first = await part(element, '[part=reminders] li');
    expect(textOf(first)).to.contain(`Did the answer to “${question().title}” work for you?`);
    (await button(element, 'Say how it went')).click();
    await until(() => (element.shadowRoot?.activeElement as HTMLInputElement | null)?.type === 'radio', 'focus on the first outcome');
    expect(element.url.id).to.equal('q-1');
    (one(element, '[part=use-form] [value=worked]') as HTMLInputElement).click();
    (one(element, '[part=use-form] .primary') as HTMLButtonElement).click();
    await until(() => sent.length, 'what was told');
    expect(sent[0]).to.deep.include({ outcome: 'worked' });
  });

  it('is what did not work for somebody, with their words', async () => {
    const element = await listed(withReminders());
    const second = await until(() => all(element, '[part=reminders] li')[1], 'the second');
    expect(textOf(second)).to.contain('Bo Muster says that it did not work for them').and.to.contain('in a group of forty');
    expect((second.querySelector('a') as HTMLAnchorElement).href).to.contain('q-5');
  });

  it('is not asked for again once it was put away', async () => {
    const sent: string[] = [];
    let items = stories.reminders;
    const element = await listed(
      withReminders({
        'GET /reminders': () => ({ items }),
        'DELETE /reminders/:id': (r: Request) => {
          sent.push(new URL(r.url).pathname.split('/').at(-1) ?? '');
          items = items.slice(1);
          return undefined;
        },
      }),
    );
    (await button(element, 'Don’t ask me')).click();
    await until(() => said(element) === 'You will not be asked again.', 'announcement');
    await until(() => all(element, '[part=reminders] li').length === 1, 'one less');
    expect(sent).to.deep.equal(['q-1']);
  });
});
