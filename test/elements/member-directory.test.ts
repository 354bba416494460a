import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { Member, MemberPatch } from '../../src/contract/index.js';
import type { CopMemberDirectory } from '../../src/elements/member-directory/member-directory.js';
import type { ProfileRequestEvent, ProfileSavedEvent } from '../../src/elements/member-directory/member-directory.events.js';
import { addressOf, begin, patchOf, rebase } from '../../src/elements/member-directory/profile-text.js';
import * as stories from '../../stories/member-directory.stories.js';
import { info as fixtureInfo, page, person, problem, steward, withEndpoint } from '../../stories/fixtures.js';
import { all, later, one, part, show, textOf, until } from '../support/story.js';

const TAG = 'cop-member-directory';
const { directory, numbered, saving, self } = stories;
const open = (story: Parameters<typeof show>[0]) => show<CopMemberDirectory>(story, TAG);
const element = html`<cop-member-directory></cop-member-directory>`;
const names = (el: Element) => all(el, '[part=name]').map(textOf);
const rows = (el: Element) => part(el, '[part=member]');
const said = (el: Element) => textOf(one(el, '[aria-live]'));
const focused = (el: Element) => el.shadowRoot?.activeElement as HTMLElement | null;
const type = (el: Element, selector: string, value: string) => {
  const input = one(el, selector) as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};
