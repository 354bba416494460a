import type { LogEntry } from '../store/log.js';
import { sseEvent, type EventStream } from './stream.js';

/** What the hub needs of the rest of the server. */
export interface LiveSource {
  /** Calls back when something was written to a community's log; with '' when it may have missed something. */
  listen(wake: (communityId: string) => void): Promise<() => Promise<void>>;
  read(communityId: string, after: number, limit: number): Promise<LogEntry[]>;
  bounds(): Promise<{ first: number; last: number }>;
  /** The event of each entry, as a viewer sees it; `viewers` are all who will ask. The same object for all who see the same. */
  render(
    communityId: string,
    entries: LogEntry[],
    viewers: ReadonlySet<string>,
  ): Promise<(entry: LogEntry, viewer: string | null) => LiveEvent>;
  prune(): Promise<void>;
  failed(error: unknown): void;
}
export interface LiveEvent {
  event: 'activity' | 'change';
  data: unknown;
}

export interface Client {
  stream: EventStream;
  viewer: string | null;
  /** The number of the last entry this client has. */
  seq: number;
}

const PAGE = 100;

/** One community's clients, and how far its log has been given to them. */
export class Channel {
  readonly clients = new Set<Client>();
  /** Who is still being brought up to date; with the clients, the reason to keep the channel. */
  joining = 0;
  #woken = false;
  #pumping = false;

  constructor(
    readonly communityId: string,
    private readonly source: LiveSource,
    public seq: number,
  ) {}

  get idle(): boolean {
    return this.clients.size === 0 && this.joining === 0;
  }

  /** Gives the clients what is new. Woken while at it, it looks once more. */
  wake(): void {
    this.#woken = true;
    if (!this.#pumping) void this.#pump();
  }

  async #pump(): Promise<void> {
    this.#pumping = true;
    try {
      while (this.#woken) {
        this.#woken = false;
        const entries = await this.source.read(this.communityId, this.seq, PAGE);
        const last = entries.at(-1);
        if (!last) continue;
        if (entries.length === PAGE) this.#woken = true;
        // From here on to the clients of this moment; whoever joins now reads these entries by itself.
        const clients = [...this.clients];
        this.seq = last.seq;
        await this.#give(entries, clients);
      }
    } catch (error) {
      this.source.failed(error);
    } finally {
      this.#pumping = false;
    }
  }

  async #give(entries: LogEntry[], clients: readonly Client[]): Promise<void> {
    try {
      const viewers = new Set(clients.flatMap((client) => client.viewer ?? []));
      const render = await this.source.render(this.communityId, entries, viewers);
      for (const entry of entries) {
        const texts = new Map<LiveEvent, string>();
        for (const client of clients) {
          if (entry.seq <= client.seq) continue;
          const live = render(entry, client.viewer);
          const text = texts.get(live) ?? sseEvent(entry.seq, live.event, live.data);
          texts.set(live, text);
          client.seq = entry.seq;
          client.stream.send(text);
        }
      }
    } catch (error) {
      // They come back with the last id they have, and miss nothing.
      for (const client of clients) client.stream.drop();
      throw error;
    }
  }

  /** Brings a client up to date by itself, then lets it share the rest: no await lies between its last entry and the others'. */
  async join(client: Client): Promise<void> {
    while (client.stream.open && client.seq < this.seq) {
      const entries = await this.source.read(this.communityId, client.seq, PAGE);
      if (entries.length === 0) break;
      await this.#give(entries, [client]);
      await client.stream.drained();
    }
    if (!client.stream.open) return;
    client.seq = Math.max(client.seq, this.seq);
    this.clients.add(client);
  }
}
