import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { QuestionKind } from '../../contract/index.js';
import type { AskingMessages } from '../../i18n/en/asking.js';

/*
 * What each kind of question is asked for beside its text. The parts become sections of the text itself, so that every reader, search,
 * export and other back end has them; they are kept by name as well, so that the form comes back as it was filled in.
 */

export type PartName = keyof AskingMessages['parts'];
export type Parts = Partial<Record<PartName, string>>;

/** The optional parts of each kind, in the order of the text. */
export const PARTS: Record<QuestionKind, readonly PartName[]> = {
  problem: ['tried', 'good'],
  information: ['need', 'until'],
  experience: ['hear'],
  development: ['link', 'means'],
};
/** Said in the line of their label. */
const SHORT: readonly PartName[] = ['until', 'link'];

/** The sections that the parts make; '' where all are empty. */
function sections(kind: QuestionKind, parts: Parts, t: AskingMessages): string {
  return PARTS[kind]
    .flatMap((name) => {
      const text = parts[name]?.trim();
      if (!text) return [];
      const value = name === 'link' ? `<${text}>` : text;
      return SHORT.includes(name) ? [`\n\n**${t.parts[name]}:** ${value}`] : [`\n\n**${t.parts[name]}**\n\n${value}`];
    })
    .join('');
}

/** The whole text, and the parts that are in it. */
export function compose(
  kind: QuestionKind,
  main: string,
  parts: Parts,
  t: AskingMessages,
): { body: string; details: Record<string, string> } {
  const filled = PARTS[kind].flatMap((name) => (parts[name]?.trim() ? [[name, parts[name].trim()] as const] : []));
  return { body: main.trim() + sections(kind, parts, t), details: Object.fromEntries(filled) };
}

/** The text as the form shows it: apart again, where it still says what the parts say, in whatever language; else all in one. */
export function takeApart(
  { kind, body, details }: { kind: QuestionKind | null; body: string; details?: Record<string, string> | undefined },
  languages: readonly AskingMessages[],
): { main: string; parts: Parts } {
  const parts: Parts = { ...details };
  if (kind && Object.keys(parts).length)
    for (const t of languages) {
      const end = sections(kind, parts, t);
      if (end && body.endsWith(end)) return { main: body.slice(0, -end.length), parts };
    }
  return { main: body, parts: {} };
}

/** Fields for the parts of a kind. */
export function partFields(
  kind: QuestionKind,
  { parts, error, t, set }: { parts: Parts; error: string | undefined; t: AskingMessages; set: (change: Parts) => void },
): TemplateResult {
  const input = (name: PartName, event: Event) => set({ [name]: (event.target as HTMLInputElement).value });
  const field = (name: PartName) => {
    const value = live(parts[name] ?? '');
    const id = `part-${name}`;
    if (name === 'until') return html`<input id=${id} type="date" .value=${value} @input=${(e: Event) => input(name, e)} />`;
    if (name === 'link')
      return html`<input id=${id} type="url" dir="ltr" autocomplete="off" aria-invalid=${error ? 'true' : 'false'} aria-describedby="part-error" .value=${value} @input=${(e: Event) => input(name, e)} />
        <p class="error" id="part-error">${error}</p>`;
    return html`<textarea id=${id} dir="auto" rows="2" .value=${value} @input=${(e: Event) => input(name, e)}></textarea>`;
  };
  return html`<fieldset class="parts" part="details">
    <legend class="hint">${t.more}</legend>
    ${PARTS[kind].map((name) => html`<label class="label" for="part-${name}">${t.labels[name]}</label>${field(name)}`)}
  </fieldset>`;
}
