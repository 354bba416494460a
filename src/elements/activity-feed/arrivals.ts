import type { Activity } from '../../contract/index.js';

/** Keeps back what comes while someone reads, so that nothing moves under them until they ask for it. */
export class Arrivals {
  /** Time of the newest act on screen, once the list stands still. */
  #top: number | undefined;

  /** Another list, or the reader asked for the new ones: show everything. */
  release = (): void => {
    this.#top = undefined;
  };

  /**
   * Splits a list, newest first, into what is kept back and what is on screen.
   * @param settled whether the list has been read to its end for now; what comes later is new
   * @param own whether an act is the reader’s own, which needs no telling
   */
  split(items: readonly Activity[], settled: boolean, own: (activity: Activity) => boolean): { held: Activity[]; shown: Activity[] } {
    const isNew = ({ published }: Activity) => this.#top !== undefined && Date.parse(published) > this.#top;
    const held = items.filter(isNew);
    const release = held.every(own);
    // Of all that is shown: an endpoint whose order is not quite by time would else have a row that is new for ever.
    if (items.length && release && (settled || this.#top !== undefined))
      this.#top = Math.max(...items.map(({ published }) => Date.parse(published)));
    return release ? { held: [], shown: [...items] } : { held, shown: items.filter((item) => !isNew(item)) };
  }
}
