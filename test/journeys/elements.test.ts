import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { HANDS, type Hand } from './hand.js';
import { launch, Person, Portal } from './portal.js';

let portal: Portal;
let browser: Browser;
before(async () => ([portal, browser] = await Promise.all([Portal.start(), launch()])));
after(async () => {
  await browser.close();
  await portal.stop();
});

const ask = ({ page }: Person): Locator => page.locator('cop-ask-the-community');

type Enter = (persona: string | null) => Promise<Person & { hand: Hand }>;

/** Each journey twice: by mouse, and by keyboard alone. */
function journey(name: string, go: (enter: Enter, how: string) => Promise<void>) {
  for (const [how, handOf] of Object.entries(HANDS)) {
    test(`${name}, ${how}`, async () => {
      const people: Person[] = [];
      const enter = async (persona: string | null) => {
        const person = await Person.enter(browser, portal, persona);
        people.push(person);
        return Object.assign(person, { hand: handOf(person.page) });
      };
      await go(enter, how);
      assert.deepEqual(
        people.flatMap(({ errors }) => errors),
        [],
      );
      await Promise.all(people.map((person) => person.close()));
    });
  }
}

const resources = ({ page }: Person): Locator => page.locator('cop-resource-list');

/** Every journey has words of its own, so that the one by keyboard does not find what the one by mouse has left. */
const own = (text: string, how: string) => `${text} (${how})`;

journey('a newcomer finds an answer without asking', async (enter) => {
  const newcomer = await enter(null);
  await newcomer.goto('/team-coaching/questions');
  await newcomer.rows('cop-ask-the-community');
  await newcomer.hand.write(ask(newcomer).getByRole('searchbox'), 'equity cofounder');
  const hit = ask(newcomer)
    .locator('[part~="list"] a[part~="title"]', { hasText: /equity.*founder|founder.*equity/i })
    .first();
  await hit.waitFor();
  await newcomer.page.waitForTimeout(500); // No more rows come.
  await newcomer.hand.press(hit);
  await ask(newcomer).locator('[part~="answer"] .prose').first().waitFor();
});

journey('a member asks, is answered, accepts, and tells that it worked', async (enter, how) => {
  const [mika, noor] = [await enter('mika'), await enter('noor')];
  const title = own('Which opening question gets a quiet team to talk?', how);
  await mika.goto('/team-coaching/questions');
  await mika.rows('cop-ask-the-community');
  await mika.hand.press(ask(mika).getByRole('button', { name: 'Ask a question' }));
  await mika.hand.choose(ask(mika).getByLabel('Seeking experience'));
  await mika.hand.write(ask(mika).getByLabel('Your question in one sentence'), title);
  await mika.hand.write(ask(mika).getByLabel('What should others know?'), 'Nobody says a word in the first ten minutes.');
  await mika.hand.press(ask(mika).getByRole('button', { name: 'Send question' }));
  await ask(mika).getByRole('heading', { name: title }).waitFor();

  await noor.page.goto(mika.page.url());
  await noor.hand.write(ask(noor).getByLabel('Your answer'), 'Ask each for one word about the last week.');
  await noor.hand.press(ask(noor).getByRole('button', { name: 'Send answer' }));
  await ask(noor).locator('.prose', { hasText: 'one word' }).waitFor();

  await mika.hand.press(ask(mika).getByRole('button', { name: '1 new answer' }));
  await mika.hand.press(ask(mika).getByRole('button', { name: 'This helped me' }));
  await ask(mika).getByText('This helped the asker').waitFor();
  await mika.hand.press(ask(mika).getByRole('button', { name: 'I used this' }).first());
  await mika.hand.choose(ask(mika).getByLabel('It worked', { exact: true }).first());
  await mika.hand.press(ask(mika).locator('[part~="use-form"]').getByRole('button', { name: 'Save' }));
  await ask(mika).getByText('Used by 1, worked for 1').waitFor();
});

journey('a member asks about the page they read, without their name, and is found there', async (enter, how) => {
  const [mika, noor] = [await enter('mika'), await enter('noor')];
  const title = own('What if the other side never says anything?', how);
  await mika.goto('/handbook/one-on-ones');
  await mika.hand.press(ask(mika).getByRole('button', { name: 'Ask a question' }).first());
  await mika.hand.choose(ask(mika).getByLabel('Solve a problem'));
  await mika.hand.write(ask(mika).getByLabel('Your question in one sentence'), title);
  await mika.hand.write(ask(mika).getByLabel('What should others know?'), 'Half an hour of silence.');
  await mika.hand.press(ask(mika).getByLabel('Ask without my name'));
  await mika.hand.press(ask(mika).getByRole('button', { name: 'Send question' }));
  await ask(mika).getByRole('heading', { name: title }).waitFor();

  await noor.goto('/handbook/one-on-ones');
  await noor.hand.press(ask(noor).getByRole('link', { name: title }));
  const thread = ask(noor).locator('[part~="thread"]');
  await thread.getByText('A member', { exact: true }).first().waitFor();
  assert.doesNotMatch(await thread.innerText(), /Mika/);
  await noor.goto('/team-coaching/questions');
  await noor.rows('cop-ask-the-community');
  await noor.hand.press(ask(noor).getByRole('link', { name: title }));
  await noor.hand.press(ask(noor).getByRole('link', { name: 'One-on-ones, Handbook' }));
  await noor.page.waitForURL(/\/handbook\/one-on-ones/);
});

