import { css } from 'lit';

/** Written text and the field it is written in. */
export const proseStyles = css`
  .prose {
    max-inline-size: 70ch;
  }
  .prose > :is(p, ul, ol, pre, blockquote, table, h3, h4, h5, h6) {
    margin-block: 0 0.75em;
  }
  .prose > :last-child {
    margin-block-end: 0;
  }
  .prose .plain {
    white-space: pre-line;
  }
  .prose a,
  .preview a {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  /* Somebody named whom the page does not show. */
  .prose a[data-member]:not([href]) {
    color: inherit;
    font-weight: 600;
    text-decoration: none;
  }
  .prose :is(h3, h4, h5, h6) {
    font-size: 1em;
    font-weight: 600;
  }
  .prose ul {
    padding-inline-start: 1.4em;
    list-style: disc;
  }
  .prose ol {
    padding-inline-start: 1.6em;
    list-style: decimal;
  }
  .prose blockquote {
    margin-inline: 0;
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--_line);
    color: var(--_muted);
  }
  .prose :is(code, kbd, pre) {
    font-family: ui-monospace, 'Cascadia Code', Menlo, monospace;
    font-size: 0.9em;
  }
  .prose pre {
    overflow-x: auto;
    padding: 0.75em 0.9em;
    border-radius: var(--_radius);
    background: var(--_soft);
    white-space: pre;
  }
  .prose img {
    max-inline-size: 100%;
    block-size: auto;
  }
  .prose table {
    display: block;
    overflow-x: auto;
    border-collapse: collapse;
  }
  .prose :is(th, td) {
    padding: 0.3em 0.7em;
    border: 1px solid var(--_line);
    text-align: start;
  }
  .compose-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0 0.75em;
    margin-block: 1em 0.3em;
  }
  .compose-bar .label {
    margin: 0;
    padding-block: 0.4em;
  }
  .composer textarea {
    display: block;
    resize: vertical;
    field-sizing: content;
    min-block-size: 8em;
    max-block-size: 32em;
    line-height: 1.5;
  }
  .composer > .hint,
  .composer > .error {
    margin-block-start: 0.3em;
  }
  .tool svg {
    inline-size: 1.15em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
  }
  .remark .compose-bar {
    margin-block: 0.5em 0;
  }
  .remark textarea {
    min-block-size: 4em;
  }
  .preview {
    min-block-size: 8em;
    padding: 0.6em 0.75em;
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em;
  }
  .tool {
    min-inline-size: 2.4em;
    padding-inline: 0.3em;
    color: inherit;
    font-weight: 400;
  }
  @container cop (max-width: 26em) {
    .compose-bar .label {
      flex-basis: 100%;
    }
  }
  @media print {
    .prose a[href^='http']::after,
    a[part~='url']::after {
      content: ' (' attr(href) ')';
      font-size: 0.85em;
      overflow-wrap: anywhere;
    }
  }
`;
