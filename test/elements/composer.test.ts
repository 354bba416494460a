import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import '../../src/elements/community/community.define.js';
import { Composer } from '../../src/ui/composer.js';
import { CopElement } from '../../src/ui/cop-element.js';
import { TopicField } from '../../src/ui/topic-field.js';
import { endpointOf, info, page, person, topic, visitor, withEndpoint, type Reply } from '../../stories/fixtures.js';
import { all, later, one, part, show, textOf, until } from '../support/story.js';

/** The smallest element with a composer and a field for topics. */
class Writing extends CopElement {
  static override tag = 'cop-writing-test';
  text = '';
  sent = 0;
  error = '';
  chosen: string[] = [];
  #composer: Composer | undefined;
  #topics: TopicField | undefined;

  protected override get defaultHeading(): string {
    return '';
  }
  protected override renderContent(): TemplateResult {
    this.#composer ??= new Composer(this);
    this.#topics ??= new TopicField(this);
    return html`${this.#composer.field({
      name: 'text',
      label: 'Text',
      value: this.text,
      error: this.error,
      onInput: (text) => {
        this.text = text;
        this.requestUpdate();
      },
      onSubmit: () => (this.sent += 1),
    })}
    ${this.#topics.field({
      label: 'Topics',
      value: this.chosen,
      most: 2,
      onChange: (chosen) => {
        this.chosen = chosen;
        this.requestUpdate();
      },
    })}`;
  }
}
Writing.define();

const TOPICS = [topic('Retrospectives', 4), topic('Remote teams', 2)];
const writing = async (replies: Record<string, Reply> = {}) => {
  const element = await show<Writing>(
    withEndpoint(endpointOf({ 'GET /topics': { items: TOPICS }, ...replies }), html`<cop-writing-test></cop-writing-test>`),
    Writing.tag,
  );
  const area = (await part(element, 'textarea')) as HTMLTextAreaElement;
  return { element, area };
};
const write = (field: HTMLElement, text: string) => {
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
const press = (field: HTMLElement, key: string, options: KeyboardEventInit = {}) =>
  field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }));

describe('the composer', () => {
  it('sets marks around the selection, by button and by key, and selects what was selected', async () => {
    const { element, area } = await writing();
    write(area, 'a bold word');
    area.setSelectionRange(2, 6);
    one(element, '[aria-label=Bold]')!.click();
    expect(element.text).to.equal('a **bold** word');
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).to.equal('bold');
    press(area, 'i', { ctrlKey: true });
    expect(element.text).to.equal('a **_bold_** word');
  });

  it('sets a link, and marks of whole lines', async () => {
    const { element, area } = await writing();
    write(area, 'one\ntwo');
    area.setSelectionRange(0, 7);
    one(element, '[aria-label=List]')!.click();
    expect(element.text).to.equal('- one\n- two');
    write(area, 'here');
    area.setSelectionRange(0, 4);
    press(area, 'k', { metaKey: true });
    expect(element.text).to.equal('[here](https://)');
  });

  it('can be undone as typing can', async () => {
    const { element, area } = await writing();
    area.focus();
    document.execCommand('insertText', false, 'word');
    area.setSelectionRange(0, 4);
    one(element, '[aria-label=Bold]')!.click();
    document.execCommand('undo');
    expect(element.text).to.equal('word');
  });

  it('sends by Ctrl with Enter, and leaves other keys alone', async () => {
    const { element, area } = await writing();
    expect(press(area, 'Enter', { ctrlKey: true })).to.be.false;
    expect(element.sent).to.equal(1);
    expect(press(area, 'Enter')).to.be.true;
    expect(press(area, 's', { ctrlKey: true })).to.be.true;
    expect(element.sent).to.equal(1);
  });

  it('shows a preview in place of the field, and the field again where something is wrong', async () => {
    const { element, area } = await writing();
    write(area, '**bold**');
    const button = all(element, 'button').find((b) => textOf(b) === 'Preview')!;
    button.click();
    await until(() => one(element, '[part=preview] strong'), 'preview');
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    expect(area.hidden).to.be.true;
    element.error = 'Wrong.';
    element.requestUpdate();
    await element.updateComplete;
    expect(area.hidden).to.be.false;
    expect(area.getAttribute('aria-invalid')).to.equal('true');
    expect(textOf(one(element, `#${area.getAttribute('aria-describedby')!}`))).to.equal('Wrong.');
  });

  it('tells a visitor before sending that it takes a sign-in, and a member nothing of it', async () => {
    const root = await show<Writing>(withEndpoint(endpointOf({}, visitor), html`<cop-writing-test></cop-writing-test>`), Writing.tag);
    const hint = await part(root, '#compose-text-sign-in');
    expect(textOf(hint)).to.equal('To send it, sign in; what you write is kept until then. Sign in');
    expect(hint.querySelector('a')?.getAttribute('href')).to.equal('#sign-in');
    expect(one(root, 'textarea')?.getAttribute('aria-describedby')).to.equal('compose-text-sign-in');
    const { element } = await writing();
    await until(() => element.cop.session, 'the session');
    await element.updateComplete;
    expect(one(element, '#compose-text-sign-in')).to.equal(null);
  });

  it('goes back to writing once what is in preview has been sent', async () => {
    const { element, area } = await writing();
    write(area, 'done');
    await element.updateComplete;
    all(element, 'button')
      .find((b) => textOf(b) === 'Preview')!
      .click();
    await part(element, '[part=preview]');
    write(area, '');
    await element.updateComplete;
    expect(area.hidden).to.be.false;
  });
});

