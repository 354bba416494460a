import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { launch, Person, Portal } from './portal.js';

let portal: Portal;
let browser: Browser;
before(async () => ([portal, browser] = await Promise.all([Portal.start(), launch()])));
after(async () => {
  await browser.close();
  await portal.stop();
});

const ask = (person: Person): Locator => person.page.locator('cop-ask-the-community');
const feed = (person: Person): Locator => person.page.locator('cop-activity-feed');

/** Fills the form and sends it. */
async function askQuestion(person: Person, title: string): Promise<void> {
  const element = ask(person);
  await element.getByRole('button', { name: 'Ask a question' }).first().click();
  await element.getByLabel('Seeking experience').check();
  await element.getByLabel('Your question in one sentence').fill(title);
  await element.getByLabel('What should others know?').fill('Two teams of five become **one** on Monday.');
  await element.getByRole('button', { name: 'Send question' }).click();
}

test('two people: one asks, the other sees it at once, answers, and the asker accepts', async () => {
  const [mika, noor] = await Promise.all([Person.enter(browser, portal, 'mika'), Person.enter(browser, portal, 'noor')]);
  await noor.goto('/team-coaching/activity');
  await noor.rows('cop-activity-feed');
  await noor.page.waitForTimeout(1000); // The stream is open.
  await mika.goto('/team-coaching/questions');
  await mika.rows('cop-ask-the-community');

  const title = 'How do you open the first retrospective of a merged team?';
  await askQuestion(mika, title);
  await ask(mika).getByRole('heading', { name: title }).waitFor();
  const sent = Date.now();
  await feed(noor).getByRole('button', { name: /new/ }).waitFor();
  assert.ok(Date.now() - sent < 1000, 'within a second');

  const address = mika.page.url();
  await noor.page.goto(address);
  await ask(noor).getByLabel('Your answer').fill('Start with personal maps: each draws one of a neighbour.');
  await ask(noor).getByRole('button', { name: 'Send answer' }).click();
  await ask(noor).locator('.prose', { hasText: 'Start with personal maps' }).waitFor();

  const fresh = ask(mika).getByRole('button', { name: '1 new answer' });
  await fresh.waitFor();
  await fresh.click();
  await ask(mika).getByRole('button', { name: 'This helped me' }).click();
  await ask(mika).getByText('This helped the asker').waitFor();

  assert.deepEqual([...mika.errors, ...noor.errors], []);
  await Promise.all([mika.close(), noor.close()]);
});

test('a vote counts once however often it is sent', async () => {
  const noor = await Person.enter(browser, portal, 'noor');
  const base = `${portal.url}/api/communities/team-coaching/questions`;
  const { items } = (await (await noor.context.request.get(`${base}?limit=1&sort=votes`)).json()) as {
    items: { id: string; score: number }[];
  };
  const question = items[0];
  assert.ok(question);
  const vote = () => noor.context.request.put(`${base}/${question.id}/vote`, { data: { value: 1 }, headers: { origin: portal.url } });
  const scores = await Promise.all(
    [vote(), vote(), vote(), vote(), vote()].map(async (sent) => ((await (await sent).json()) as { score: number }).score),
  );
  assert.deepEqual(new Set(scores), new Set([question.score + 1]));
  await noor.close();
});

test('the server dies while a question is being sent: the text waits, and arrives once after the restart', async () => {
  const mika = await Person.enter(browser, portal, 'mika');
  await mika.goto('/team-coaching/questions');
  await mika.rows('cop-ask-the-community');
  await mika.page.waitForTimeout(500); // What sends is loaded behind the rows.
  const title = 'What do you do when the server goes away in the middle?';
  await ask(mika).getByRole('button', { name: 'Ask a question' }).first().click();
  await ask(mika).getByLabel('Solve a problem').check();
  await ask(mika).getByLabel('Your question in one sentence').fill(title);
  await ask(mika).getByLabel('What should others know?').fill('It was there a moment ago.');
  await portal.kill();
  await ask(mika).getByRole('button', { name: 'Send question' }).click();
  await ask(mika).getByText('Waiting for a connection').waitFor();
  await portal.restart();
  const list = `${portal.url}/api/communities/team-coaching/questions?limit=5`;
  const titles = async () =>
    ((await (await mika.context.request.get(list)).json()) as { items: { title: string }[] }).items.map((q) => q.title);
  // By itself, when the stream is open again: at the latest after its longest pause.
  for (let tries = 0; tries < 350 && !(await titles()).includes(title); tries++) await mika.page.waitForTimeout(100);
  assert.ok((await titles()).includes(title), 'it was sent by itself');
  await ask(mika).getByText('Waiting for a connection').waitFor({ state: 'detached' });
  await mika.page.reload();
  await mika.page.waitForTimeout(1000);
  assert.equal((await titles()).filter((t) => t === title).length, 1);
  await mika.close();
});

test('a visitor who asks keeps the text until after signing in', async () => {
  const visitor = await Person.enter(browser, portal, null);
  await visitor.goto('/team-coaching/questions');
  await visitor.rows('cop-ask-the-community');
  await askQuestion(visitor, 'Can I ask before I sign in here?');
  await ask(visitor).getByText('Please sign in first').waitFor();
  await visitor.context.request.post(`${portal.url}/demo/session`, { data: { persona: 'noor' } });
  await visitor.page.reload();
  await ask(visitor).getByRole('button', { name: 'Ask a question' }).first().click();
  const title = ask(visitor).getByLabel('Your question in one sentence');
  await title.waitFor();
  await visitor.page.waitForTimeout(300);
  assert.equal(await title.inputValue(), 'Can I ask before I sign in here?');
  await visitor.close();
});

test('by keyboard alone: find, open, go back, and ask', async () => {
  const mika = await Person.enter(browser, portal, 'mika');
  const { page } = mika;
  await mika.goto('/team-coaching/questions');
  await mika.rows('cop-ask-the-community');
  const focused = () =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.textContent?.trim() || active?.getAttribute('aria-label') || active?.id || '';
    });
  const tabTo = async (name: RegExp) => {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      if (name.test(await focused())) return;
    }
    assert.fail(`Tab does not reach ${String(name)}`);
  };
  await tabTo(/What would you like to know/);
  await page.keyboard.type('cofounder');
  await page.waitForTimeout(1500);
  const first = (await ask(mika).locator('[part~="title"]').first().innerText()).trim();
  for (let i = 0; i < 30 && (await focused()) !== first; i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await ask(mika).getByRole('heading', { name: first }).first().waitFor();
  await ask(mika).locator('.prose').first().waitFor();
  assert.equal(await focused(), first, 'focus is on the heading of what was opened');
  await page.goBack();
  await mika.rows('cop-ask-the-community');
  await page.waitForTimeout(300);
  assert.equal(await focused(), first, 'focus is back on the link');
  await mika.close();
});
