import { html, type TemplateResult } from 'lit';
import type { HelpReason, Member } from '../../contract/index.js';
import { itemLink } from '../../ui/item-link.js';
import type { CopMemberDirectory } from './member-directory.js';

/** Why someone was found, in words. */
export function reasons({ reasons: found = [] }: Member, host: CopMemberDirectory): TemplateResult {
  const { t, formats } = host.l;
  const topicsOf = (kind: HelpReason['kind']) =>
    found.flatMap((reason) => (reason.kind === kind && reason.topic ? [reason.topic.label] : []));
  const sentence = (kind: 'offer' | 'topic' | 'need') => {
    const labels = topicsOf(kind);
    return labels.length ? [html`<li><bdi>${t.because[kind](formats.list(labels))}</bdi></li>`] : [];
  };
  const helped = found.flatMap(({ question }) =>
    question ? [html`<li>${t.because.answered} ${itemLink(host, question, question.title ?? '')}</li>`] : [],
  );
  return html`<ul class="why" part="reasons">${[...sentence('offer'), ...sentence('topic'), ...sentence('need'), ...helped]}</ul>`;
}
