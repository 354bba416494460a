import type { Member, MemberPage } from '../contract/index.js';
import type { Http } from './http.js';
import { getMember } from './members.js';
import { Problem } from './problem.js';
import type { Read } from './read.js';

/** People that the endpoint tells of in one answer. */
const MOST = 100;

interface Waiting {
  resolve: (member: Member) => void;
  reject: (problem: unknown) => void;
}
const waiting = new WeakMap<Http, Map<string, Waiting[]>>();

/** Asks for all that were asked for in the same moment. Nobody's request ends it: others wait for the answer as well. */
async function askFor(http: Http, people: ReadonlyMap<string, readonly Waiting[]>): Promise<void> {
  try {
    const { items } = await http.json<MemberPage>('/members', { query: { id: [...people.keys()] } });
    for (const [id, those] of people) {
      const member = items.find((item) => item.id === id);
      for (const { resolve, reject } of those) {
        if (member) resolve(member);
        else reject(new Problem(404));
      }
    }
  } catch (error) {
    for (const { reject } of [...people.values()].flat()) reject(error);
  }
}

function together(http: Http, id: string): Promise<Member> {
  const open = waiting.get(http);
  const people = open ?? new Map<string, Waiting[]>();
  if (!open) {
    waiting.set(http, people);
    // A task later, so that all elements of the page that come up together have asked.
    setTimeout(() => {
      waiting.delete(http);
      const all = [...people];
      for (let from = 0; from < all.length; from += MOST) void askFor(http, new Map(all.slice(from, from + MOST)));
    });
  }
  return new Promise((resolve, reject) => people.set(id, [...(people.get(id) ?? []), { resolve, reject }]));
}

/** The same as `getMember`, in one request with all the others that are asked for at once. */
export const getPerson = (id: string): Read<Member> => ({ key: getMember(id).key, run: (http) => together(http, id) });