describe('the field for topics', () => {
  const field = async (replies?: Record<string, Reply>) => {
    const { element } = await writing(replies);
    const input = one(element, '#topics-input') as HTMLInputElement;
    return { element, input };
  };

  it('completes by keyboard, and says which option is meant', async () => {
    const { element, input } = await field();
    input.focus();
    await part(element, '[role=option]');
    expect(input.getAttribute('aria-expanded')).to.equal('true');
    press(input, 'ArrowDown');
    await element.updateComplete;
    const active = one(element, `#${input.getAttribute('aria-activedescendant')!}`)!;
    expect([textOf(active), active.getAttribute('aria-selected')]).to.deep.equal(['Retrospectives 4', 'true']);
    press(input, 'ArrowUp');
    await element.updateComplete;
    expect(input.hasAttribute('aria-activedescendant'), 'back in the field').to.be.false;
    press(input, 'ArrowUp');
    await element.updateComplete;
    expect(textOf(one(element, `#${input.getAttribute('aria-activedescendant')!}`)), 'around to the last').to.equal('Remote teams 2');
    press(input, 'Enter');
    await element.updateComplete;
    expect(element.chosen).to.deep.equal(['Remote teams']);
    expect(input.getAttribute('aria-expanded'), 'nothing below is covered').to.equal('false');
    press(input, 'ArrowDown');
    await until(() => all(element, '[role=option]').map(textOf).join() === 'Retrospectives 4', 'what is left to choose');
  });

  it('keeps Enter from the form, also where nothing is typed', async () => {
    const { input } = await field();
    input.focus();
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    input.dispatchEvent(enter);
    expect(enter.defaultPrevented).to.be.true;
  });

  it('takes new ones by Enter and comma, in the spelling that is known, each once, and no more than may be', async () => {
    const { element, input } = await field();
    input.focus();
    await part(element, '[role=option]');
    write(input, 'remote TEAMS,');
    await element.updateComplete;
    write(input, 'Remote teams');
    press(input, 'Enter');
    await element.updateComplete;
    expect(element.chosen).to.deep.equal(['Remote teams']);
    write(input, '  brand   new ');
    press(input, 'Enter');
    await element.updateComplete;
    expect(element.chosen).to.deep.equal(['Remote teams', 'brand new']);
    expect(input.readOnly).to.be.true;
  });

  it('takes them back by Backspace and by their buttons', async () => {
    const { element, input } = await field();
    element.chosen = ['A', 'B'];
    element.requestUpdate();
    await element.updateComplete;
    one(element, '[aria-label^="B, remove"]')!.click();
    await element.updateComplete;
    expect(element.chosen).to.deep.equal(['A']);
    press(input, 'Backspace');
    expect(element.chosen).to.deep.equal([]);
  });

  it('closes by Escape and keeps what is typed', async () => {
    const { element, input } = await field();
    input.focus();
    write(input, 're');
    await part(element, '[role=option]');
    press(input, 'Escape');
    await element.updateComplete;
    expect(input.getAttribute('aria-expanded')).to.equal('false');
    expect(input.value).to.equal('re');
  });

  it('never shows an old answer to newer letters', async () => {
    const slow = later<unknown>();
    const { element, input } = await field({
      'GET /topics': (request: Request) => {
        const q = new URL(request.url).searchParams.get('q');
        return q === 'slow' ? slow.promise : { items: [topic(q ? 'The new one' : 'Any', 1)] };
      },
    });
    input.focus();
    write(input, 'slow');
    await new Promise((next) => setTimeout(next, 250));
    write(input, 'fast');
    await until(() => all(element, '[role=option]').some((o) => textOf(o).startsWith('The new one')), 'new option');
    slow.resolve({ items: [topic('The old one', 1)] });
    await new Promise((next) => setTimeout(next, 50));
    expect(all(element, '[role=option]').map(textOf)).to.deep.equal(['The new one 1']);
  });

  it('covers nothing after a comma, also where completions come late', async () => {
    const slow = later<unknown>();
    let asked = 0;
    const { element, input } = await field({ 'GET /topics': () => ((asked += 1), slow.promise) });
    input.focus();
    await until(() => asked === 1, 'completions asked for');
    write(input, 'Kanban,');
    await until(() => element.chosen.join() === 'Kanban', 'chosen');
    slow.resolve({ items: TOPICS });
    await slow.promise;
    await new Promise((next) => setTimeout(next, 100));
    await element.updateComplete;
    expect(input.getAttribute('aria-expanded')).to.equal('false');
    expect(asked).to.equal(1);
  });
});

