import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { HANDS } from './hand.js';
import { launch, Person, Portal } from './portal.js';

let portal: Portal;
let browser: Browser;
before(async () => ([portal, browser] = await Promise.all([Portal.start(), launch()])));
after(async () => {
  await browser.close();
  await portal.stop();
});

/** Each hand is one person’s, so that both begin with something to catch up with. */
const READERS: Record<string, string> = { 'by mouse': 'noor', 'by keyboard alone': 'mika' };
const API = '/api/communities/team-coaching';

const happens = async (steward: Person, body: string) => {
  const answer = await steward.context.request.post(`${portal.url}${API}/posts`, { data: { body } });
  assert.equal(answer.status(), 201);
};

/** What a reader has on the screen: the rows, and where the first of them stands. */
const onScreen = async (rows: Locator) => ({ texts: await rows.allInnerTexts(), at: (await rows.first().boundingBox())?.y });

for (const [name, hand] of Object.entries(HANDS)) {
  test(`thirty things are caught up with to the end, ${name}, and another device knows it`, async () => {
    const steward = await Person.enter(browser, portal, 'sam');
    const reader = await Person.enter(browser, portal, READERS[name] ?? '');
    const { page } = reader;
    const press = hand(page).press.bind(hand(page));
    const round = page.locator('cop-activity-feed >> [part~="catch-up"]');
    const rows = round.locator('[part~="activity"]');
    const end = page.getByRole('heading', { name: 'You have seen everything.' });
    /** Whatever was there before is seen. */
    const before = await reader.context.request.put(`${portal.url}${API}/session/catch-up`, {
      data: { until: new Date().toISOString(), all: true },
    });
    assert.equal(before.status(), 200);
    for (let n = 1; n <= 30; n += 1) await happens(steward, `Thing ${n}, ${name}`);

    await reader.goto('/team-coaching/activity');
    await reader.rows('cop-activity-feed');
    await press(page.getByRole('button', { name: 'Catch up' }));
    await page.getByRole('heading', { name: /^30 things since / }).waitFor();
    assert.equal(await rows.count(), 30);

    for (let left = 29; left >= 20; left -= 1) {
      await press(rows.first().locator('[part~="seen"]'));
      await page.waitForFunction(
        (n) => document.querySelector('cop-activity-feed')?.shadowRoot?.querySelectorAll('.round [part~=activity]').length === n,
        left,
      );
    }

    // What arrives meanwhile moves nothing.
    const read = await onScreen(rows);
    const heard = page.evaluate(
      () =>
        new Promise((done) =>
          (document.querySelector('cop-activity-feed') as unknown as { cop: EventTarget }).cop.addEventListener('activity', done, {
            once: true,
          }),
        ),
    );
    await happens(steward, `Meanwhile, ${name}`);
    await heard;
    await page.waitForTimeout(300);
    assert.deepEqual(await onScreen(rows), read);

    // Another device goes on where this one stands.
    const other = await Person.enter(browser, portal, READERS[name] ?? '', { viewport: { width: 390, height: 800 } });
    await other.goto('/team-coaching/activity');
    await other.rows('cop-activity-feed');
    await other.page.getByRole('button', { name: 'Catch up' }).click();
    await other.page.getByRole('heading', { name: /^20 things since / }).waitFor();
    await other.page.getByRole('button', { name: 'All activity' }).click();

    for (let left = 19; left >= 0; left -= 1) {
      if (name === 'by mouse') await press(rows.first().locator('[part~="seen"]'));
      else await page.keyboard.press('x');
      await page.waitForFunction(
        (n) => document.querySelector('cop-activity-feed')?.shadowRoot?.querySelectorAll('.round [part~=activity]').length === n,
        left,
      );
    }
    await end.waitFor();
    assert.ok(await end.evaluate((heading) => heading.matches(':focus')), 'the focus is on the end');
    await page.getByText('1 thing has happened meanwhile.').waitFor();

    await other.page.getByRole('button', { name: 'Catch up' }).click();
    await other.page.getByRole('heading', { name: /^1 thing since / }).waitFor();
    await other.page.getByText(`Meanwhile, ${name}`).first().waitFor();
    await other.page.getByRole('button', { name: 'I have seen all of it' }).click();
    await other.page.getByRole('heading', { name: 'You have seen everything.' }).waitFor();

    await press(page.getByRole('button', { name: 'Look again' }));
    await page.getByText('What happens now waits for the next time.').waitFor();
    assert.deepEqual([...reader.errors, ...other.errors], []);
    await Promise.all([steward.close(), reader.close(), other.close()]);
  });
}
