import { Channel, type Client, type LiveSource } from './channel.js';
import { EventStream, sseEvent } from './stream.js';

export interface LiveOptions {
  heartbeatMs: number;
  retryMs: number;
  /** Streams that one person may have at a time; many tabs share one in the library. */
  perPerson: number;
  /** Streams from one address; a whole organisation may sit behind it. */
  perAddress: number;
}
export const liveDefaults: LiveOptions = { heartbeatMs: 15_000, retryMs: 2000, perPerson: 20, perAddress: 500 };

export class TooManyStreams extends Error {
  override name = 'TooManyStreams';
}

const PRUNE_MS = 10 * 60_000;

/**
 * The live side of one server process: one LISTEN, one reader of the log a community, any number of clients.
 * The log in the database is what happened; a notification only says “look”. So several processes need nothing but the database.
 */
export class LiveHub {
  readonly #channels = new Map<string, Channel>();
  readonly #streams = new Set<EventStream>();
  readonly #counts = new Map<string, number>();
  readonly #timers: NodeJS.Timeout[] = [];
  #listening: Promise<() => Promise<void>> | undefined;
  #closed = false;

  constructor(
    private readonly source: LiveSource,
    private readonly options: LiveOptions = liveDefaults,
  ) {}

  /** Starts to listen; streams do so by themselves. */
  start(): Promise<unknown> {
    if (!this.#listening) {
      this.#listening = this.source.listen((communityId) => this.#wake(communityId));
      this.#timers.push(
        setInterval(() => this.#beat(), this.options.heartbeatMs),
        setInterval(() => void this.source.prune().catch((error: unknown) => this.source.failed(error)), PRUNE_MS),
      );
      for (const timer of this.#timers) timer.unref();
    }
    return this.#listening;
  }

  /** How many streams are open. */
  get size(): number {
    return this.#streams.size;
  }

  /**
   * Opens a stream of what happens in a community from now on, or after `lastEventId`.
   * @throws TooManyStreams
   */
  async open(communityId: string, viewer: string | null, address: string, lastEventId?: string): Promise<ReadableStream<Uint8Array>> {
    const release = this.#take(viewer, address);
    const stream = new EventStream(() => {
      release();
      this.#streams.delete(stream);
      this.#leave(communityId, client);
    });
    const client: Client = { stream, viewer, seq: 0 };
    this.#streams.add(stream);
    try {
      await this.start();
      const bounds = await this.source.bounds();
      stream.send(`retry: ${this.options.retryMs}\n\n`);
      client.seq = begin(stream, bounds, lastEventId);
      // Not awaited: what was missed flows while the response is already open.
      void this.#join(this.#channel(communityId, bounds.last), client);
    } catch (error) {
      stream.drop();
      throw error;
    }
    return stream.body;
  }

  /** Ends all streams in order; their clients come back to another process, or to this one when it is up again. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    for (const stream of [...this.#streams]) stream.close();
    await (
      await this.#listening
    )?.();
  }

  #channel(communityId: string, seq: number): Channel {
    let channel = this.#channels.get(communityId);
    if (!channel) this.#channels.set(communityId, (channel = new Channel(communityId, this.source, seq)));
    return channel;
  }

  async #join(channel: Channel, client: Client): Promise<void> {
    channel.joining += 1;
    try {
      await channel.join(client);
    } catch (error) {
      client.stream.drop();
      this.source.failed(error);
    } finally {
      channel.joining -= 1;
    }
    // Something may have been written between reading the bounds and making the channel.
    channel.wake();
    this.#forgetIdle(channel);
  }

  #leave(communityId: string, client: Client): void {
    const channel = this.#channels.get(communityId);
    channel?.clients.delete(client);
    if (channel) this.#forgetIdle(channel);
  }

  #forgetIdle(channel: Channel): void {
    if (channel.idle) this.#channels.delete(channel.communityId);
  }

  #wake(communityId: string): void {
    if (communityId === '') for (const channel of this.#channels.values()) channel.wake();
    else this.#channels.get(communityId)?.wake();
  }

  /** Keeps connections open through proxies, and looks at the log in case a notification was lost. */
  #beat(): void {
    for (const stream of this.#streams) stream.send(':\n\n');
    this.#wake('');
  }

  #take(viewer: string | null, address: string): () => void {
    const limits: [string, number][] = [[`address ${address}`, this.options.perAddress]];
    if (viewer !== null) limits.push([`member ${viewer}`, this.options.perPerson]);
    if (this.#closed || limits.some(([key, most]) => (this.#counts.get(key) ?? 0) >= most)) throw new TooManyStreams();
    for (const [key] of limits) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    return () => {
      for (const [key] of limits) {
        const left = (this.#counts.get(key) ?? 1) - 1;
        if (left > 0) this.#counts.set(key, left);
        else this.#counts.delete(key);
      }
    };
  }
}

/**
 * Says where the stream begins: `ready` where nothing is missing, `reset` where the log does not reach back (or forward: another
 * database) to what the client has. Either carries an id, so that a client that loses its connection at once resumes from here.
 */
function begin(stream: EventStream, { first, last }: { first: number; last: number }, lastEventId: string | undefined): number {
  const asked = lastEventId === undefined ? last : /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : NaN;
  const known = asked >= first - 1 && asked <= last;
  const seq = known ? asked : last;
  stream.send(sseEvent(seq, known ? 'ready' : 'reset', {}));
  return seq;
}