journey('a steward merges two questions, and nothing is lost', async (enter, how) => {
  const [mika, noor, sam] = [await enter('mika'), await enter('noor'), await enter('sam')];
  const api = `${portal.url}/api/communities/team-coaching`;
  const post = async ({ page }: Person, path: string, data: object) => {
    const response = await page.context().request.post(api + path, { data, headers: { 'idempotency-key': crypto.randomUUID() } });
    assert.ok(response.ok(), `${path}: ${response.status()}`);
    return (await response.json()) as { id: string };
  };
  const titles = [own('How long should a yearly retrospective of three teams be?', how), own('Half a day or a day for three teams?', how)];
  const [kept, merged] = [
    await post(mika, '/questions', { kind: 'experience', title: titles[0], body: 'All three teams.', topics: [] }),
    await post(noor, '/questions', { kind: 'experience', title: titles[1], body: 'Once a year.', topics: [] }),
  ];
  await post(noor, `/questions/${kept.id}/answers`, { body: 'A day, with a long lunch.' });
  await post(mika, `/questions/${merged.id}/answers`, { body: 'Two afternoons.' });
  await post(mika, '/comments', { object: { type: 'question', id: merged.id }, body: 'Is that with travel?' });

  await sam.goto(`/team-coaching/questions?cop-ask=team-coaching/${merged.id}`);
  await ask(sam).getByRole('heading', { name: titles[1] }).waitFor();
  await sam.hand.press(ask(sam).getByRole('button', { name: 'Look after it' }));
  await sam.hand.press(ask(sam).getByRole('button', { name: 'Merge with another question' }));
  await sam.hand.write(ask(sam).getByLabel('Into which question?'), titles[0] ?? '');
  await sam.hand.press(ask(sam).getByRole('button', { name: `Merge into “${titles[0]}”` }));
  const thread = ask(sam).locator('[part~="thread"]');
  await ask(sam).getByRole('heading', { name: titles[0] }).waitFor();
  await sam.hand.press(thread.locator('details', { hasText: 'Once a year.' }).locator('summary'));
  for (const text of ['A day, with a long lunch.', 'Two afternoons.', 'Is that with travel?', 'Once a year.'])
    await thread.getByText(text).first().waitFor();

  // The old address leads there, for everybody.
  await noor.goto(`/team-coaching/questions?cop-ask=team-coaching/${merged.id}`);
  await ask(noor).getByRole('heading', { name: titles[0] }).waitFor();
  await ask(noor).getByText('Two afternoons.').waitFor();
});

journey('a member who suggests what is here already is led to it', async (enter) => {
  const mika = await enter('mika');
  await mika.goto('/team-coaching/resources');
  await mika.rows('cop-resource-list');
  await mika.hand.press(resources(mika).getByRole('button', { name: 'Suggest one' }));
  // Another spelling of the same address.
  await mika.hand.write(resources(mika).getByLabel('Address'), 'http://KeyValues.com/culture-queries/?utm_source=mail#top');
  const there = resources(mika).locator('[part~="already"] a');
  await there.waitFor();
  assert.equal((await there.innerText()).trim(), 'Culture Queries');
  await mika.hand.press(there);
  await resources(mika).getByRole('heading', { name: 'Culture Queries' }).waitFor();
});

journey('a search that finds nothing becomes a request, which somebody else fulfils', async (enter, how) => {
  const [mika, noor] = [await enter('mika'), await enter('noor')];
  const wish = own('zebra facilitation canvas', how);
  await mika.goto('/team-coaching/resources');
  await mika.rows('cop-resource-list');
  await mika.hand.write(resources(mika).getByRole('searchbox'), wish);
  await mika.hand.press(resources(mika).getByRole('button', { name: 'Ask for it' }));
  // What was searched for stands in the form.
  const title = resources(mika).getByLabel('What do you look for?');
  for (let tries = 0; tries < 100 && (await title.inputValue()) !== wish; tries++) await mika.page.waitForTimeout(50);
  assert.equal(await title.inputValue(), wish);
  await mika.hand.press(resources(mika).locator('form').getByRole('button', { name: 'Ask for it' }));
  await resources(mika).getByText('Asked. You hear of it').first().waitFor();

  await noor.goto('/team-coaching/resources');
  await noor.rows('cop-resource-list');
  await noor.hand.press(resources(noor).getByRole('button', { name: 'looked for' }));
  const request = resources(noor).locator('[part~="request-item"]', { hasText: wish });
  await request.waitFor();
  await noor.hand.press(request.getByRole('button', { name: 'I have one' }));
  await noor.hand.write(resources(noor).getByLabel('Address'), `https://example.org/canvas/${how.length}`);
  await noor.hand.choose(resources(noor).getByLabel('Kind'), 'Template');
  await noor.hand.press(resources(noor).getByRole('button', { name: 'Suggest', exact: true }));
  await resources(noor).getByRole('heading', { name: wish }).waitFor();
  await noor.goto('/team-coaching/resources');
  await noor.rows('cop-resource-list');
  assert.equal(await request.count(), 0);
});

