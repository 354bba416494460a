import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** How a person works: one journey is told once, and gone by mouse and again by keyboard alone. */
export interface Hand {
  /** Presses a button, follows a link, ticks a box. */
  press(target: Locator): Promise<void>;
  /** Ticks a box with all between it and the one before. */
  through(target: Locator): Promise<void>;
  /** Takes back what was just done: by the button that offers it, or the key. */
  undo(button: Locator): Promise<void>;
  /** Writes into a field, in place of what stands there. */
  write(field: Locator, text: string): Promise<void>;
  /** Takes one of several: an entry of a list to choose from, or one of a group of choices. */
  choose(target: Locator, option?: string): Promise<void>;
}

const mouse = (): Hand => ({
  press: (target) => target.click(),
  through: (target) => target.click({ modifiers: ['Shift'] }),
  undo: (button) => button.click(),
  write: (field, text) => field.fill(text),
  choose: async (target, option) => {
    if (option === undefined) await target.check();
    else await target.selectOption({ label: option });
  },
});

/** More stops than any page here has: beyond, Tab does not get there. */
const MOST_STOPS = 400;

const hasFocus = (target: Locator) => target.evaluate((element) => element.matches(':focus'));

/** Goes on with Tab until the target has the focus. */
async function reach(page: Page, target: Locator, there = () => hasFocus(target)): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await there()) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not reach ${String(target)}`);
}

/** Of a group of choices one has a stop; arrows go to the others. */
async function chooseOf(page: Page, target: Locator): Promise<void> {
  const inGroup = () =>
    target.evaluate((radio: HTMLInputElement) => {
      const focused = (radio.getRootNode() as ShadowRoot | Document).activeElement;
      return focused instanceof HTMLInputElement && focused.type === 'radio' && focused.name === radio.name;
    });
  await reach(page, target, inGroup);
  for (let choice = 0; choice < 20 && !(await hasFocus(target)); choice++) await page.keyboard.press('ArrowDown');
  assert.ok(await hasFocus(target), 'arrows reach the choice');
  if (!(await target.isChecked())) await page.keyboard.press('Space');
}

const keyboard = (page: Page): Hand => ({
  press: async (target) => {
    await reach(page, target);
    const isBox = await target.evaluate((element) => element.matches('input[type="checkbox"], summary'));
    await page.keyboard.press(isBox ? 'Space' : 'Enter');
  },
  through: async (target) => {
    await reach(page, target);
    await page.keyboard.press('Shift+Space');
  },
  undo: async (button) => {
    await button.waitFor();
    await page.keyboard.press('ControlOrMeta+Z');
  },
  write: async (field, text) => {
    await reach(page, field);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
  },
  choose: async (target, option) => {
    if (option === undefined) return chooseOf(page, target);
    await reach(page, target);
    await page.keyboard.type(option);
    return undefined;
  },
});

export const HANDS: Record<string, (page: Page) => Hand> = { 'by mouse': mouse, 'by keyboard alone': keyboard };
