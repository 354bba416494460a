import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Member } from '../../contract/index.js';
import { putGroups } from '../../data/account.js';
import { listMembers } from '../../data/lists.js';
import { getMember } from '../../data/members.js';
import account from '../../i18n/en/account.js';
import { Localize } from '../../i18n/localize.js';
import { Unfit } from '../../ui/bulk/bulk-run.js';
import { BulkView, type Task } from '../../ui/bulk/bulk-view.js';
import { GROUPS } from '../../ui/limits.js';
import { choice } from '../../ui/tools.js';
import type { CopMemberDirectory } from './member-directory.js';

type Groups = Member['groups'];
const alike = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;

/** What stewards do with several members: into a group or cohort, and out of it. */
export default class BulkMembers extends BulkView<CopMemberDirectory, Member> {
  private readonly a = new Localize(this.host, 'account', account);
  #out = false;
  #name = '';
  #role = '';
  #leave = '';
  /** Groups that are there already, to complete what is typed. */
  #known: readonly string[] = [];

  protected override get words() {
    return this.b.t.members;
  }

  protected override reread(id: string) {
    return getMember(id);
  }

  protected override clear(): void {
    this.#name = this.#role = '';
  }

  protected override tasks(): Task[] {
    return [{ id: 'groups', text: this.b.t.members.groups, form: () => this.#form(), open: () => void this.#learn() }];
  }

  async #learn(): Promise<void> {
    // Without completions one can still type.
    const page = await this.host.cop.read(listMembers({ facets: true, limit: 1 })).catch(() => null);
    this.#known = page?.facets?.group.map(({ value }) => value) ?? [];
    this.changed();
  }

  #form(): TemplateResult {
    const t = this.b.t.members;
    const ways = [
      ['in', t.putIn],
      ['out', t.takeOut],
    ] as const;
    const way = choice<'in' | 'out'>(
      t.what,
      this.#out ? 'out' : 'in',
      ways,
      this.put((to) => (this.#out = to === 'out')),
    );
    return this.#out ? this.#outForm(way) : this.#inForm(way);
  }

  #inForm(way: TemplateResult): TemplateResult {
    const t = this.b.t.members;
    const write = (keep: (text: string) => void) => (event: Event) => this.put(keep)((event.target as HTMLInputElement).value);
    const fields = html`<p>${way}</p>
      <label class="label" for="bulk-group">${t.group}</label>
      <input id="bulk-group" type="text" dir="auto" maxlength="100" autocomplete="off" list="bulk-known" .value=${live(this.#name)} @input=${write((text) => (this.#name = text))} />
      <datalist id="bulk-known">${this.#known.map((name) => html`<option value=${name}></option>`)}</datalist>
      <label class="label" for="bulk-role">${this.a.t.roleText}</label>
      <input id="bulk-role" type="text" dir="auto" maxlength="60" autocomplete="off" .value=${live(this.#role)} @input=${write((text) => (this.#role = text))} />`;
    return this.form(fields, t.putInNow(this.chosen.length), () => this.#in(), { ready: () => Boolean(this.#name.trim()) });
  }

  #outForm(way: TemplateResult): TemplateResult {
    const t = this.b.t.members;
    const counts = new Map<string, number>();
    for (const { name } of this.chosen.flatMap(({ groups }) => groups)) counts.set(name, (counts.get(name) ?? 0) + 1);
    const groups = [...counts].sort(([a], [b]) => a.localeCompare(b, this.b.formats.lang));
    if (!counts.has(this.#leave)) this.#leave = groups[0]?.[0] ?? '';
    const options = groups.map(([name, n]) => [name, t.withCount(name, n)] as const);
    const which = groups.length
      ? choice(
          t.fromWhich,
          this.#leave,
          options,
          this.put((name) => (this.#leave = name)),
        )
      : html`<span class="hint">${t.inNone}</span>`;
    const does = t.takeOutNow(counts.get(this.#leave) ?? 0);
    return this.form(html`<p class="row">${way} ${which}</p>`, does, () => this.#takeOut(), { ready: () => groups.length > 0 });
  }

  #in(): Promise<unknown> {
    const typed = this.#name.trim().replace(/\s+/g, ' ');
    const name = this.#known.find((known) => alike(known, typed)) ?? typed;
    const role = this.#role.trim() || null;
    return this.#set(
      (groups) => {
        const there = groups.find((group) => group.name === name);
        if (there && (!role || there.role === role)) return null;
        if (there) return groups.map((group) => (group === there ? { name, role } : group));
        if (groups.length >= GROUPS) throw new Unfit(this.b.t.members.full(GROUPS));
        return [...groups, { name, role }];
      },
      (n) => this.b.t.members.areIn(n, name),
    );
  }

  #takeOut(): Promise<unknown> {
    const name = this.#leave;
    const without = (groups: Groups) => {
      const rest = groups.filter((group) => group.name !== name);
      return rest.length < groups.length ? rest : null;
    };
    return this.#set(without, (n) => this.b.t.members.areOut(n, name));
  }

  #set(change: (groups: Groups) => Groups | null, said: (n: number) => string): Promise<unknown> {
    const steps = this.chosen.map((item) => ({
      item,
      write: ({ id, version, groups, viewer }: Member) => {
        const after = change(groups);
        if (after && !viewer.can.includes('groups')) throw new Unfit(this.host.common.t.problem.forbidden);
        return after && putGroups(id, version, after);
      },
      undo: ({ groups }: Member, { id, version }: Member) => putGroups(id, version, groups),
    }));
    return this.go(steps, { said });
  }
}
