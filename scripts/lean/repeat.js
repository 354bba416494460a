// Lit's repeat() for lists that mostly grow: what is gone goes, the rest moves only where its order is another.
import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { getCommittedValue, insertPart, removePart, setChildPartValue, setCommittedValue } from 'lit/directive-helpers.js';

class Repeat extends Directive {
  /** @type {unknown[]} */
  keys = [];

  /** @override @param {Iterable<unknown>} items @param {(item: any, index: number) => unknown} key @param {(item: any, index: number) => unknown} template */
  render(items, key, template) {
    this.keys = Array.from(items, key);
    return Array.from(items, template);
  }

  /** @override @param {any} part @param {[Iterable<unknown>, (item: any, index: number) => unknown, (item: any, index: number) => unknown]} args */
  update(part, args) {
    const before = this.keys;
    const values = this.render(...args);
    /** @type {any} */
    const committed = getCommittedValue(part);
    if (!Array.isArray(committed)) return values;
    /** @type {Map<unknown, any>} */
    const there = new Map();
    const kept = new Set(this.keys);
    before.forEach((key, i) => {
      // Of two with one key, as where a list moved between its pages, the first stays.
      if (kept.has(key) && !there.has(key)) there.set(key, committed[i]);
      else removePart(committed[i]);
    });
    const rest = [...there.keys()];
    let next = 0;
    const parts = this.keys.map((key, i) => {
      const inPlace = there.has(key) && key === rest[next];
      const child = inPlace ? there.get(key) : insertPart(part, there.get(rest[next]), there.get(key));
      there.delete(key);
      while (next < rest.length && !there.has(rest[next])) next++;
      return setChildPartValue(child, values[i]);
    });
    setCommittedValue(part, parts);
    return noChange;
  }
}

export const repeat = directive(Repeat);
