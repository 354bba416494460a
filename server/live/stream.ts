/** How much may wait for a slow reader, in bytes, before it is dropped; it resumes where it was. */
const LONGEST_QUEUE = 256 * 1024;
const encoder = new TextEncoder();

/** One event in the wire format (WHATWG HTML, section 9.2.6). JSON has no line breaks of its own. */
export const sseEvent = (id: number, event: string, data: unknown) => `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** The sending end of one client's stream. */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #wake: (() => void) | undefined;
  readonly #onEnd: () => void;

  /** @param onEnd called once, when either side has ended the stream */
  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (this.#controller = controller),
        pull: () => this.#wake?.(),
        cancel: () => this.#ended(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: LONGEST_QUEUE }),
    );
  }

  get open(): boolean {
    return this.#controller !== undefined;
  }

  send(text: string): void {
    if (!this.#controller) return;
    if ((this.#controller.desiredSize ?? 0) <= 0) return this.drop();
    this.#controller.enqueue(encoder.encode(text));
  }

  /** Resolves when half of the queue is free, or the stream has ended: for whoever has much to send at once. */
  async drained(): Promise<void> {
    while (this.#controller && (this.#controller.desiredSize ?? 0) < LONGEST_QUEUE / 2) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** Ends the stream after what waits in it. */
  close(): void {
    const controller = this.#controller;
    this.#ended();
    controller?.close();
  }

  /** Breaks the connection: its reader has stopped reading, so it would never see an orderly end. */
  drop(): void {
    const controller = this.#controller;
    this.#ended();
    controller?.error(new Error('The reader of a live stream was too slow.'));
  }

  #ended(): void {
    if (!this.#controller) return;
    this.#controller = undefined;
    this.#wake?.();
    this.#onEnd();
  }
}
