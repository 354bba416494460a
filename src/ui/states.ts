import { html, nothing, type TemplateResult } from 'lit';
import type { PagesController } from '../controllers/query-controller.js';
import type { Page } from '../data/read.js';
import type { Problem } from '../data/problem.js';
import type { CommonMessages } from '../i18n/en/common.js';

/** The problem in the reader's words; the endpoint's own detail where it is about what was written. */
export const problemText = (t: CommonMessages, problem: Problem): string =>
  problem.kind === 'invalid' || problem.kind === 'conflict'
    ? `${t.problem[problem.kind]} ${problem.fields[0]?.detail ?? problem.message}`
    : t.problem[problem.kind];

/** A heading of a level that the page chooses. */
export function heading(level: number, text: unknown, name = 'heading'): TemplateResult {
  return html`<div class=${name} part=${name} role="heading" aria-level=${Math.min(6, Math.max(1, level))}>${text}</div>`;
}

/** Rows of the final size, so that nothing shifts when the real ones come. */
export const skeleton = (t: CommonMessages, rows: number, bone: () => TemplateResult): TemplateResult =>
  html`<div role="status"><span class="hidden">${t.loading}</span></div>
    <ul class="rows" part="skeleton" aria-hidden="true">
      ${Array.from({ length: rows }, () => html`<li>${bone()}</li>`)}
    </ul>`;

/** What went wrong, in other words where they are given, and a button to try again where that may help. */
export const failure = (t: CommonMessages, problem: Problem, retry: () => void, text = t.problem[problem.kind]): TemplateResult =>
  html`<div class="empty" part="error" role="alert">
    <p>${problem.kind === 'forbidden' ? t.noPermission : text}</p>
    ${problem.kind === 'forbidden' || problem.kind === 'not-found' ? nothing : html`<button type="button" @click=${retry}>${t.retry}</button>`}
  </div>`;

/** Why the rows may be old; nothing where they are not. */
export const aged = (t: CommonMessages, problem: Problem | null): TemplateResult | typeof nothing =>
  problem ? html`<p class="notice" part="notice">${problem.kind === 'offline' ? t.oldRows : t.problem[problem.kind]}</p>` : nothing;

interface ListStates<P extends Page<unknown>> {
  pages: PagesController<P>;
  t: CommonMessages;
  /** Rows to keep room for. */
  size: number;
  bone: () => TemplateResult;
  rows: (items: P['items']) => TemplateResult;
  empty: () => TemplateResult;
  /** Called with the number of rows that came, to announce them. */
  onMore?: (count: number) => void;
  /** The first new row, where rows are not one for each item. */
  firstNew?: (before: number) => Element | null | undefined;
}

/** A list in any of its states: loading, failed, empty, or its rows with “show more”. */
export function list<P extends Page<unknown>>({ pages, t, size, bone, rows, empty, onMore, firstNew }: ListStates<P>): unknown {
  const { value } = pages;
  if (value.state === 'idle' || value.state === 'loading') return skeleton(t, size, bone);
  if (value.state === 'error') return failure(t, value.problem, pages.retry);
  const { items, skipped, most, first } = pages;
  const step = first?.items.length ?? 0;
  const shown = pages.cut(items);
  const more = async (event: Event) => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    const next = skipped + shown.length;
    // What was loaded already only comes back.
    if (next === items.length) await pages.more();
    const end = Math.min(pages.items.length, next + step);
    onMore?.(end - next);
    pages.skipTo(end - most);
    // Focus goes to the first new row, where reading goes on.
    requestAnimationFrame(() => {
      const row = firstNew ? firstNew(next) : root.querySelector(`.rows > :nth-child(${next - pages.skipped + 1})`);
      row?.querySelector<HTMLElement>('a, button')?.focus();
    });
  };
  const button = (text: string, press: (event: Event) => void) =>
    html`<div class="foot"><button type="button" part="more" ?disabled=${pages.loadingMore} @click=${press}>${pages.loadingMore ? t.loading : text}</button></div>`;
  return html`${aged(t, value.problem)}
  ${skipped ? button(t.previous, () => pages.skipTo(skipped - step)) : nothing} ${items.length ? rows(shown) : empty()}
  ${pages.hasMore || skipped + most < items.length ? button(t.more, more) : nothing}`;
}
