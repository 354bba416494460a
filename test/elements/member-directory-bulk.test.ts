import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { Member } from '../../src/contract/index.js';
import type { CopMemberDirectory } from '../../src/elements/member-directory/member-directory.js';
import { chooseIn, member, problem, steward, withEndpoint } from '../../stories/fixtures.js';
import { cared, directory, numbered } from '../../stories/member-directory.stories.js';
import { all, one, part, show, textOf, until } from '../support/story.js';

const TAG = 'cop-member-directory';
const sent: [path: string, match: string | null, groups: Member['groups']][] = [];
const pathOf = ({ url }: Request) => new URL(url).pathname.replace(/^.*\/communities\/[^/]+/, '');

/** Keeps the groups that are set, one version on; what was changed elsewhere is refused as old. */
function keeping(start: readonly Member[]) {
  let people = [...start];
  const find = (request: Request) => people.find(({ id }) => id === pathOf(request).split('/')[2]) as Member;
  return {
    elsewhere: (id: string, change: Partial<Member>) =>
      (people = people.map((m) => (m.id === id ? { ...m, ...change, version: m.version + 1 } : m))),
    replies: {
      'GET /members/:id': find,
      'PUT /members/:id/groups': async (request: Request) => {
        const { groups } = (await request.json()) as { groups: Member['groups'] };
        const now = find(request);
        const match = request.headers.get('if-match');
        if (match !== `"${now.version}"`) return problem(412, 'stale-version');
        sent.push([now.id, match, groups]);
        people = people.map((m) => (m.id === now.id ? { ...m, groups, version: m.version + 1 } : m));
        return find(request);
      },
    },
  };
}
const list = (people: readonly Member[], change: Record<string, unknown> = {}, session = steward, limit = 20) =>
  show<CopMemberDirectory>(
    withEndpoint(directory(people, change, session), html`<cop-member-directory limit=${limit}></cop-member-directory>`),
    TAG,
  );
const boxes = (element: Element) => all(element, '.choose input') as HTMLInputElement[];
const ticked = (element: Element) => boxes(element).map(({ checked }) => checked);
const press = async (element: Element, selector: string) => (await part(element, selector)).click();
const toast = (element: Element) => until(() => one(element, '[part=toast]'), 'toast');
const choosing = async (rows: number[], people: readonly Member[] = cared, change: Record<string, unknown> = {}, limit = 20) => {
  const element = await list(people, change, steward, limit);
  await chooseIn(element.parentElement!, TAG, ...rows);
  await until(() => ticked(element).filter(Boolean).length === rows.length, 'all chosen');
  return element;
};
async function set(element: Element, selector: string, value: string): Promise<void> {
  const field = (await part(element, selector)) as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input'));
}
const go = async (element: Element) => {
  await until(() => one(element, '#bulk-go[aria-disabled=false]'), 'something to do');
  await press(element, '#bulk-go');
};

afterEach(() => (sent.length = 0));