const change = (el: Element, selector: string, value: string) => {
  const select = one(el, selector) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
const many = Array.from({ length: 250 }, (_, n) => numbered(n));

afterEach(() => history.replaceState(null, '', location.pathname));

describe('<cop-member-directory>', () => {
  it('shows who is here, where, at what time there, and what they offer and need', async () => {
    const el = await open(stories.Default);
    await rows(el);
    expect(names(el)).to.have.length(6);
    const first = textOf(one(el, '[part=member]'));
    expect(first)
      .to.include('Team lead, platform · Port Sudan, Sudan · ')
      .and.to.match(/\d+:\d\d/)
      .and.to.include('there');
    expect(all(el, '[part=member]:first-child [part=topic]').map(textOf)).to.deep.equal([
      'Data curation',
      'Mentoring',
      'needs: Facilitation',
    ]);
    expect(textOf(one(el, '[part=count]'))).to.equal('6 members');
  });

  it('is searched while one types, and says how many were found', async () => {
    const el = await open(stories.Pages);
    await rows(el);
    type(el, '.search', 'chiara ');
    await until(() => names(el).every((name) => name.startsWith('Chiara')), 'only Chiaras');
    await until(() => said(el) === '62 members', 'the number said');
    expect((one(el, '.search') as HTMLInputElement).value, 'the space that was typed').to.equal('chiara ');
  });

  it('asks who can help in plain words, and says why each was found', async () => {
    const asked: URLSearchParams[] = [];
    const reasons = [
      { kind: 'offer' as const, topic: { id: 'a', label: 'Remote teams' }, question: null },
      { kind: 'answered' as const, topic: null, question: { type: 'question' as const, id: 'q-1', title: 'How do we begin?', url: null } },
    ];
    const list = (request: Request) => {
      const query = new URL(request.url).searchParams;
      asked.push(query);
      return page([person(query.has('helpWith') ? { reasons } : {})]);
    };
    const el = await open(withEndpoint(directory([], { 'GET /members': list }), element));
    await rows(el);
    change(el, '[part=mode]', 'help');
    await until(() => (one(el, '.search') as HTMLInputElement).placeholder === 'Who can help with…', 'the other placeholder');
    expect(focused(el)?.className, 'one goes on by writing').to.equal('search');
    type(el, '.search', 'a remote team');
    const why = await part(el, '[part=reasons]');
    expect([...why.children].map(textOf)).to.deep.equal(['Can help with Remote teams', 'An answer helped with How do we begin?']);
    expect(asked.at(-1)?.get('helpWith')).to.equal('a remote team');
    expect(asked.at(-1)?.has('q')).to.equal(false);
    change(el, '[part=mode]', 'need');
    await until(() => asked.at(-1)?.get('needHelpWith') === 'a remote team', 'the other question');
  });

  it('is filtered by groups, time zones and the community’s own fields', async () => {
    const asked: URLSearchParams[] = [];
    const facet = (value: string) => ({ value, label: value, count: 2 });
    const facets = {
      offers: [],
      needs: [],
      topic: [],
      country: [],
      language: [],
      zone: [facet('America/New_York')],
      group: [facet('Cohort 3')],
      fields: [{ id: 'team', label: 'Team', values: [facet('Red')] }],
    };
    const list = (request: Request) => (asked.push(new URL(request.url).searchParams), page([person()], { facets }));
    const info = { ...fixtureInfo, profileFields: [{ id: 'team', label: 'Team', type: 'choice' as const, options: ['Red'] }] };
    const el = await open(withEndpoint(directory([], { 'GET ': info, 'GET /members': list }), element));
    await rows(el);
    one(el, '.filters')!.click();
    await until(() => all(el, '.option').length === 3, 'all options');
    expect(all(el, 'legend').map(textOf)).to.deep.equal(['Group', 'Time zone', 'Team']);
    expect(textOf(all(el, '.option')[1])).to.match(/^New York \(GMT-[45]\) 2$/);
    for (const option of all(el, '.option input')) option.click();
    await until(() => asked.at(-1)?.get('group') === 'Cohort 3' && asked.at(-1)?.get('field') === 'team:Red', 'the filters');
    expect(asked.at(-1)?.get('zone')).to.equal('America/New_York');
    await until(() => all(el, '[part=filter]').length === 3, 'the chips');
    expect(textOf(all(el, '[part=filter]')[0])).to.match(/^Time zone: New York/);
  });

  it('never shows the answer to an older search', async () => {
    const slow = later<unknown>();
    const el = await open(
      withEndpoint(
        directory(many, {
          'GET /members': (request: Request) => {
            const q = new URL(request.url).searchParams.get('q');
            return q === 'old' ? slow.promise : page([person({ id: q ?? 'all', name: q ?? 'Everybody' })]);
          },
        }),
        element,
      ),
    );
    await rows(el);
    el.q = 'old';
    await el.updateComplete;
    el.q = 'new';
    await until(() => names(el)[0] === 'new', 'the new answer');
    slow.resolve(page([person({ id: 'old', name: 'old' })]));
    await new Promise((next) => setTimeout(next, 50));
    expect(names(el)).to.deep.equal(['new']);
  });

  it('turns pages and keeps the same number of nodes', async () => {
    const el = await open(stories.Pages);
    await rows(el);
    const size = () => all(el, '*').length;
    const [before, first] = [size(), names(el)];
    expect(textOf(one(el, '[part=pages]'))).to.include('1–10 of 250');
    for (let turn = 1; turn <= 12; turn += 1) {
      all(el, '[part=pages] button')[1]!.click();
      await until(
        () =>
          textOf(one(el, '[part=pages]')).includes(`${turn * 10 + 1}–${turn * 10 + 10} of 250`) &&
          one(el, '[aria-busy=false]') &&
          said(el).startsWith(`${turn * 10 + 1}–`),
        `page ${turn + 1}`,
      );
      expect(names(el)).to.have.length(10);
    }
    expect(Math.abs(size() - before), 'nodes more or less').to.be.below(30);
    expect(focused(el), 'reading goes on at the first row').to.equal(all(el, '[part=name]')[0]);
    el.sort = 'joined';
    await until(() => textOf(one(el, '[part=pages]')).includes('1–10') && names(el)[0] === first[0], 'the first page again');
  });

  it('is filtered by a panel with counts, and filters are taken away again', async () => {
    const el = await open(stories.Default);
    await rows(el);
    one(el, '.filters')!.click();
    const option = (label: string) =>
      all(el, '.option')
        .find((o) => textOf(o).startsWith(label))
        ?.querySelector('input');
    (await until(() => option('Data curation'), 'the option')).click();
    await until(() => said(el) === '5 members', 'five members');
    expect(el.offers).to.deep.equal(['data-curation']);
    expect(textOf(one(el, '[part=filter]'))).to.equal('Can help with: Data curation');
    expect(textOf(all(el, '.option').find((o) => textOf(o).startsWith('Germany')))).to.equal('Germany 41');
    one(el, '[part=filter]')!.click();
    await until(() => said(el) === '6 members', 'everyone');
    expect(focused(el)).to.equal(one(el, '.filters'));
    option('Data curation')!.focus();
    await sendKeys({ press: 'Escape' });
    await el.updateComplete;
    expect(one(el, '#facets')).to.equal(null);
    expect(focused(el)).to.equal(one(el, '.filters'));
  });

  it('takes filters from attributes', async () => {
    const asked: string[] = [];
    const el = await open(
      withEndpoint(
        directory([], { 'GET /members': (r: Request) => (asked.push(new URL(r.url).search), page([person()])) }),
        html`<cop-member-directory country="de, SD" needs="facilitation" group="Cohort 3" limit="500"></cop-member-directory>`,
      ),
    );
    await rows(el);
    expect(asked.at(-1))
      .to.include('country=DE&country=SD')
      .and.to.include('group=Cohort+3')
      .and.to.include('limit=100')
      .and.to.include('needs=facilitation');
    expect(all(el, '[part=filter]').map(textOf)).to.deep.equal([
      'Would like help with: Facilitation',
      'Place: Germany',
      'Place: Sudan',
      'Group: Cohort 3',
    ]);
  });

  it('reads again after it was moved, and after it was away', async () => {
    const el = await open(stories.Default);
    await rows(el);
    const home = el.parentElement!;
    const other = document.createElement('div');
    home.append(other);
    other.append(el);
    await rows(el);
    el.remove();
    await new Promise((next) => setTimeout(next, 30));
    home.append(el);
    await rows(el);
    expect(names(el)).to.have.length(6);
  });
});

describe('the profile', () => {
  it('opens by its link with the focus on the name, and closes with the focus back on the link', async () => {
    const el = await open(stories.Default);
    await rows(el);
    const link = all(el, '[part=name]')[2] as HTMLAnchorElement;
    const name = textOf(link);
    link.click();
    const heading = await part(el, '.profile-name');
    expect(location.search).to.include('cop-member=');
    expect(textOf(heading)).to.equal(name);
    await until(() => focused(el) === heading, 'the focus');
    one(el, '.back')!.click();
    await until(() => textOf(focused(el)) === name, 'the focus on the link');
    expect(location.search).to.equal('');
  });

  it('tells all that may be seen, links nothing unsafe, and counts nobody’s deeds', async () => {
    const unsafe = person({
      links: [
        ...person().links,
        { kind: 'website', label: 'bad', url: 'javascript:alert(1)' },
        { kind: 'email', label: '', url: 'mailto:bo@example.org' },
      ],
    });
    const el = await open(withEndpoint(directory([unsafe]), element));
    (await part(el, '[part=name]')).click();
    const profile = await part(el, '[part=contributions]').then(() => one(el, '[part=profile]'));
    for (const text of [
      'they/them',
      'demo member',
      'Port Sudan, Sudan',
      'English and Arabic',
      'Takes part regularly',
      'Cohort 3 (mentor)',
      'I look after three teams',
      'Bo Muster used Personal maps',
    ]) {
      expect(textOf(profile)).to.include(text);
    }
    const links = all(el, '[part=links] a') as HTMLAnchorElement[];
    expect(links.map((a) => a.href)).to.deep.equal(['https://example.org/', 'mailto:bo@example.org']);
    expect(links[0]!.rel).to.equal('ugc noopener');
  });

  it('leads from a topic to everyone who offers it', async () => {
    const el = await open(stories.Profile);
    (await part(el, '[part=profile] [part=topic]')).click();
    await rows(el);
    expect(el.offers).to.deep.equal(['data-curation']);
    await until(() => names(el).length === 5, 'five who offer it');
  });

  it('says that someone is gone, with the way back', async () => {
    const el = await open(stories.ProfileGone);
    await part(el, '[part=error]');
    one(el, '.back')!.click();
    await rows(el);
  });
});

describe('one’s own profile', () => {
  const form = async (replies: Record<string, unknown>) => {
    const el = await open(withEndpoint(directory([self()], replies), element));
    (await part(el, '[part=mine]')).click();
    (await part(el, '.edit')).click();
    await part(el, '[part=form]');
    return el;
  };
  const save = (el: Element) => one(el, '.profile-form .primary')!.click();

  it('sends what was changed, with the version it started from', async () => {
    const sent: [MemberPatch, string | null][] = [];
    const server = saving(self(), (patch, request) => (sent.push([patch, request.headers.get('if-match')]), undefined));
    const el = await form(server.replies);
    type(el, '#profile-headline', 'Coach of coaches');
    change(el, '#profile-languages', 'de');
    one(el, 'input[value=peripheral]')!.click();
    await el.updateComplete;
    change(el, '.seen select', 'members');
    const saved = oneEvent(el, 'cop-profile-saved') as unknown as Promise<ProfileSavedEvent>;
    save(el);
    expect((await saved).member.headline).to.equal('Coach of coaches');
    expect(sent).to.deep.equal([
      [
        {
          headline: 'Coach of coaches',
          languages: ['en', 'ar', 'de'],
          participation: 'peripheral',
          visibility: { links: 'members', bio: 'members' },
        },
        '"1"',
      ],
    ]);
    expect(textOf(await part(el, '[part=profile]')))
      .to.include('Coach of coaches')
      .and.to.include('Reads along');
    await until(() => focused(el)?.matches('.edit'), 'the focus on the button');
    expect(said(el)).to.equal('Your profile is saved.');
  });

  it('lets its member choose who sees their groups, where they are in some', async () => {
    const sent: MemberPatch[] = [];
    const el = await form(saving(self(), (patch) => (sent.push(patch), undefined)).replies);
    change(el, 'select[aria-label="Seen by: Groups"]', 'members');
    save(el);
    await until(() => sent.length === 1, 'what is sent');
    expect(sent[0]).to.deep.equal({ visibility: { links: 'members', groups: 'members' } });
    const none = await open(withEndpoint(directory([self({ groups: [] })], {}), element));
    (await part(none, '[part=mine]')).click();
    (await part(none, '.edit')).click();
    await part(none, '[part=form]');
    expect(one(none, 'select[aria-label="Seen by: Groups"]')).to.equal(null);
  });

  it('can be kept back by the page', async () => {
    const el = await form(saving(self()).replies);
    type(el, '#profile-headline', 'No');
    el.addEventListener('cop-profile-request', (event) => event.preventDefault(), { once: true });
    const asked = oneEvent(el, 'cop-profile-request') as unknown as Promise<ProfileRequestEvent>;
    save(el);
    expect((await asked).patch).to.deep.equal({ headline: 'No' });
    await el.updateComplete;
    expect((one(el, '#profile-headline') as HTMLInputElement).value).to.equal('No');
  });

  it('keeps every word after a failure and after the form was left', async () => {
    const server = saving(self(), () => problem(500, 'server'));
    const el = await form(server.replies);
    type(el, '#profile-headline', 'Kept');
    save(el);
    await part(el, '.profile-form .notice.wrong');
    expect((one(el, '#profile-headline') as HTMLInputElement).value).to.equal('Kept');
    el.url.open(null);
    await rows(el);
    (await part(el, '[part=mine]')).click();
    (await part(el, '.edit')).click();
    await until(() => (one(el, '#profile-headline') as HTMLInputElement | null)?.value === 'Kept', 'what was written');
  });

  it('shows a refusal at its field and takes the focus there', async () => {
    const el = await open(stories.ProfileFormRefused);
    await until(() => textOf(one(el, '#profile-timeZone-error')) === 'This is not a time zone.', 'the error');
    expect(textOf(one(el, '#link-1-error'))).to.equal('This address is too long.');
    await until(() => focused(el)?.closest('.link-row'), 'the focus at the first');
  });

  it('asks for a name and for real addresses before sending', async () => {
    const el = await form(saving(self()).replies);
    type(el, '#profile-name', ' ');
    one(el, '.add-link')!.click();
    await until(() => all(el, '.link-row').length === 3 && focused(el)?.closest('.link-row'), 'a third row with the focus');
    type(el, '.link-row:last-child input', 'no address');
    save(el);
    await until(() => one(el, '#profile-name-error') && one(el, '#link-2-error'), 'both errors');
    await until(() => focused(el)?.id === 'profile-name', 'the focus');
  });

  it('goes on from what was changed elsewhere, and asks only where both differ', async () => {
    const server = saving(self());
    const el = await form(server.replies);
    type(el, '#profile-headline', 'Mine');
    server.elsewhere({ headline: 'Theirs', pronouns: 'she/her' });
    save(el);
    const changed = await part(el, '[part=changed]');
    expect(textOf(changed)).to.include('In one line, elsewhere: Theirs');
    expect((one(el, '#profile-headline') as HTMLInputElement).value).to.equal('Mine');
    expect((one(el, '#profile-pronouns') as HTMLInputElement).value).to.equal('she/her');
    save(el);
    await until(() => server.kept.headline === 'Mine' && server.kept.pronouns === 'she/her', 'both changes');
  });
});

describe('hours, asks and the community’s own fields', () => {
  it('are written in the form and sent', async () => {
    const sent: MemberPatch[] = [];
    const server = saving(self(), (patch) => (sent.push(patch), undefined));
    const profileFields = [{ id: 'team', label: 'Team', type: 'choice' as const, options: ['North', 'South'] }];
    const el = await open(withEndpoint(directory([self()], { ...server.replies, 'GET ': { ...fixtureInfo, profileFields } }), element));
    (await part(el, '[part=mine]')).click();
    (await part(el, '.edit')).click();
    await part(el, '[part=form]');
    const box = (label: string) =>
      all(el, '.choice')
        .find((choice) => textOf(choice) === label)!
        .querySelector('input')!;
    box('Tell when I work').click();
    await until(() => all(el, '.days input').length === 7, 'the days');
    box('Fri').click();
    await el.updateComplete;
    change(el, '.times input', '08:30');
    change(el, '#profile-asksPerWeek', '2');
    await until(() => one(el, '#profile-own-team'), 'the field of the community');
    change(el, '#profile-own-team', 'South');
    one(el, '.profile-form .primary')!.click();
    await until(() => sent.length === 1, 'the patch');
    expect(sent[0]).to.deep.equal({
      workingHours: { days: [1, 2, 3, 4], from: '08:30', to: '17:00' },
      asksPerWeek: 2,
      fields: { team: 'South' },
    });
  });

  it('are told on the profile, with groups that lead to who is in them', async () => {
    const el = await open(stories.ProfileTelling);
    const profile = await part(el, '[part=profile]');
    for (const told of ['works until', 'here today', 'Team', 'North']) await until(() => textOf(profile).includes(told), told);
    (await part(el, '[part=group]')).click();
    await rows(el);
    expect(el.group).to.deep.equal(['Cohort 3']);
  });
});

describe('one’s own account', () => {
  const mine = (change: Partial<Member> = {}) => self({ viewer: { self: true, can: ['edit', 'export', 'delete'] }, ...change });
  const account = async (replies: Record<string, unknown>, start = mine()) => {
    const el = await open(withEndpoint(directory([start], replies), element));
    (await part(el, '[part=mine]')).click();
    (await part(el, '.profile > .actions button')).click();
    await part(el, '[part=account]');
    return el;
  };

  it('is deleted only by its name, and kept again', async () => {
    const sent: unknown[] = [];
    const due = mine({ deletionDueAt: '2031-05-02T10:00:00Z', version: 2 });
    let now = mine();
    const el = await account({
      'GET /members/:id': () => now,
      'POST /members/:id/deletion': async (request: Request) => (sent.push(await request.json()), (now = due)),
      'DELETE /members/:id/deletion': () => (now = mine({ version: 3 })),
    });
    type(el, '#account-name', 'Somebody else');
    one(el, '.danger')!.click();
    await until(() => textOf(one(el, '#account-name-error')) === 'This is not the name of your profile.', 'the refusal');
    expect(sent).to.deep.equal([]);
    type(el, '#account-name', ' ada example');
    one(el, '.danger')!.click();
    const keep = await until(() => all(el, '.notice button')[0], 'the notice with the way back');
    expect(textOf(keep.parentElement)).to.include('This account will be deleted on');
    expect(sent).to.have.length(1);
    keep.click();
    await until(() => all(el, '.notice button').length === 0, 'no notice');
  });

  it('leaves the directory by one press, and comes back by one', async () => {
    const server = saving(mine());
    const el = await account(server.replies);
    const button = (name: string) => all(el, '[part=account] button').find((one) => textOf(one) === name);
    (await until(() => button('Leave the directory'), 'the button')).click();
    (await until(() => button('List me in the directory again'), 'the way back')).click();
    await until(() => button('Leave the directory') && server.kept.listed, 'being back');
    expect(server.kept.version).to.equal(3);
  });

  it('is taken along as a file, and says so when that failed', async () => {
    const el = await account({ 'GET /members/:id/export': problem(503, 'busy') });
    all(el, '[part=account] button')[0]!.click();
    await until(() => one(el, '[part=account] .notice.wrong'), 'the reason');
  }).timeout(20_000);
});

describe('groups, set by stewards', () => {
  it('are added, with a role, and taken away', async () => {
    const sent: unknown[] = [];
    let now = person({ viewer: { self: false, can: ['groups'] } });
    const put = async (request: Request) => {
      const { groups } = (await request.json()) as Pick<Member, 'groups'>;
      sent.push([groups, request.headers.get('if-match')]);
      return (now = { ...now, groups, version: 2 });
    };
    const el = await open(
      withEndpoint(directory([now], { 'GET /members/:id': () => now, 'PUT /members/:id/groups': put }, steward), element),
    );
    (await part(el, '[part=name]')).click();
    (await part(el, '.profile > .actions button')).click();
    await part(el, '.groups-form');
    all(el, '.groups-form > button')[0]!.click();
    await until(() => all(el, '.groups-form li').length === 2, 'a second row');
    type(el, '.groups-form li:last-child input', 'North');
    one(el, '.groups-form li:first-child button')!.click();
    await until(() => all(el, '.groups-form li').length === 1, 'one row');
    one(el, '.groups-form .primary')!.click();
    await until(() => said(el) === 'The groups are saved.', 'the word');
    expect(sent).to.deep.equal([[[{ name: 'North', role: null }], '"1"']]);
    expect(all(el, '[part=group]').map(textOf)).to.deep.equal(['North']);
  });
});

describe('what is sent of a profile', () => {
  const text = (m: Partial<Member>, to: Partial<ReturnType<typeof begin>['mine']>) => {
    const start = begin(self(m));
    return { ...start, mine: { ...start.mine, ...to } };
  };

  it('is nothing where nothing was changed', () => expect(patchOf(begin(self()))).to.deep.equal({}));
  it('is null where a text was taken away', () =>
    expect(patchOf(text({}, { place: ' ', country: '', participation: '', timeZone: '' }))).to.deep.equal({
      place: null,
      country: null,
      participation: null,
      timeZone: null,
    }));
  it('has whole addresses', () => {
    const link = (kind: Member['links'][number]['kind'], url: string) => addressOf({ kind, label: '', url });
    expect(link('email', 'ada@example.org')).to.equal('mailto:ada@example.org');
    expect(link('website', ' example.org/a ')).to.equal('https://example.org/a');
    expect(link('orcid', '0000-0002-1825-0097')).to.equal('https://orcid.org/0000-0002-1825-0097');
    expect(link('chat', 'https://chat.example.org/@ada')).to.equal('https://chat.example.org/@ada');
  });
  it('leaves out what only others changed', () => {
    const merged = rebase(text({}, { headline: 'Mine' }), self({ version: 2, bio: 'New' }));
    expect(patchOf(merged)).to.deep.equal({ headline: 'Mine' });
    expect([merged.version, merged.mine.bio, merged.differ]).to.deep.equal([2, 'New', []]);
  });
});
