import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { CopAskTheCommunity } from '../../src/elements/ask-the-community/ask-the-community.js';
import * as stories from '../../stories/ask-the-community.stories.js';
import { ada, answer, bo, comment, endpointOf, member, page, person, question, withEndpoint } from '../../stories/fixtures.js';
import { all, part, show, textOf, until } from '../support/story.js';

afterEach(() => history.replaceState(null, '', location.pathname));

const people = {
  cleo: { ...bo, id: 'm-cleo', name: 'Cléo Sample' },
  dara: { ...bo, id: 'm-dara', name: 'Dara Cleve' },
};
const others = [
  person({ id: 'm-abel', name: 'Abel Clearwater', headline: 'Coach' }),
  person({ id: 'm-cleo', name: 'Cléo Sample', headline: 'Lead' }),
];

/** A thread of Bo, Cléo and Dara, read by Ada, in whose answer `@…` is written. */
async function offered(text: string, anonymous = false): Promise<string[]> {
  const thread = {
    question: question({ author: bo, anonymous }),
    answers: [answer({ id: 'a-1', author: people.cleo }), answer({ id: 'a-2', author: ada })],
    comments: [comment({ id: 'c-1', author: people.dara, object: { type: 'question', id: 'q-1' } })],
  };
  const replies = stories.repliesOf({ 'GET /members': page(others) }, thread);
  const element = await show<CopAskTheCommunity>(
    withEndpoint(endpointOf(replies, member), html`<cop-ask-the-community></cop-ask-the-community>`),
    'cop-ask-the-community',
  );
  await part(element, '.rows .title');
  element.url.open('q-1');
  await until(() => all(element, '[part=comment]').length === 1 && all(element, '[part=answer]').length === 2, 'all of the thread');
  const area = (await part(element, '#compose-answer-q-1')) as HTMLTextAreaElement;
  area.focus();
  for (let i = 1; i <= text.length; i += 1) {
    area.value = text.slice(0, i);
    area.setSelectionRange(i, i);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await part(element, '.people [role=option]');
  return all(element, '.people [role=option]').map(textOf);
}
const names = (texts: string[]) => texts.map((text) => /(Abel|Bo|Cléo|Dara|Ada)/.exec(text)?.[1]);

describe('people to name in a thread', () => {
  it('are first those of the thread, the last to speak before the others, and never oneself', async () => {
    expect(names(await offered('@'))).to.deep.equal(['Dara', 'Cléo', 'Bo', 'Abel']);
  });

  it('are found by any word of their name, whatever the accents', async () => {
    const found = await offered('@cle');
    expect(names(found)).to.deep.equal(['Dara', 'Cléo', 'Abel']);
    expect(found[1], 'with what the directory knows of them').to.contain('Lead');
  });

  it('are not who asked without a name', async () => {
    expect(names(await offered('@', true))).to.deep.equal(['Dara', 'Cléo', 'Abel']);
  });
});
