/*
 * The pictures of the docs, from the demo portal as it is: `npm run build && npm run pictures`. Look at each before it is committed.
 */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator } from 'playwright-core';
import { launch, Person, Portal } from '../journeys/portal.js';

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const API = '/api/communities/team-coaching';
const AROUND = 16;

type Options = Parameters<Browser['newContext']>[0];

/** Who writes by the API what a picture shows as written. */
class Studio {
  private constructor(
    private readonly portal: Portal,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Studio> {
    const [portal, browser] = await Promise.all([Portal.start(), launch()]);
    return new Studio(portal, browser);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.portal.stop();
  }

  enter(persona: string | null, options: Options = {}): Promise<Person> {
    return Person.enter(this.browser, this.portal, persona, { deviceScaleFactor: 1, ...options });
  }

  /** @param path below the community; the answer’s JSON */
  async write(persona: string, method: 'POST' | 'PATCH' | 'PUT', path: string, data?: object, ifMatch?: string): Promise<{ id: string }> {
    const person = await this.enter(persona);
    const headers = { 'idempotency-key': randomUUID(), ...(ifMatch && { 'if-match': ifMatch }) };
    const response = await person.context.request.fetch(this.portal.url + API + path, { method, data, headers });
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
    const text = await response.text();
    await person.close();
    return JSON.parse(text || '{}') as { id: string };
  }

  async read<T>(persona: string, path: string): Promise<T> {
    const person = await this.enter(persona);
    const answer = (await (await person.context.request.get(this.portal.url + API + path)).json()) as T;
    await person.close();
    return answer;
  }
}

/** The live connection never ends, so there is no moment when all is still: a while is waited. */
const settle = ({ page }: Person): Promise<void> => page.waitForTimeout(1500);

/** The page as far as the window goes. */
async function whole(person: Person, name: string): Promise<void> {
  await settle(person);
  await person.page.screenshot({ path: `${FOLDER}${name}.png` });
}

/** One part of a page with some space around it, at most so high. */
async function cut(person: Person, target: Locator, name: string, most = 1000): Promise<void> {
  await settle(person);
  await target.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await person.page.evaluate((space) => scrollBy(0, -space), AROUND);
  const box = await target.boundingBox();
  if (!box) throw new Error(`${name} is not there.`);
  const [x, y] = [Math.max(0, box.x - AROUND), Math.max(0, box.y - AROUND)];
  const clip = { x, y, width: box.width + 2 * AROUND, height: Math.min(most, box.height + 2 * AROUND) };
  await person.page.screenshot({ path: `${FOLDER}${name}.png`, clip });
}

async function portalPages(studio: Studio): Promise<void> {
  const pages: [string, string, Options][] = [
    ['portal-wide-light', '/team-coaching/', { viewport: { width: 1280, height: 1240 } }],
    ['portal-wide-dark', '/team-coaching/', { viewport: { width: 1280, height: 1240 }, colorScheme: 'dark' }],
    ['portal-narrow-light', '/team-coaching/', { viewport: { width: 390, height: 1400 } }],
    ['portal-german', '/deutsch', { viewport: { width: 1280, height: 1000 } }],
    ['portal-right-to-left', '/hosts/right-to-left', { viewport: { width: 1000, height: 900 } }],
  ];
  for (const [name, path, options] of pages) {
    const mika = await studio.enter('mika', options);
    await mika.goto(path);
    await whole(mika, name);
    await mika.close();
  }
}

async function asking(studio: Studio): Promise<void> {
  const noor = await studio.read<{ member: { id: string } }>('noor', '/session');
  const { version } = await studio.read<{ version: number }>('noor', `/members/${noor.member.id}`);
  // So that the picture is the same at night.
  await studio.write('noor', 'PATCH', `/members/${noor.member.id}`, { quietHours: { from: '00:00', to: '00:00' } }, `"${version}"`);

  const mika = await studio.enter('mika', { viewport: { width: 820, height: 1000 } });
  const ask = mika.page.locator('cop-ask-the-community');
  await mika.goto('/team-coaching/questions');
  await ask.getByRole('button', { name: 'Ask a question' }).click();
  await ask.getByLabel('Seeking experience').check();
  await ask.getByLabel('Your question in one sentence').fill('How do I find a technical co-founder for my startup?');
  await ask.locator('[part~="similar"], [part~="people"]').first().waitFor();
  await cut(mika, ask, 'ask-form', 820);

  const { id } = await studio.write('mika', 'POST', '/questions', {
    kind: 'experience',
    title: 'How do you run the first one-on-one with somebody who was your peer?',
    body: 'I was made lead of the team last week. **We sat next to each other** for two years.',
    topics: ['One-on-ones'],
  });
  await mika.goto(`/team-coaching/questions?cop-ask=team-coaching/${id}`);
  await ask.locator('[part~="ladder"]').waitFor();
  await cut(mika, ask, 'ask-thread', 760);
  await mika.close();
}

async function resources(studio: Studio): Promise<void> {
  const mika = await studio.enter('mika', { viewport: { width: 900, height: 1000 }, colorScheme: 'dark' });
  const list = mika.page.locator('cop-resource-list');
  await mika.goto('/team-coaching/resources');
  await mika.rows('cop-resource-list');
  await cut(mika, list, 'resources-dark', 640);
  await list.getByRole('button', { name: 'Suggest one' }).click();
  await list.getByLabel('Address').fill('http://KeyValues.com/culture-queries/?utm_source=mail');
  await list.locator('[part~="already"] a').waitFor();
  await cut(mika, list, 'resources-already', 620);
  await mika.close();
}

async function members(studio: Studio): Promise<void> {
  const mika = await studio.enter('mika', { viewport: { width: 960, height: 900 } });
  const directory = mika.page.locator('cop-member-directory');
  await mika.goto('/team-coaching/members');
  await directory.getByRole('combobox', { name: 'What to search for' }).selectOption({ label: 'Who can help with…' });
  await directory.getByRole('searchbox').fill('data visualisation for a team that works remotely');
  await directory.locator('[part~="reason"], .why').first().waitFor();
  await cut(mika, directory, 'members-help', 560);

  await mika.goto('/handbook/one-on-ones');
  await mika.page.locator('cop-member >> [part~="name"]').first().click();
  await mika.page.locator('cop-member >> [part~="card"]').waitFor();
  await cut(mika, mika.page.locator('main'), 'member-card', 640);
  await mika.close();
}

async function feed(studio: Studio): Promise<void> {
  const noor = await studio.enter('noor', { viewport: { width: 760, height: 900 } });
  const list = noor.page.locator('cop-activity-feed');
  await noor.goto('/team-coaching/activity');
  await noor.rows('cop-activity-feed');
  await settle(noor);
  const me = await studio.read<{ member: { id: string } }>('noor', '/session');
  await studio.write('mika', 'POST', '/posts', { body: `The notes of yesterday are in the handbook, [@Noor](member:${me.member.id}).` });
  const { id } = await studio.write('sam', 'POST', '/questions', {
    kind: 'problem',
    title: 'Who takes over the retrospectives while I am away?',
    body: 'Three weeks in December.',
    topics: ['Retrospectives'],
  });
  await studio.write('mika', 'POST', `/questions/${id}/answers`, { body: 'I can do two of them.' });
  await noor.page.reload();
  await list.getByRole('button', { name: 'Catch up' }).click();
  await cut(noor, list, 'feed-catch-up', 640);
  await noor.close();
}

const studio = await Studio.open();
try {
  for (const take of [portalPages, resources, members, asking, feed]) await take(studio);
} finally {
  await studio.close();
}
