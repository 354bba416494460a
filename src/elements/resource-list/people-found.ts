import { html, type TemplateResult } from 'lit';
import type { Member, MemberPage } from '../../contract/index.js';
import { QueryController } from '../../controllers/query-controller.js';
import { listMembers } from '../../data/lists.js';
import type { CopResourceList } from './resource-list.js';

/** Members whom what somebody types may mean. */
export class PeopleFound {
  readonly #query: QueryController<MemberPage>;

  constructor(
    private readonly host: CopResourceList,
    private readonly typed: () => string,
  ) {
    this.#query = new QueryController<MemberPage>(
      host,
      () => host.found.value,
      () => (this.#text.length > 1 ? { ...listMembers({ q: this.#text, limit: 5 }), keep: false } : null),
      true,
    );
  }

  get #text(): string {
    return this.typed().trim();
  }

  dispose(): void {
    this.host.removeController(this.#query);
  }

  /** Those found, to choose one; `more`: other choices before them. */
  show(label: string, choose: (member: Member) => void, more: unknown = ''): TemplateResult {
    const { value } = this.#query;
    const found = value.state === 'ready' && this.#text ? value.data.items : [];
    return html`<div class="people" role="group" aria-label=${label}>
      ${more}
      ${found.map((member) => html`<button type="button" class="chip" part="chip" @click=${() => choose(member)}><bdi>${member.name}</bdi></button>`)}
    </div>`;
  }
}