describe('naming people', () => {
  const ADA = person({ id: 'm-ada', name: 'Ada Example', headline: 'Coach' });
  const ALEX = person({ id: 'm-alex', name: 'Alex [A] Person', headline: '' });
  const people = async (asked: string[] = [], replies: Record<string, Reply> = {}) => {
    const { element, area } = await writing({
      'GET /members': (request: Request) => {
        asked.push(new URL(request.url).searchParams.get('name') ?? '');
        return page([ADA, ALEX]);
      },
      ...replies,
    });
    return { element, area };
  };
  const options = (element: Element) => all(element, '.people [role=option]');
  const type = (area: HTMLTextAreaElement, text: string) => {
    area.focus();
    for (let i = 1; i <= text.length; i += 1) write(area, text.slice(0, i));
  };

  it('offers them behind an “@”, to be chosen by keyboard, and writes a link', async () => {
    const asked: string[] = [];
    const { element, area } = await people(asked);
    type(area, 'Hi @a');
    await until(() => options(element).length === 2, 'two people');
    expect(asked.at(-1)).to.equal('a');
    expect(area.getAttribute('aria-activedescendant')).to.equal(options(element)[0]!.id);
    expect(area.getAttribute('aria-controls')).to.equal(one(element, '.people')!.id);
    expect(one(element, '.people')!.getAttribute('aria-label')).to.equal('People to mention');
    expect(press(area, 'ArrowDown')).to.equal(false);
    await element.updateComplete;
    expect(options(element).map((option) => option.getAttribute('aria-selected'))).to.deep.equal(['false', 'true']);
    press(area, 'Enter');
    expect(element.text).to.equal('Hi [@Alex \\[A\\] Person](member:m-alex) ');
    await until(() => !options(element).length, 'the list to close');
    expect(textOf(one(element, '[aria-live]'))).to.equal('Alex [A] Person is mentioned.');
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(area);
  });

  it('chooses by pointer, and the field keeps the focus', async () => {
    const { element, area } = await people();
    type(area, '@Ada Ex');
    await until(() => options(element).length === 2, 'two people');
    options(element)[0]!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true }));
    expect(element.text).to.equal('[@Ada Example](member:m-ada) ');
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(area);
  });

  it('closes by Escape without more, and leaves the keys alone where it is closed', async () => {
    const { element, area } = await people();
    type(area, '@a');
    await until(() => options(element).length, 'people');
    expect(press(area, 'Escape')).to.equal(false);
    await element.updateComplete;
    expect(options(element)).to.have.length(0);
    expect(press(area, 'Enter')).to.equal(true);
    expect(press(area, 'ArrowDown')).to.equal(true);
  });

  it('takes no mail address for a name', async () => {
    const asked: string[] = [];
    const { element, area } = await people(asked);
    type(area, 'me@example.org');
    await new Promise((next) => setTimeout(next, 250));
    expect(asked).to.deep.equal([]);
    expect(options(element)).to.have.length(0);
  });

  it('never shows the answer to older letters', async () => {
    const slow = later<unknown>();
    const { element, area } = await people([], {
      'GET /members': (request: Request) => (new URL(request.url).searchParams.get('name') === 'a' ? slow.promise : page([ALEX])),
    });
    type(area, '@a');
    await new Promise((next) => setTimeout(next, 250));
    type(area, '@al');
    await until(() => options(element).length === 1, 'the later answer');
    slow.resolve(page([ADA, ALEX]));
    await new Promise((next) => setTimeout(next, 50));
    expect(options(element)).to.have.length(1);
  });

  it('offers nobody where the endpoint has no directory', async () => {
    const asked: string[] = [];
    const { element, area } = await people(asked, { 'GET ': { ...info, capabilities: ['questions'] } });
    await until(() => element.cop.info, 'info');
    type(area, '@a');
    await new Promise((next) => setTimeout(next, 250));
    expect(asked).to.deep.equal([]);
  });
});