const members = ({ page }: Person): Locator => page.locator('cop-member-directory');

/** A steward begins to choose in a list, and ticks the first so many rows: one, and all up to another. */
async function choose({ hand }: { hand: Hand }, list: Locator, rows: number): Promise<void> {
  await hand.press(list.getByRole('button', { name: 'More actions' }));
  await hand.press(list.getByRole('menuitem', { name: 'Choose several' }));
  await tick({ hand }, list, rows);
}
async function tick({ hand }: { hand: Hand }, list: Locator, rows: number): Promise<void> {
  const box = (row: number) => list.locator('[part~="list"] > *').nth(row).getByRole('checkbox');
  await hand.press(box(0));
  await hand.through(box(rows - 1));
  await list
    .getByText(`${rows} ${/directory/.test(String(list)) ? 'members' : 'resources'} chosen`, { exact: true })
    .first()
    .waitFor();
}
/** Asks the server until it says so. */
async function told<T>({ page }: Person, path: string, is: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const response = await page.context().request.get(`${portal.url}/api/communities/team-coaching${path}`);
    const answer = (await response.json()) as T;
    if (is(answer)) return answer;
    await new Promise((next) => setTimeout(next, 50));
  }
  return assert.fail(`${path} never answers so`);
}

journey('a steward puts several resources into a collection and under a topic, and takes it back', async (enter, how) => {
  const sam = await enter('sam');
  const list = resources(sam);
  const [title, topic] = [own('What a new lead reads first', how), own('First hundred days', how)];
  await sam.goto('/team-coaching/resources');
  await sam.rows('cop-resource-list');
  const { items: before } = await told<{ items: { id: string; topics: { label: string }[] }[] }>(sam, '/resources?limit=3', () => true);
  const labels = (items: { topics: { label: string }[] }[]) => items.map(({ topics }) => topics.map(({ label }) => label));
  await choose(sam, list, 3);
  await sam.hand.press(list.getByRole('button', { name: 'Collection', exact: true }));
  await sam.hand.choose(list.getByRole('combobox', { name: 'Into which collection?' }), 'A new one');
  await sam.hand.write(list.getByLabel('Title of the new collection'), title);
  await sam.hand.press(list.getByRole('button', { name: 'Put 3 resources in' }));
  await list.locator('[part~="toast"]', { hasText: `3 resources are in ${title} now.` }).waitFor();
  interface Collections {
    items: { id: string; title: string; count: number }[];
  }
  await told<Collections>(sam, '/collections?limit=50', ({ items }) => items.some((one) => one.title === title && one.count === 3));
  await sam.hand.undo(list.getByRole('button', { name: 'Undo' }).last());
  await told<Collections>(sam, '/collections?limit=50', ({ items }) => !items.some((one) => one.title === title));

  await tick(sam, list, 3);
  await sam.hand.press(list.getByRole('button', { name: 'Kind and topics' }));
  await sam.hand.write(list.getByRole('combobox', { name: 'Topics, at most 8 each' }), `${topic},`);
  await sam.hand.press(list.getByRole('button', { name: 'Change 3 resources' }));
  await list.locator('[part~="toast"]', { hasText: '3 resources are in their place.' }).waitFor();
  type Found = { items: { id: string; topics: { label: string }[] }[] };
  const { items: moved } = await told<Found>(sam, '/resources?limit=3', () => true);
  assert.deepEqual(
    labels(moved),
    labels(before).map((those) => [...those, topic]),
  );
  await sam.hand.undo(list.getByRole('button', { name: 'Undo' }).last());
  await told<Found>(sam, '/resources?limit=3', ({ items }) => JSON.stringify(labels(items)) === JSON.stringify(labels(before)));
});

journey('a steward puts several members into a group, and takes it back', async (enter, how) => {
  const sam = await enter('sam');
  const list = members(sam);
  const group = own('Cohort of spring', how);
  const path = `/members?group=${encodeURIComponent(group)}`;
  await sam.goto('/team-coaching/members');
  await sam.rows('cop-member-directory');
  await choose(sam, list, 4);
  await sam.hand.press(list.getByRole('button', { name: 'Groups', exact: true }));
  await sam.hand.write(list.getByLabel('Group or cohort'), group);
  await sam.hand.press(list.getByRole('button', { name: 'Put 4 members in' }));
  await list.locator('[part~="toast"]', { hasText: `4 members are in ${group} now.` }).waitFor();
  await told<{ total: number }>(sam, path, ({ total }) => total === 4);
  await sam.hand.undo(list.getByRole('button', { name: 'Undo' }).last());
  await told<{ total: number }>(sam, path, ({ total }) => total === 0);
});
