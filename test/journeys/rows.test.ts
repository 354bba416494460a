import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch, Person, Portal } from './portal.js';

const ELEMENTS = ['cop-ask-the-community', 'cop-resource-list', 'cop-member-directory', 'cop-activity-feed'];
let portal: Portal;
let browser: Browser;
before(async () => ([portal, browser] = await Promise.all([Portal.start(), launch()])));
after(async () => {
  await browser.close();
  await portal.stop();
});

test('the portal shows rows of the database in all four elements, without a console error', async () => {
  const visitor = await Person.enter(browser, portal, null);
  await visitor.goto('/team-coaching/');
  for (const tag of ELEMENTS) {
    await visitor.page.locator(tag).scrollIntoViewIfNeeded();
    assert.ok((await visitor.rows(tag)) > 0, tag);
  }
  assert.deepEqual(visitor.errors, []);
  await visitor.close();
});

test('six elements on one page ask the session and the community once, and open one stream', async () => {
  const member = await Person.enter(browser, portal, 'mika');
  const asked: string[] = [];
  member.page.on('request', (request) =>
    asked.push(`${request.method()} ${new URL(request.url()).pathname}${new URL(request.url()).search}`),
  );
  await member.goto('/team-coaching/');
  for (const tag of ELEMENTS) {
    await member.page.locator(tag).scrollIntoViewIfNeeded();
    await member.rows(tag);
  }
  await member.page.waitForTimeout(500);
  const api = asked.filter((request) => request.includes('/api/'));
  assert.deepEqual(
    api.filter((request, i) => api.indexOf(request) !== i),
    [],
  );
  assert.equal(api.filter((request) => request.endsWith('/stream')).length, 1);
  await member.close();
});

test('a second visit shows rows before any response has come', async () => {
  const member = await Person.enter(browser, portal, null);
  await member.goto('/team-coaching/questions');
  await member.rows('cop-ask-the-community');
  await member.page.waitForTimeout(500);
  await member.page.route('**/api/**', () => {}); // Never answers.
  await member.goto('/team-coaching/questions');
  assert.ok((await member.rows('cop-ask-the-community')) > 0);
  await member.close();
});

test('under a strict content security policy with Trusted Types nothing is violated', async () => {
  const visitor = await Person.enter(browser, portal, null);
  await visitor.page.addInitScript(() => {
    const list: string[] = [];
    Object.assign(window, { violations: list });
    document.addEventListener('securitypolicyviolation', (event) =>
      list.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
    );
  });
  await visitor.goto('/hosts/strict-csp');
  for (const tag of ELEMENTS) {
    await visitor.page.locator(tag).scrollIntoViewIfNeeded();
    await visitor.rows(tag);
  }
  // Open what loads the Markdown parser and the sanitiser.
  await visitor.page.locator('cop-ask-the-community >> [part~="title"]').first().click();
  await visitor.page.locator('cop-ask-the-community >> .prose :is(p, ul, ol)').first().waitFor();
  const violations = await visitor.page.evaluate(() => (window as unknown as { violations: string[] }).violations);
  assert.deepEqual(violations, []);
  assert.deepEqual(visitor.errors, []);
  await visitor.close();
});

test('an old portal with quirks, a moved base, a form around it and a changed Array works all the same', async () => {
  const member = await Person.enter(browser, portal, 'mika');
  await member.goto('/hosts/old-portal');
  for (const tag of ['cop-ask-the-community', 'cop-resource-list', 'cop-activity-feed']) {
    await member.page.locator(tag).scrollIntoViewIfNeeded();
    assert.ok((await member.rows(tag)) > 0, tag);
  }
  const search = member.page.locator('cop-ask-the-community').getByRole('searchbox');
  await search.fill('');
  await search.pressSequentially('sales');
  assert.equal(await search.inputValue(), 'sales');
  const size = await member.page.locator('cop-ask-the-community >> .cop').evaluate((e) => parseFloat(getComputedStyle(e).fontSize));
  assert.ok(size >= 14, `text of ${size} px`);
  await member.close();
});

test('two communities stand on one page, each with its own rows', async () => {
  const visitor = await Person.enter(browser, portal, null);
  await visitor.goto('/two-communities');
  const feeds = visitor.page.locator('cop-activity-feed');
  for (let i = 0; i < 2; i++) {
    await feeds.nth(i).scrollIntoViewIfNeeded();
    await feeds.nth(i).locator('[part~="list"] > *').first().waitFor();
  }
  assert.notEqual(await feeds.nth(0).locator('[part~="list"]').innerText(), await feeds.nth(1).locator('[part~="list"]').innerText());
  assert.deepEqual(visitor.errors, []);
  await visitor.close();
});
