/** A set of numeric ids in one bit each: a site's 80 million posts take 10 MB. */
export class IdSet {
  #bits = new Uint8Array(1024);
  /** Ids below zero are few (the dump's own "Community" user is -1). */
  readonly #negative = new Set<number>();

  add(id: number): void {
    if (id < 0) return void this.#negative.add(id);
    const byte = id >>> 3;
    if (byte >= this.#bits.length) {
      const larger = new Uint8Array(Math.max(byte + 1, this.#bits.length * 2));
      larger.set(this.#bits);
      this.#bits = larger;
    }
    this.#bits[byte] = (this.#bits[byte] ?? 0) | (1 << (id & 7));
  }

  has(id: number): boolean {
    if (id < 0) return this.#negative.has(id);
    return ((this.#bits[id >>> 3] ?? 0) & (1 << (id & 7))) !== 0;
  }
}

/** Numbers by numeric id, in four bytes each. 0 stands for none. */
export class IdMap {
  #numbers = new Int32Array(1024);

  set(id: number, value: number): void {
    if (id >= this.#numbers.length) {
      const larger = new Int32Array(Math.max(id + 1, this.#numbers.length * 2));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[id] = value;
  }

  get(id: number): number {
    return this.#numbers[id] ?? 0;
  }
}
