import { css } from 'lit';

/** Head, buttons, fields and chips: what people press and fill. */
export const controls = css`
  h2,
  h3,
  h4,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25em 0.75em;
    margin-block-end: 0.9em;
  }
  .heading {
    margin: 0;
    font: inherit;
    font-family: var(--_heading-font);
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.012em;
    overflow-wrap: break-word;
    text-wrap: pretty;
  }
  .count,
  .meta {
    color: var(--_muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
  }
  .push {
    margin-inline-start: auto;
  }
  .menu-box {
    position: relative;
    float: inline-end;
    margin-inline-start: auto;
  }
  .push ~ .push,
  .push ~ .menu-box {
    margin-inline-start: 0;
  }
  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    min-block-size: 2.4em;
    padding: 0.4em 0.7em;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_accent);
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.25;
    cursor: pointer;
    transition: background-color 140ms ease-out;
  }
  button:hover,
  .button:hover {
    background: var(--_tint);
    text-decoration: none;
  }
  .primary,
  .primary:hover {
    padding-inline: 0.95em;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .primary:hover {
    background: color-mix(in oklab, var(--_accent) 88%, currentColor);
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .quiet {
    color: var(--_muted);
    font-weight: 500;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    margin-block-end: 0.25em;
  }
  .search {
    flex: 1 1 17em;
    min-inline-size: 0;
  }
  input:not(:where([type='checkbox'], [type='radio'], [type='file'])),
  textarea,
  select {
    inline-size: 100%;
    min-block-size: 2.6em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
    font-size: 0.9375em;
  }
  select {
    inline-size: auto;
    max-inline-size: 100%;
  }
  option {
    color: canvastext;
    background: canvas;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  [aria-invalid='true'] {
    border-color: var(--_bad);
  }
  .chip,
  select.chip {
    min-block-size: 2.3em;
    padding: 0.3em 0.8em;
    border: 1px solid var(--_line);
    border-radius: 2em;
    color: inherit;
    font-size: 0.875em;
    font-weight: 400;
  }
  .chip[aria-pressed='true'],
  .chip.on {
    border-color: transparent;
    background: var(--_tint);
    color: color-mix(in oklab, var(--_accent) 82%, currentColor);
    font-weight: 600;
  }
  .label {
    display: block;
    margin-block: 1em 0.3em;
    font-size: 0.9375em;
    font-weight: 600;
  }
  .hint {
    color: var(--_muted);
    font-size: 0.875em;
  }
  /* Muted once is enough to be read. */
  :is(.meta, .hint, .by, .clamp, .empty, blockquote) > * {
    --_muted: currentColor;
  }
  :is(.meta, .hint, .by) :is(.hint, .quiet) {
    font-size: 1em;
  }
  .error {
    color: var(--_bad);
    font-size: 0.875em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    margin-block-start: 0.9em;
  }
  @media (pointer: coarse) {
    button,
    .button,
    input,
    select,
    .chip,
    select.chip {
      min-block-size: 44px;
    }
  }
  /* What can be done stands beside the heading; what follows has a line of its own. */
  @container cop (max-width: 40em) {
    .head {
      column-gap: 0.5em;
    }
    .head:has(> .heading) {
      justify-content: end;
    }
    .heading {
      flex: 1 1 4em;
    }
    .heading ~ .count {
      order: 3;
      flex: 1 1 70%;
    }
    .heading ~ .menu-box {
      order: 3;
    }
  }
  @container cop (max-width: 26em) {
    .search {
      flex-basis: 100%;
    }
  }
`;
