/** What is shown keeps its place while somebody reads; what others add meanwhile waits until it is asked for. */
export class Steady<T extends { id: string }> {
  #order: string[] = [];
  #settled = false;
  #revealing = false;

  /**
   * Splits what the endpoint has now. `settled`: the first answer of this visit has come, so from here on nothing moves.
   * `welcome`: shown at once all the same, such as what the reader sent.
   */
  take(items: readonly T[], settled: boolean, welcome: (item: T) => boolean): { shown: T[]; waiting: T[] } {
    if (!this.#settled) this.#order = items.map(({ id }) => id);
    const known = new Set(this.#order);
    for (const item of items) if (!known.has(item.id) && (this.#revealing || welcome(item))) this.#order.push(item.id);
    this.#settled ||= settled;
    this.#revealing = false;
    const byId = new Map(items.map((item) => [item.id, item]));
    const shown = this.#order.flatMap((id) => byId.get(id) ?? []);
    const inOrder = new Set(this.#order);
    return { shown, waiting: items.filter(({ id }) => !inOrder.has(id)) };
  }

  /** Shows what waits, below what is there. */
  reveal(): void {
    this.#revealing = true;
  }
}
