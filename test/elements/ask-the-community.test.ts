import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import { ActivityEvent } from '../../src/community/events.js';
import type { NewQuestion, Question, Session } from '../../src/contract/index.js';
import type { AskRequestEvent, AskedEvent } from '../../src/elements/ask-the-community/ask-the-community.events.js';
import type { CopAskTheCommunity } from '../../src/elements/ask-the-community/ask-the-community.js';
import * as stories from '../../stories/ask-the-community.stories.js';
import {
  activity,
  ada,
  answer,
  bo,
  comment,
  endpointOf,
  member,
  offline,
  page,
  problem,
  question,
  questionSummary,
  visitor,
  withEndpoint,
  type Reply,
} from '../../stories/fixtures.js';
import { all, later, one, part, show, textOf, until } from '../support/story.js';

const TAG = 'cop-ask-the-community';
const ask = (story: Parameters<typeof show>[0]) => show<CopAskTheCommunity>(story, TAG);
const at = (replies: Record<string, Reply>, of: Parameters<typeof stories.repliesOf>[1] = {}, session: Session = member) =>
  ask(withEndpoint(endpointOf(stories.repliesOf(replies, of), session), html`<cop-ask-the-community></cop-ask-the-community>`));
const ready = async (element: CopAskTheCommunity) => {
  await part(element, '.rows .title');
  await until(() => element.cop.session, 'session');
};
const thread = async (element: CopAskTheCommunity) => {
  await ready(element);
  element.url.open('q-1');
  await part(element, '.thread [part=question] .prose strong, .thread [part=answers]');
};
const titles = (element: Element) => all(element, '.rows .title').map(textOf);
const focused = (element: Element) => element.shadowRoot!.activeElement as HTMLElement | null;
const said = (element: Element) => textOf(one(element, '[aria-live]'));
const type = (field: HTMLElement, text: string) => {
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
const button = (root: ParentNode, text: string) => [...root.querySelectorAll('button')].find((b) => textOf(b) === text) ?? null;
const shadow = (element: Element) => element.shadowRoot!;
const press = async (element: CopAskTheCommunity, text: string, within = '.cop') => {
  const found = await until(
    () =>
      all(element, within)
        .map((root) => button(root, text))
        .find(Boolean),
    `button “${text}”`,
  );
  found.click();
  await element.updateComplete;
};
const body = async (request: Request) => (await request.json()) as Record<string, unknown>;

afterEach(() => history.replaceState(null, '', location.pathname));

describe('<cop-ask-the-community>, the list', () => {
  it('shows questions with what tells whether they help', async () => {
    const element = await ask(stories.Default);
    await ready(element);
    expect(titles(element)).to.deep.equal(stories.rows.map(({ title }) => title));
    expect(textOf(one(element, '[part=question] .meta'))).to.match(/^Seeking experience 2 answers Worked for 9 of 12 Bo Muster/);
  });

  it('stays small however much is loaded: what was first makes room, and comes back', async () => {
    const ten = (from: number) =>
      Array.from({ length: 10 }, (_, i) => questionSummary({ id: `n-${from + i}`, title: `Question ${from + i}` }));
    let asked = 0;
    const next = (r: Request) => {
      const from = Number(new URL(r.url).searchParams.get('cursor') ?? 0);
      asked += 1;
      return page(ten(from), { nextCursor: from < 90 ? String(from + 10) : null });
    };
    const element = await at({ 'GET /questions': next, 'GET /questions/:id': question({ id: 'n-75' }) });
    await ready(element);
    for (let n = 1; n < 8; n += 1) {
      await press(element, 'Show more');
      await until(() => textOf(focused(element)) === `Question ${n * 10}`, `focus on question ${n * 10}`);
    }
    expect(titles(element)).to.deep.equal(Array.from({ length: 50 }, (_, i) => `Question ${i + 30}`));
    const before = asked;
    await press(element, 'Show previous');
    expect(titles(element)).to.deep.equal(Array.from({ length: 50 }, (_, i) => `Question ${i + 20}`));
    await press(element, 'Show more');
    await until(() => textOf(focused(element)) === 'Question 70', 'focus on the row that comes back');
    expect(asked, 'what was loaded is not asked for again').to.equal(before);
    element.url.open('n-75');
    await part(element, '.thread, [part=error]');
    element.url.open(null);
    await until(() => focused(element)?.id === 'row-n-75', 'back where it was left');
  });

  it('asks for what the filters say', async () => {
    const asked: URLSearchParams[] = [];
    const element = await at({ 'GET /questions': (r: Request) => (asked.push(new URL(r.url).searchParams), page(stories.rows)) });
    await ready(element);
    await press(element, 'Unanswered');
    await press(element, 'Mine');
    const [kind, topic] = all(element, '.tools select') as HTMLSelectElement[];
    await until(() => topic!.options.length > 1, 'topics');
    for (const [select, value] of [
      [kind!, 'problem'],
      [topic!, 'hiring'],
    ] as const) {
      select.value = value;
      select.dispatchEvent(new Event('change'));
    }
    await until(() => asked.at(-1)?.get('topic') === 'hiring', 'request');
    expect(Object.fromEntries(asked.at(-1)!)).to.include({ answered: 'false', mine: 'true', kind: 'problem', topic: 'hiring' });
  });

  it('asks for nothing that an endpoint refuses, whatever the attributes hold', async () => {
    const asked: URLSearchParams[] = [];
    const replies = { 'GET /questions': (r: Request) => (asked.push(new URL(r.url).searchParams), page(stories.rows)) };
    for (const [limit, sent] of Object.entries({ abc: '10', 0: '10', '-3': '1', 999: '100' })) {
      await ready(
        await ask(
          withEndpoint(
            endpointOf(stories.repliesOf(replies), member),
            html`<cop-ask-the-community limit=${limit} sort="best" kind="foo"></cop-ask-the-community>`,
          ),
        ),
      );
      expect(Object.fromEntries(asked.at(-1)!))
        .to.include({ limit: sent })
        .and.not.have.any.keys('sort', 'kind');
    }
  });

  it('never shows an old answer to a new search', async () => {
    const slow = later<unknown>();
    const element = await at({
      'GET /questions': (r: Request) => {
        const q = new URL(r.url).searchParams.get('q');
        if (q === 'slow') return slow.promise;
        return page(q ? [questionSummary({ id: 'q-fast', title: 'The new answer' })] : stories.rows);
      },
    });
    await ready(element);
    const field = one(element, '[type=search]')!;
    type(field, 'slow');
    await new Promise((next) => setTimeout(next, 300));
    type(field, 'fast');
    await until(() => titles(element)[0] === 'The new answer', 'new answer');
    slow.resolve(page([questionSummary({ title: 'The old answer' })]));
    await new Promise((next) => setTimeout(next, 50));
    expect(titles(element)).to.deep.equal(['The new answer']);
  });

  it('goes on after it was moved, and after it was taken out and put back', async () => {
    const element = await ask(stories.Default);
    await ready(element);
    const place = element.parentElement!;
    place.append(document.createElement('p'), element);
    await until(() => titles(element).length === 5, 'rows after the move');
    element.remove();
    await new Promise((next) => setTimeout(next, 20));
    place.append(element);
    await until(() => titles(element).length === 5, 'rows after coming back');
    element.cop.dispatchEvent(new ActivityEvent(activity({ type: 'asked', actor: bo })));
    await until(() => textOf(one(element, '[part=new]')) === '1 new question', 'one new question, counted once');
  });

  it('opens a question by its link, with focus on its title, and comes back to the link', async () => {
    const element = await ask(stories.Default);
    await ready(element);
    const link = one(element, '.rows a')!;
    link.click();
    await until(() => focused(element)?.id === 'thread-title' && one(element, '[part=answers]'), 'focus on the title');
    expect(focused(element)?.id, 'also when the rest has come').to.equal('thread-title');
    expect(location.search).to.contain('q-1');
    one(element, '[part=back]')!.click();
    await until(() => focused(element)?.id === 'row-q-1', 'focus on the link');
    expect(location.search).to.equal('');
  });

  it('tells an editor what is missing', async () => {
    const element = await ask(stories.Unconfigured);
    await part(element, '[part=notice]');
    expect(textOf(element.shadowRoot)).to.contain('There is no community of that name on this page');
  });

  it('keeps the keys of the page silent while someone types', async () => {
    const element = await ask(stories.Default);
    await ready(element);
    let heard = 0;
    const count = () => (heard += 1);
    document.addEventListener('keydown', count);
    const key = () => new KeyboardEvent('keydown', { key: 's', bubbles: true, composed: true });
    one(element, '[type=search]')!.dispatchEvent(key());
    one(element, '.rows a')!.dispatchEvent(key());
    document.removeEventListener('keydown', count);
    expect(heard).to.equal(1);
  });
});

describe('<cop-ask-the-community>, a question', () => {
  it('shows its text, answers with the accepted one marked, and comments where they belong', async () => {
    const element = await at({});
    await thread(element);
    await until(() => one(element, '#answer-a-1 [part=comment]'), 'comment');
    expect(textOf(one(element, '.thread-title'))).to.equal(question().title);
    expect(all(element, '[part=answer]').map(({ id }) => id)).to.deep.equal(['answer-a-1', 'answer-a-2']);
    expect(textOf(one(element, '#answer-a-1 [part=accepted]'))).to.equal('This helped the asker');
    expect(all(element, '#answer-a-1 [part=comment]').map(({ id }) => id)).to.deep.equal(['comment-c-3']);
    expect(textOf(one(element, '#answer-a-1 [part=use-summary]'))).to.equal(
      'Used by 3, worked for 2; did not work: “over video, with cameras off”',
    );
  });

  it('asks for the comments of the whole thread once', async () => {
    let asked = 0;
    const element = await at({ 'GET /comments': () => ((asked += 1), page(stories.thread.comments)) });
    await thread(element);
    await part(element, '[part=comment]');
    expect(asked).to.equal(1);
  });

  it('names where imported texts come from, by links that search engines follow', async () => {
    const element = await at({});
    await thread(element);
    const source = await part(element, '#answer-a-2 [part=source]');
    expect(textOf(source)).to.equal('From Startups Stack Exchange, CC BY-SA 4.0');
    for (const link of [...source.querySelectorAll('a'), one(element, '#answer-a-2 [part=author] a') as HTMLAnchorElement])
      expect(link.rel).not.to.match(/nofollow|ugc/);
    expect((await until(() => one(element, '#answer-a-2 .prose a') as HTMLAnchorElement)).rel).to.equal('ugc noopener');
  });

  it('counts a vote at once, and takes it back where it is refused', async () => {
    const verdict = later<unknown>();
    const element = await at({ 'PUT /answers/:id/vote': () => verdict.promise });
    await thread(element);
    const votes = await part(element, '#answer-a-1 .votes');
    const up = votes.querySelector('button')!;
    up.click();
    await element.updateComplete;
    expect(textOf(votes.querySelector('.sum'))).to.equal('7');
    expect(up.getAttribute('aria-pressed')).to.equal('true');
    verdict.resolve(problem(500, 'internal'));
    await until(() => textOf(votes.querySelector('.sum')) === '6', 'old count');
    expect(up.getAttribute('aria-pressed')).to.equal('false');
    expect(votes.querySelector('.sum')!.className).to.contain('back');
    expect(said(element)).to.contain('not counted');
    expect(textOf(one(element, '#answer-a-1 [part=notice]'))).to.contain('could not answer');
  });

  it('asks a visitor to sign in, and counts nothing', async () => {
    const element = await ask(stories.ThreadSignedOut);
    const up = await part(element, '#answer-a-1 .votes button');
    const request = oneEvent(element, 'cop-sign-in-request');
    up.click();
    await request;
    await element.updateComplete;
    expect(textOf(one(element, '#answer-a-1 .sum'))).to.equal('6');
    expect(textOf(one(element, '#answer-a-1 [part=notice]'))).to.equal('Please sign in first. Sign in');
  });

  it('offers nothing that would be refused', async () => {
    const element = await ask(stories.ThreadReadOnly);
    await part(element, '[part=answer]');
    expect(all(element, '.thread button:not([part=topic], [part=edited], [part=menu]), form')).to.deep.equal([]);
  });

  it('sends an answer, shows it and puts the focus on it', async () => {
    const sent: unknown[] = [];
    const answers = [...stories.thread.answers];
    const element = await at({
      'GET /questions/:id/answers': () => page(answers),
      'POST /questions/:id/answers': async (r: Request) => {
        const mine = answer({ id: 'a-new', author: ada, viewer: { vote: 0, use: null, can: ['edit', 'delete'] }, ...(await body(r)) });
        sent.push(r.headers.get('idempotency-key'));
        answers.push(mine);
        return mine;
      },
    });
    await thread(element);
    type(await part(element, '#compose-answer-q-1'), '  What I did.  ');
    await press(element, 'Send answer');
    await until(() => focused(element)?.id === 'answer-a-new', 'focus on the answer');
    expect(sent).to.have.length(1);
    expect(said(element)).to.contain('Your answer is there');
    expect((one(element, '#compose-answer-q-1') as HTMLTextAreaElement).value).to.equal('');
  });

  it('keeps the text where the endpoint fails, and sends it under the same key again', async () => {
    const keys: (string | null)[] = [];
    const element = await at({
      'POST /questions/:id/answers': (r: Request) => (keys.push(r.headers.get('idempotency-key')), problem(500, 'internal')),
    });
    await thread(element);
    type(await part(element, '#compose-answer-q-1'), 'Long thought of.');
    await press(element, 'Send answer');
    await until(() => one(element, '[part=answer-form] [part=notice]'), 'notice');
    expect((one(element, '#compose-answer-q-1') as HTMLTextAreaElement).value).to.equal('Long thought of.');
    await press(element, 'Send answer');
    await until(() => keys.length === 2, 'second try');
    expect(keys[0]).to.equal(keys[1]);
  });

  it('brings a draft back after a reload, and says so', async () => {
    const replies = stories.repliesOf();
    const name = `draft-${Date.now()}`;
    const page_ = () =>
      html`<cop-community name=${name} endpoint="https://community.example/api/communities/${name}" .fetch=${endpointOf(replies)}><cop-ask-the-community></cop-ask-the-community></cop-community>`;
    const first = await ask(page_());
    await thread(first);
    type(await part(first, '#compose-answer-q-1'), 'Half a thought');
    await press(first, 'Comment', '#answer-a-1');
    type(await part(first, '#compose-comment-a-1'), 'Half a remark');
    await new Promise((next) => setTimeout(next, 50));
    first.remove();
    const second = await ask(page_());
    await until(
      () => (one(second, '#compose-answer-q-1') as HTMLTextAreaElement | null)?.value === 'Half a thought',
      'draft of the answer',
    );
    await until(
      () => (one(second, '#compose-comment-a-1') as HTMLTextAreaElement | null)?.value === 'Half a remark',
      'draft of the comment',
    );
    expect(said(second)).to.contain('is back');
  });

  it('shows the new version beside the text where somebody else has changed it', async () => {
    const mine = answer({ id: 'a-1', author: ada, viewer: { vote: 0, use: null, can: ['edit'] } });
    const versions: (string | null)[] = [];
    const element = await at(
      {
        'GET /answers/:id': { ...mine, body: 'Theirs', version: 2 },
        'PATCH /answers/:id': (r: Request) => (
          versions.push(r.headers.get('if-match')),
          versions.length === 1 ? problem(412, 'stale-version') : mine
        ),
      },
      { answers: [mine] },
    );
    await thread(element);
    await press(element, 'Edit', '#answer-a-1');
    type(await part(element, '#compose-edit-a-1'), 'Mine');
    await press(element, 'Save');
    const theirs = await part(element, '[part=theirs]');
    await until(() => textOf(theirs).includes('Theirs'), 'their text');
    expect((one(element, '#compose-edit-a-1') as HTMLTextAreaElement).value).to.equal('Mine');
    await press(element, 'Send mine over it');
    await until(() => versions.length === 2, 'second try');
    expect(versions).to.deep.equal(['"1"', '"2"']);
  });

  it('accepts an answer and takes it back', async () => {
    const calls: string[] = [];
    const own = question({ author: ada, viewer: { vote: 0, can: ['edit', 'accept', 'comment'] } });
    const answers = [answer({ accepted: false })];
    const set = (accepted: boolean) => (r: Request) => {
      calls.push(r.method);
      answers[0] = answer({ accepted });
      return own;
    };
    const element = await at(
      {
        'GET /questions/:id/answers': () => page([...answers]),
        'PUT /questions/:id/accepted-answer': set(true),
        'DELETE /questions/:id/accepted-answer': set(false),
      },
      { question: own },
    );
    await thread(element);
    await press(element, 'This helped me');
    await until(() => one(element, '[part=accepted]'), 'mark');
    await press(element, 'Take the mark back');
    await until(() => !one(element, '[part=accepted]'), 'no mark');
    await until(() => calls.length === 2, 'two calls');
  });

  it('deletes after a second question, with the version it has seen', async () => {
    let deleted = '';
    const remaining = { comments: stories.thread.comments };
    const element = await at({
      'GET /comments': () => page(remaining.comments),
      'DELETE /comments/:id': (r: Request) => {
        deleted = r.headers.get('if-match') ?? '';
        remaining.comments = remaining.comments.filter(({ id }) => id !== 'c-3');
        return undefined;
      },
    });
    await thread(element);
    await press(element, 'Delete', '#comment-c-3');
    await until(() => focused(element)?.id === 'keep-c-3', 'focus on keeping');
    await press(element, 'Keep it');
    await until(() => focused(element)?.id === 'delete-c-3', 'focus back');
    await press(element, 'Delete', '#comment-c-3');
    await press(element, 'Delete', '#comment-c-3 [part=confirm]');
    await until(() => !one(element, '#comment-c-3'), 'no comment');
    expect(deleted, 'nothing is deleted while it can be taken back').to.equal('');
    (await part(element, '[part=dismiss]')).click();
    await until(() => deleted === '"1"', 'deletion');
    expect(one(element, '#comment-c-3')).to.equal(null);
  });

  it('moves nothing when others answer and comment meanwhile', async () => {
    const now = { answers: stories.thread.answers, comments: stories.thread.comments };
    const element = await at({ 'GET /questions/:id/answers': () => page(now.answers), 'GET /comments': () => page(now.comments) });
    await thread(element);
    await until(() => one(element, '#answer-a-1 [part=comment]'), 'comment');
    now.answers = [answer({ id: 'a-best', score: 99, author: bo }), ...now.answers];
    now.comments = [...now.comments, comment({ id: 'c-9', author: bo })];
    await element.cop.cache.invalidate();
    await until(() => one(element, '[part=answers] > [part=new]'), 'new answer');
    expect(all(element, '[part=answer]').map(({ id }) => id)).to.deep.equal(['answer-a-1', 'answer-a-2']);
    expect(said(element)).to.equal('1 new answer');
    expect(textOf(one(element, '[part=question] [part=new]'))).to.equal('1 new comment');
    await press(element, '1 new answer');
    await until(() => focused(element)?.id === 'answer-a-best', 'focus on the new answer');
    expect(all(element, '[part=answer]').map(({ id }) => id)).to.deep.equal(['answer-a-1', 'answer-a-2', 'answer-a-best']);
  });

  it('tells how an answer worked: outcome and one line', async () => {
    let told: unknown;
    const element = await at({
      'PUT /answers/:id/use': async (r: Request) => ((told = await body(r)), answer().uses),
    });
    await thread(element);
    await press(element, 'I used this', '#answer-a-2');
    await until(() => (focused(element) as HTMLInputElement | null)?.type === 'radio', 'focus on the first choice');
    await press(element, 'Save', '#answer-a-2');
    expect(textOf(one(element, '#use-error'))).to.equal('Choose how it went.');
    (one(element, '[value=adapted]') as HTMLInputElement).click();
    type(one(element, '#use-context')!, 'with twelve people');
    await press(element, 'Save', '#answer-a-2');
    await until(() => told, 'request');
    expect(told).to.deep.equal({ outcome: 'adapted', context: 'with twelve people' });
    await until(() => said(element).includes('Thank you'), 'thanks');
  });

  it('says plainly that a question is gone, with a way back', async () => {
    const element = await ask(stories.ThreadGone);
    await until(() => textOf(one(element, '[part=error]')).startsWith('This question is no longer here'), 'notice');
    one(element, '[part=back]')!.click();
    await ready(element);
  });

  it('filters the list by a topic that is clicked', async () => {
    const asked: (string | null)[] = [];
    const element = await at({
      'GET /questions': (r: Request) => (asked.push(new URL(r.url).searchParams.get('topic')), page(stories.rows)),
    });
    await thread(element);
    await press(element, 'Team building', '[part=topics]');
    await until(() => asked.at(-1) === 'team-building', 'request');
    expect(textOf((all(element, '.tools select')[1] as HTMLSelectElement).selectedOptions[0])).to.equal('Team building');
  });
});

describe('<cop-ask-the-community>, asking', () => {
  const fill = async (element: CopAskTheCommunity, title = 'How do you begin a first meeting?') => {
    (await part(element, '#kind-experience')).click();
    type(one(element, '#ask-title')!, title);
    type(one(element, '#compose-question')!, 'I have *tried* much.');
    await element.updateComplete;
  };
  const form = async (replies: Record<string, Reply> = {}, session = member) => {
    const element = await at(replies, {}, session);
    await ready(element);
    await press(element, 'Ask a question');
    await part(element, '.ask-form');
    return element;
  };

  it('gives the focus back to its button when it is closed', async () => {
    const element = await form();
    await until(() => focused(element)?.id === 'form-title', 'focus');
    await press(element, 'Cancel');
    await until(() => focused(element)?.matches('[part=ask]'), 'focus on the button');
  });

  it('opens with focus on its heading, and says what is missing at the fields', async () => {
    const element = await form();
    await until(() => focused(element)?.id === 'form-title', 'focus');
    await press(element, 'Send question');
    await until(() => focused(element)?.id === 'kind-problem', 'focus on the first fault');
    expect(all(element, '.error').map(textOf)).to.deep.equal([
      'Choose what it is about.',
      'Write at least 8 characters.',
      'Write a few words.',
    ]);
  });

  it('asks before it sends, sends, says so, and shows the question', async () => {
    let sent: NewQuestion | undefined;
    const made = (extra: object): Question => question({ id: 'q-new', author: ada, answerCount: 0, ...extra });
    const element = await form({
      'POST /questions': async (r: Request) => {
        sent = (await body(r)) as NewQuestion;
        return made({ title: sent.title });
      },
      'GET /questions/:id': () => made({ title: sent!.title }),
    });
    await fill(element);
    const topics = one(element, '#topics-input')!;
    topics.focus();
    await part(element, '[role=option]');
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) {
      topics.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await element.updateComplete;
    }
    type(topics, 'Brand new,');
    await element.updateComplete;
    const events: string[] = [];
    element.addEventListener('cop-ask-request', (e) => events.push(`request ${(e as AskRequestEvent).question.title}`));
    element.addEventListener('cop-asked', (e) => events.push(`asked ${(e as AskedEvent).question.id}`));
    await press(element, 'Send question');
    await until(() => textOf(one(element, '.thread-title')) === 'How do you begin a first meeting?', 'question');
    expect(sent).to.deep.equal({
      kind: 'experience',
      title: 'How do you begin a first meeting?',
      body: 'I have *tried* much.',
      topics: ['Team building', 'Brand new'],
    });
    expect(events).to.deep.equal(['request How do you begin a first meeting?', 'asked q-new']);
    expect(said(element)).to.contain('Your question is there');
    await until(() => focused(element)?.id === 'thread-title', 'focus');
  });

  it('stays where the page cancels', async () => {
    let sent = 0;
    const element = await form({ 'POST /questions': () => ((sent += 1), question()) });
    element.addEventListener('cop-ask-request', (e) => e.preventDefault());
    await fill(element);
    await press(element, 'Send question');
    await new Promise((next) => setTimeout(next, 30));
    expect(sent).to.equal(0);
    expect((one(element, '#ask-title') as HTMLInputElement).value).to.equal('How do you begin a first meeting?');
  });

  it('shows similar questions, never those of an older title, and comes back to the form', async () => {
    const slow = later<unknown>();
    const element = await form({
      'GET /questions': (r: Request) => {
        const similar = new URL(r.url).searchParams.get('similar');
        if (similar === 'slow title') return slow.promise;
        return page(similar ? [questionSummary({ id: 'q-1', title: 'Like the new title' })] : stories.rows);
      },
    });
    type(one(element, '#ask-title')!, 'slow title');
    await new Promise((next) => setTimeout(next, 400));
    type(one(element, '#ask-title')!, 'fast title');
    slow.resolve(page([questionSummary({ title: 'Like the old title' })]));
    const similar = () => all(element, '[part=similar]:first-of-type li a').map(textOf);
    await new Promise((next) => setTimeout(next, 50));
    expect(similar(), 'while the new title is typed').to.not.include('Like the old title');
    await until(() => similar().includes('Like the new title'), 'the new ones');
    expect(similar()).to.not.include('Like the old title');
    one(element, '[part=similar] a')!.click();
    const back = await part(element, '.thread [part=back]');
    expect(textOf(back)).to.contain('Back to your question');
    back.click();
    expect(((await part(element, '#ask-title')) as HTMLInputElement).value).to.equal('fast title');
  });

  it('puts what the endpoint says at the field it is about, and keeps the text', async () => {
    const element = await form({
      'POST /questions': {
        ...problem(422, 'invalid'),
        errors: [{ pointer: '/title', code: 'too-alike', detail: 'Asked before, word for word.' }],
      },
    });
    await fill(element);
    await press(element, 'Send question');
    await until(() => textOf(one(element, '#title-error')) === 'Asked before, word for word.', 'error at the title');
    expect(focused(element)?.id).to.equal('ask-title');
    expect((one(element, '#compose-question') as HTMLTextAreaElement).value).to.equal('I have *tried* much.');
  });

  it('waits where there is no connection, and says so', async () => {
    const element = await form({ 'POST /questions': offline });
    await fill(element);
    await press(element, 'Send question');
    await ready(element);
    expect(said(element)).to.contain('your question waits');
    expect(textOf(element.shadowRoot)).to.contain('Waiting for a connection: 1 thing');
  });

  it('can be read while it waits, and taken back into its form', async () => {
    const element = await form({ 'POST /questions': offline });
    await fill(element);
    await press(element, 'Send question');
    const waiting = (await part(element, 'details[part=notice]')) as HTMLDetailsElement;
    const texts = [...waiting.querySelectorAll('p')].map(textOf);
    expect(texts).to.deep.equal(['How do you begin a first meeting?', 'I have *tried* much.']);
    one(element, '.waits > summary')?.click();
    expect(waiting.open).to.equal(true);
    await press(element, 'Take back', '.waits');
    await until(() => !one(element, '.waits'), 'nothing waits');
    await until(() => said(element).includes('Your text is back in its field'), 'that it is told');
    await until(() => textOf(focused(element)) === 'Ask a question', 'focus');
    await press(element, 'Ask a question', '[part=head]');
    const title = (await part(element, '#ask-title')) as HTMLInputElement;
    await until(() => title.value === 'How do you begin a first meeting?', 'title');
  });

  it('lets a visitor write, asks to sign in on sending, and keeps the text', async () => {
    const element = await form({}, visitor);
    await fill(element);
    const request = oneEvent(element, 'cop-sign-in-request');
    await press(element, 'Send question');
    await request;
    await element.updateComplete;
    expect(textOf(one(element, '.ask-form [part=notice]'))).to.contain('Please sign in first. Your text is kept.');
    expect((one(element, '#ask-title') as HTMLInputElement).value).to.equal('How do you begin a first meeting?');
  });

  it('edits a question of one’s own by the same form', async () => {
    let patch: { version: string | null; title: unknown } | undefined;
    const own = question({ author: ada, viewer: { vote: 0, can: ['edit', 'delete'] } });
    const element = await at(
      {
        'PATCH /questions/:id': async (r: Request) => (
          (patch = { version: r.headers.get('if-match'), title: (await body(r))['title'] }),
          own
        ),
      },
      { question: own },
    );
    await thread(element);
    await press(element, 'Edit', '[part=question]');
    const title = (await part(element, '#ask-title')) as HTMLInputElement;
    await until(() => title.value === own.title, 'title');
    type(title, 'A better title than before');
    await press(element, 'Save');
    await until(() => patch, 'request');
    expect(patch).to.deep.equal({ version: '"1"', title: 'A better title than before' });
    await part(element, '.thread');
  });

  it('deletes a question of one’s own and shows the list', async () => {
    let deleted = false;
    const own = question({ answerCount: 0, author: ada, viewer: { vote: 0, can: ['edit', 'delete'] } });
    const element = await at(
      { 'DELETE /questions/:id': () => void (deleted = true), 'GET /questions/:id': () => (deleted ? problem(404, 'not-found') : own) },
      { question: own, answers: [], comments: [] },
    );
    await thread(element);
    await press(element, 'Delete', '[part=question]');
    await press(element, 'Delete', '[part=confirm]');
    await ready(element);
    expect(one(element, '#row-q-1')).to.equal(null);
    expect(deleted).to.equal(false);
    (await part(element, '[part=dismiss]')).click();
    await until(() => deleted, 'deletion');
    expect(location.search).to.equal('');
    expect(shadow(element).querySelector('.thread')).to.equal(null);
  });
});
