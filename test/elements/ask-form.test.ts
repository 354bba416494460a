import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import type { NewQuestion } from '../../src/contract/index.js';
import type { CopAskTheCommunity } from '../../src/elements/ask-the-community/ask-the-community.js';
import * as stories from '../../stories/ask-the-community.stories.js';
import {
  ada,
  endpointOf,
  info,
  page,
  problem,
  question,
  questionSummary,
  resource,
  withEndpoint,
  type Reply,
} from '../../stories/fixtures.js';
import { all, later, one, part, show, textOf, until } from '../support/story.js';

const TAG = 'cop-ask-the-community';
const at = async (
  replies: Record<string, Reply> = {},
  of: Parameters<typeof stories.repliesOf>[1] = {},
  content: TemplateResult = html`<cop-ask-the-community></cop-ask-the-community>`,
) => {
  const element = await show<CopAskTheCommunity>(withEndpoint(endpointOf(stories.repliesOf(replies, of)), content), TAG);
  await until(() => element.found.value?.session, 'session');
  return element;
};
const form = async (replies: Record<string, Reply> = {}, content?: TemplateResult) => {
  const element = await at(replies, {}, content);
  element.ask();
  await part(element, '#ask-title');
  return element;
};
const thread = async (replies: Record<string, Reply> = {}, of: Parameters<typeof stories.repliesOf>[1] = {}) => {
  const element = await at(replies, of);
  await part(element, '.rows .title');
  element.url.open('q-1');
  await part(element, '.thread [part=question]');
  return element;
};
const type = (element: Element, selector: string, text: string) => {
  const field = one(element, selector) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
const button = (element: Element, text: string) => until(() => all(element, 'button').find((b) => textOf(b) === text), `button “${text}”`);
const send = async (element: Element) => one(element, '.ask-form [part=send]')!.click();
const asked = (sent: NewQuestion[]) => ({
  'POST /questions': async (r: Request) => {
    sent.push((await r.json()) as NewQuestion);
    return question({ title: 'Sent' });
  },
});
const said = (element: Element) => textOf(one(element, '[aria-live]'));

afterEach(() => history.replaceState(null, '', location.pathname));

describe('the form that a page begins', () => {
  it('has the kind and the topic of its list, which can be changed', async () => {
    const element = await form({}, html`<cop-ask-the-community kind="problem" topic="hiring"></cop-ask-the-community>`);
    await until(() => (one(element, '#kind-problem') as HTMLInputElement).checked, 'the kind');
    expect(textOf(one(element, '.ask-form .topic-field'))).to.match(/^hiring/i);
    (await part(element, '#kind-experience')).click();
    await until(() => !(one(element, '#kind-problem') as HTMLInputElement).checked, 'another kind');
  });
});

describe('the form of each kind', () => {
  it('asks for what fits, and makes it sections of the text', async () => {
    const sent: NewQuestion[] = [];
    const element = await form(asked(sent));
    one(element, '#kind-problem')!.click();
    await part(element, '#part-tried');
    expect(textOf(one(element, '#compose-question-hint'))).to.contain('What happens');
    type(element, '#ask-title', 'Why do we never end in time?');
    type(element, '#compose-question', 'Every meeting runs over.');
    type(element, '#part-tried', 'A timer.');
    await send(element);
    await until(() => sent[0], 'question');
    expect(sent[0]).to.deep.equal({
      kind: 'problem',
      title: 'Why do we never end in time?',
      body: 'Every meeting runs over.\n\n**What I have tried**\n\nA timer.',
      topics: [],
      details: { tried: 'A timer.' },
    });
  });

  it('takes a link of the web for a development, and says what is wrong at its field', async () => {
    const sent: NewQuestion[] = [];
    const element = await form(asked(sent));
    one(element, '#kind-development')!.click();
    await part(element, '#part-link');
    type(element, '#ask-title', 'What does the new law mean for us?');
    type(element, '#compose-question', 'It was passed.');
    type(element, '#part-link', 'javascript:alert(1)');
    await send(element);
    await until(() => element.shadowRoot!.activeElement?.id === 'part-link', 'focus on the field');
    expect(textOf(one(element, '#part-error'))).to.contain('https://');
    type(element, '#part-link', 'https://example.org/law');
    await send(element);
    await until(() => sent[0], 'question');
    expect(sent[0]!.body).to.equal('It was passed.\n\n**Link:** <https://example.org/law>');
  });

  it('comes back as it was filled in, in whatever language; a text that was changed since is one text', async () => {
    const body = 'Zu lang.\n\n**Was ich versucht habe**\n\nEine Uhr.';
    const own = question({ kind: 'problem', author: ada, body, details: { tried: 'Eine Uhr.' }, viewer: { vote: 0, can: ['edit'] } });
    const element = await thread({}, { question: own });
    (await button(element, 'Edit')).click();
    await part(element, '#part-tried');
    const values = () => ['#compose-question', '#part-tried'].map((id) => (one(element, id) as HTMLTextAreaElement).value);
    expect(values()).to.deep.equal(['Zu lang.', 'Eine Uhr.']);
    const other = await thread({}, { question: { ...own, body: 'Restored.' } });
    (await button(other, 'Edit')).click();
    await part(other, '#part-tried');
    expect((one(other, '#compose-question') as HTMLTextAreaElement).value).to.equal('Restored.');
    expect((one(other, '#part-tried') as HTMLTextAreaElement).value).to.equal('');
  });
});

describe('while the title is typed', () => {
  const title = 'How do we open a retrospective?';

  it('shows questions, resources and people with the reason why', async () => {
    const element = await form();
    type(element, '#ask-title', title);
    const sections = () => all(element, '[part=similar]').map(textOf);
    await until(() => sections().length === 3, 'three sections');
    expect(sections()[1]).to.contain(resource().title);
    expect(sections()[2]).to.contain('Bo Muster').and.contain('offers help with Facilitation');
  });

  it('shows no people of an endpoint that knows no reasons', async () => {
    const element = await form({
      'GET /members': page([{ ...stories.helper, reasons: undefined }]),
      'GET /resources': problem(422, 'invalid'),
    });
    type(element, '#ask-title', title);
    await part(element, '[part=similar]');
    await new Promise((next) => setTimeout(next, 100));
    expect(all(element, '[part=similar]').length).to.equal(1);
  });

  it('never shows the answer to an older title', async () => {
    const slow = { questions: later<unknown>(), resources: later<unknown>(), members: later<unknown>() };
    const answer = (noun: keyof typeof slow, param: string, fresh: unknown) => (r: Request) => {
      const text = new URL(r.url).searchParams.get(param);
      if (!text) return page(stories.rows);
      return text.includes('slow') ? slow[noun].promise : page([fresh]);
    };
    const element = await form({
      'GET /questions': answer('questions', 'similar', questionSummary({ id: 'q-n', title: 'New question' })),
      'GET /resources': answer('resources', 'similar', resource({ title: 'New resource' })),
      'GET /members': answer('members', 'helpWith', { ...stories.helper, name: 'New person' }),
    });
    type(element, '#ask-title', 'This is the slow title');
    await new Promise((next) => setTimeout(next, 450));
    type(element, '#ask-title', 'This is the other title');
    await until(() => all(element, '[part=similar]').length === 3, 'the new ones');
    slow.questions.resolve(page([questionSummary({ title: 'Old question' })]));
    slow.resources.resolve(page([resource({ title: 'Old resource' })]));
    slow.members.resolve(page([{ ...stories.helper, name: 'Old person' }]));
    await new Promise((next) => setTimeout(next, 80));
    const text = all(element, '[part=similar]').map(textOf).join();
    expect(text).to.contain('New question').and.contain('New resource').and.contain('New person').and.not.contain('Old');
  });

  it('a question that answers it ends the asking; what was written comes back by the toast', async () => {
    const element = await form();
    type(element, '#ask-title', title);
    type(element, '#compose-question', 'Half a thought.');
    const link = await until(() => one(element, '[part=similar] a'), 'similar question');
    link.click();
    (await button(element, 'This answers it')).click();
    await until(() => !element.writing, 'no form');
    expect(one(element, '.thread')).to.exist;
    (await part(element, '[part=undo]')).click();
    await until(() => (one(element, '#compose-question') as HTMLTextAreaElement | null)?.value === 'Half a thought.', 'the text again');
    expect((one(element, '#ask-title') as HTMLInputElement).value).to.equal(title);
  });
});

describe('about a page', () => {
  it('lists its questions, and asks about it without what only this reader has in the address', async () => {
    history.replaceState(null, '', `${location.pathname}?secret=1&page_id=7#part`);
    const lists: (string | null)[] = [];
    const sent: NewQuestion[] = [];
    const element = await form(
      {
        'GET /questions': (r: Request) => {
          const { searchParams } = new URL(r.url);
          if (!searchParams.has('similar')) lists.push(searchParams.get('about'));
          return page([]);
        },
        ...asked(sent),
      },
      html`<cop-ask-the-community about="page" about-query="page_id"></cop-ask-the-community>`,
    );
    const address = `${location.origin}${location.pathname}?page_id=7`;
    expect(lists).to.deep.equal([address]);
    one(element, '#kind-information')!.click();
    type(element, '#ask-title', 'What does this page mean?');
    type(element, '#compose-question', 'The third line.');
    await send(element);
    await until(() => sent[0], 'question');
    expect(sent[0]!.about).to.deep.equal({ url: address, title: document.title });
  });

  it('takes no address that is none of the web', async () => {
    const element = await at({}, {}, html`<cop-ask-the-community about="javascript:alert(1)"></cop-ask-the-community>`);
    expect(element.aboutPage).to.equal(undefined);
  });

  it('is a link in the question', async () => {
    const element = await show<CopAskTheCommunity>(stories.ThreadAnonymous, TAG);
    const link = (await part(element, '[part=about-page] a')) as HTMLAnchorElement;
    expect([link.href, textOf(link)]).to.deep.equal(['https://portal.example.org/handbook/leave', 'Handbook: leave']);
  });
});

describe('without a name', () => {
  it('is offered where the community allows it, and sent', async () => {
    const sent: NewQuestion[] = [];
    const without = await form();
    expect(one(without, '#ask-anonymous')).to.equal(null);
    const element = await form({ 'GET ': { ...info, rules: { ...info.rules, anonymousQuestions: true } }, ...asked(sent) });
    (await part(element, '#ask-anonymous')).click();
    one(element, '#kind-experience')!.click();
    type(element, '#ask-title', 'Who has been in this position?');
    type(element, '#compose-question', 'I have.');
    await send(element);
    await until(() => sent[0], 'question');
    expect(sent[0]!.anonymous).to.equal(true);
  });

  it('shows “A member” to members; the asker can show their name', async () => {
    const theirs = await show<CopAskTheCommunity>(stories.ThreadAnonymous, TAG);
    expect(textOf(await part(theirs, '[part=question] .who'))).to.equal('A member');
    const sent: unknown[] = [];
    const own = question({ author: ada, anonymous: true, viewer: { vote: 0, can: ['edit', 'reveal'] } });
    const element = await thread(
      { 'PATCH /questions/:id': async (r: Request) => (sent.push(await r.json()), { ...own, anonymous: false }) },
      { question: own },
    );
    expect(textOf(await part(element, '[part=anonymous]'))).to.contain('asked without a name');
    (await button(element, 'Show my name')).click();
    await until(() => said(element).startsWith('Everybody sees now'), 'announcement');
    expect(sent).to.deep.equal([{ anonymous: false }]);
  });
});

describe('the same question', () => {
  const theirs = question({ sameCount: 2, viewer: { vote: 0, same: false, can: ['same'] } });
  it('counts at once', async () => {
    const answered = later<unknown>();
    const element = await thread({ 'PUT /questions/:id/same': () => answered.promise }, { question: theirs });
    (await button(element, 'Same question here')).click();
    await until(() => textOf(one(element, '[part=same-count]')) === '3 have the same question', 'count before the answer');
    answered.resolve({ ...theirs, sameCount: 3, viewer: { ...theirs.viewer, same: true } });
    await until(() => said(element).startsWith('Counted'), 'announcement');
  });

  it('is taken back visibly where the endpoint refuses it', async () => {
    const element = await thread({ 'PUT /questions/:id/same': problem(500, 'internal') }, { question: theirs });
    (await button(element, 'Same question here')).click();
    await until(() => said(element).startsWith('It could not be changed'), 'announcement');
    expect(textOf(one(element, '[part=same-count]'))).to.equal('2 have the same question');
  });
});

it('the address of a merged question becomes that of the one it went into', async () => {
  const element = await at({ 'GET /questions/:id': question({ id: 'q-1' }) });
  await part(element, '.rows .title');
  element.url.open('q-old');
  await until(() => element.url.id === 'q-1', 'the other address');
  await until(() => all(element, '[part=notice]').some((n) => textOf(n).includes('was merged into this one')), 'notice');
  history.back();
  await until(() => !element.url.id, 'the list, one step back');
});
