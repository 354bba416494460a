import { css } from 'lit';

/** Head, buttons, fields, chips, rows, states: what all elements are made of. */
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
    flex: 1 1 14em;
    min-inline-size: 0;
  }
  input:not([type='checkbox'], [type='radio'], [type='file']),
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
  .rows > li {
    padding-block: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  .rows[aria-busy='true'] {
    opacity: 0.6;
    transition: opacity 140ms ease-out 200ms;
  }
  .title {
    margin: 0;
    font: inherit;
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.35;
    letter-spacing: -0.005em;
    text-wrap: pretty;
  }
  .clamp {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .accent {
    color: color-mix(in oklab, var(--_accent) 85%, currentColor);
    font-weight: 600;
  }
  .good {
    color: var(--_good);
    font-weight: 600;
  }
  .bad {
    color: var(--_bad);
  }
  .notice {
    margin-block: 0.75em;
    padding: 0.6em 0.85em;
    border-inline-start: 3px solid var(--_accent);
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    background: var(--_tint);
    font-size: 0.9375em;
  }
  .notice.wrong {
    border-color: var(--_bad);
    background: color-mix(in oklab, var(--_bad) 9%, transparent);
  }
  .notice code {
    display: block;
    margin-block-start: 0.4em;
    font-family: ui-monospace, monospace;
    font-size: 0.875em;
    white-space: pre-wrap;
  }
  .empty {
    padding-block: 1.75em;
    color: var(--_muted);
    text-align: center;
    text-wrap: balance;
  }
  .empty button {
    margin-block-start: 0.5em;
  }
  .foot {
    display: flex;
    justify-content: center;
    padding-block: 0.75em;
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
  .meta .hint,
  .hint .hint,
  .hint .quiet {
    color: inherit;
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
  .bone {
    display: block;
    block-size: 0.9em;
    border-radius: 0.3em;
    background: var(--_soft);
  }
  @media (prefers-reduced-motion: no-preference) {
    .bone {
      animation: cop-bone 1.4s ease-in-out infinite alternate;
    }
    @keyframes cop-bone {
      to {
        background: var(--_line);
      }
    }
  }
  .avatar {
    flex: none;
    background: light-dark(oklch(91% 0.045 var(--_hue)), oklch(37% 0.055 var(--_hue)));
    color: light-dark(oklch(33% 0.06 var(--_hue)), oklch(93% 0.03 var(--_hue)));
    display: inline-grid;
    place-items: center;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    object-fit: cover;
    font-size: 0.9em;
    font-weight: 600;
    line-height: 1;
    overflow: hidden;
  }
  .hue-0 {
    --_hue: 20;
  }
  .hue-1 {
    --_hue: 60;
  }
  .hue-2 {
    --_hue: 105;
  }
  .hue-3 {
    --_hue: 150;
  }
  .hue-4 {
    --_hue: 195;
  }
  .hue-5 {
    --_hue: 240;
  }
  .hue-6 {
    --_hue: 285;
  }
  .hue-7 {
    --_hue: 330;
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
  @container cop (max-width: 26em) {
    .head .count {
      order: 3;
      flex-basis: 100%;
    }
    .search {
      flex-basis: 100%;
    }
  }
`;