describe('choosing several members', () => {
  it('is offered to stewards alone', async () => {
    const theirs = await list(cared, {}, member);
    await until(() => theirs.found.value?.session, 'session');
    await press(theirs, '[part=menu]');
    await part(theirs, '[part=menu-item]');
    expect(one(theirs, '[part=menu-item][data-id=choose]')).to.equal(null);
    const element = await choosing([1]);
    expect(textOf(one(element, '#bulk-heading'))).to.equal('1 member chosen');
    expect(boxes(element)[0]?.getAttribute('aria-label')).to.equal(`Choose “${cared[0]?.name}”`);
  });

  it('puts them into a group as it is spelt already, on top of what was changed meanwhile, and back', async () => {
    const kept = keeping(cared);
    const element = await choosing([1, 2, 3], cared, kept.replies);
    const other = { name: 'Alumni', role: null };
    kept.elsewhere(cared[2]?.id ?? '', { groups: [other] });
    await press(element, '#bulk-groups');
    await until(() => one(element, '#bulk-known option[value="Cohort 2026"]'), 'groups that are there');
    await set(element, '#bulk-group', ' cohort 2026');
    await go(element);
    const said = textOf(await toast(element));
    expect(said).to.contain('2 members are in Cohort 2026 now.').and.to.contain('1 was so already.');
    const group = { name: 'Cohort 2026', role: null };
    expect(sent).to.deep.equal([
      [cared[0]?.id, '"1"', [...(cared[0]?.groups ?? []), group]],
      [cared[2]?.id, '"2"', [other, group]],
    ]);
    await press(element, '[part=undo]');
    await until(() => sent.length === 4, 'all requests');
    expect(sent.slice(2)).to.deep.equal([
      [cared[2]?.id, '"3"', [other]],
      [cared[0]?.id, '"2"', cared[0]?.groups],
    ]);
  });

  it('gives a role to those who are in the group, and names who can be in no more', async () => {
    const full = Array.from({ length: 20 }, (_, n) => ({ name: `Group ${n}`, role: null }));
    const people = cared.map((m, n) => (n === 0 ? { ...m, groups: full } : m));
    const element = await choosing([1, 2], people, keeping(people).replies);
    await press(element, '#bulk-groups');
    await set(element, '#bulk-group', 'Cohort 2026');
    await set(element, '#bulk-role', 'host');
    await go(element);
    const failed = textOf(await part(element, '[part=bulk-failed]'));
    expect(failed).to.contain(people[0]?.name).and.to.contain('more than 20 groups');
    expect(sent.length).to.equal(1);
    expect(sent[0]?.[2][0]).to.deep.equal({ name: 'Cohort 2026', role: 'host' });
    await until(() => ticked(element).join() === 'true,false,false,false,false,false', 'that one chosen');
  });

  it('takes them out of a group that some of them are in, and back with their roles', async () => {
    const element = await choosing([1, 2, 4], cared, keeping(cared).replies);
    await press(element, '#bulk-groups');
    await set(element, '.bulk form select', 'out');
    await until(() => all(element, '.bulk form select').length === 2, 'their groups');
    expect(all(element, '.bulk form select:nth-of-type(2) option').map(textOf)).to.deep.equal([
      'Cohort 2026 (1)',
      'Cohort 3 (2)',
      'Working group on hiring (1)',
    ]);
    expect(textOf(one(element, '#bulk-go'))).to.equal('Take 1 member out');
    await go(element);
    expect(textOf(await toast(element))).to.contain('1 member is no longer in Cohort 2026.');
    await press(element, '[part=undo]');
    await until(() => sent.length === 2, 'both requests');
    expect(sent[0]?.[2]).to.deep.equal([{ name: 'Working group on hiring', role: null }]);
    expect(sent[1]?.[2]).to.deep.equal(cared[1]?.groups);
  });

  it('keeps those that were chosen when the page is turned, and hands all of them over as a file', async () => {
    const people = Array.from({ length: 8 }, (_, n) => numbered(n + 1));
    const element = await choosing([2], people, {}, 4);
    const next = all(element, '.pages button').at(-1);
    next?.click();
    await until(() => textOf(one(element, '[part=name]')) === people[4]?.name, 'the next page');
    boxes(element)[0]?.click();
    await until(() => textOf(one(element, '#bulk-heading')) === '2 members chosen', 'two chosen');
    const create = URL.createObjectURL;
    const click = HTMLAnchorElement.prototype.click;
    let blob: Blob | undefined;
    URL.createObjectURL = (object) => ((blob = object as Blob), 'blob:test');
    HTMLAnchorElement.prototype.click = () => {};
    try {
      await press(element, '#bulk-csv');
    } finally {
      URL.createObjectURL = create;
      HTMLAnchorElement.prototype.click = click;
    }
    const text = (await blob?.text()) ?? '';
    expect(text).to.contain(people[1]?.name).and.to.contain(people[4]?.name).and.not.to.contain(people[0]?.name);
    all(element, '.pages button')[0]?.click();
    await until(() => ticked(element).join() === 'false,true,false,false', 'as it was chosen');
  });
});
