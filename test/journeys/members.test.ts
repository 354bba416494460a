import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch, Person, Portal } from './portal.js';

let portal: Portal;
let browser: Browser;
before(async () => ([portal, browser] = await Promise.all([Portal.start(), launch()])));
after(async () => {
  await browser.close();
  await portal.stop();
});

const API = '/api/communities/team-coaching/members';

test('fifty people named in a page, in three spellings, are one request', async () => {
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
  await names.first().hover();
  await page.locator('#named cop-member >> [part~="card"]').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#named cop-member >> [part~="card"]').count(), 0);
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
