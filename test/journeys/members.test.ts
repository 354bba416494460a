import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { launch, Person, Portal } from './portal.js';

let portal: Portal;
let browser: Browser;
before(async () => ([portal, browser] = await Promise.all([Portal.start(), launch()])));
after(async () => {
  await browser.close();
  await portal.stop();
});

const API = '/api/communities/team-coaching/members';

/** How a card is opened: the pointer rests on the name, or Tab comes to it. */
const AT_NAME: Record<string, (page: Page, name: Locator) => Promise<void>> = {
  'by mouse': (_page, name) => name.hover(),
  'by keyboard alone': async (page, name) => {
    for (let stop = 0; stop < 60 && !(await name.evaluate((element) => element.matches(':focus'))); stop++)
      await page.keyboard.press('Tab');
  },
};

for (const [how, come] of Object.entries(AT_NAME))
  test(`fifty people named in a page, in three spellings, are one request, ${how}`, async () => {
    const member = await Person.enter(browser, portal, 'mika');
    const { page } = member;
    const { items } = (await (await page.context().request.get(`${portal.url}${API}?limit=50`)).json()) as {
      items: { id: string; name: string }[];
    };
    await member.goto('/team-coaching/questions');
    await member.rows('cop-ask-the-community');
    const asked: string[] = [];
    page.on('request', (request) => new URL(request.url()).pathname === API && asked.push(request.url()));
    await page.evaluate((people) => {
      const text = document.createElement('p');
      text.id = 'named';
      people.forEach(({ id, name }, i) => {
        const tags = ['cop-member', 'span', 'a'];
        const element = document.createElement(tags[i % 3] ?? '');
        element.textContent = name;
        if (i % 3 === 0) element.setAttribute('member', id);
        if (i % 3 === 1) Object.assign(element.dataset, { cop: 'member', member: id });
        if (element instanceof HTMLAnchorElement) {
          element.className = 'cop';
          element.href = `/api/communities/team-coaching#member=${id}`;
        }
        text.append(element, ', ');
      });
      document.querySelector('main')?.prepend(text);
    }, items);
    const names = page.locator('#named cop-member >> [part~="name"]');
    await names.nth(49).waitFor();
    assert.equal(await names.count(), 50);
    assert.deepEqual(
      asked.map((url) => new URL(url).searchParams.getAll('id').length),
      [50],
    );
    const card = page.locator('#named cop-member >> [part~="card"]');
    for (const which of [0, 4]) {
      await come(page, names.nth(which));
      await card
        .getByText(items[which]?.name ?? '')
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'detached' });
    }
    assert.equal(asked.length, 1, 'cards ask for nothing more');
    assert.deepEqual(member.errors, []);
    await member.close();
  });

test('a member finds who can help in plain words, and sees why', async () => {
  const member = await Person.enter(browser, portal, 'noor');
  const { page } = member;
  await member.goto('/team-coaching/members');
  await member.rows('cop-member-directory');
  await page.getByRole('combobox', { name: 'What to search for' }).selectOption({ label: 'Who can help with…' });
  await page.getByRole('searchbox', { name: 'Who can help with…' }).fill('opening a retrospective');
  const mika = page.locator('cop-member-directory >> [part~="member"]', { hasText: 'Mika' });
  await mika.getByText('Can help with Retrospectives').waitFor();
  assert.deepEqual(member.errors, []);
  await member.close();
});
