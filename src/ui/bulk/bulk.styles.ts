import { css } from 'lit';

export const bulkStyles = css`
  .bulk {
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    max-block-size: 70vh;
    margin-block: 0.5em;
    padding: 0.6em 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: light-dark(#fff, #1d2325);
    color: light-dark(#1a1f21, #e9edee);
    font-size: 0.9375em;
    overflow: auto;
  }
  .bulk .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
  }
  .bulk .row .push {
    margin-inline-start: auto;
  }
  .bulk .row button {
    margin-inline-start: -0.5em;
    padding-inline: 0.5em;
  }
  .bulk form {
    max-inline-size: 40em;
    margin-block-start: 0.5em;
  }
  .bulk progress {
    flex: 1 1 8em;
    max-inline-size: 24em;
    accent-color: var(--_accent);
  }
  .bulk .n {
    font-variant-numeric: tabular-nums;
  }
  .bulk fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .bulk legend {
    padding: 0;
  }
  .bulk .one input {
    accent-color: var(--_accent);
  }
  .bulk [aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
  .bulk button.wrong {
    border: 1px solid;
    color: var(--_bad);
  }
  .bulk .one {
    display: flex;
    align-items: baseline;
    gap: 0.6em;
    padding-block: 0.3em;
  }
  .bulk [aria-expanded='true'] {
    background: var(--_tint);
  }
  #bulk-heading:focus {
    outline: none;
  }
  .choose {
    min-inline-size: 1.6em;
    cursor: pointer;
    user-select: none;
  }
  .choose input {
    inline-size: 1.15em;
    block-size: 1.15em;
    accent-color: var(--_accent);
    cursor: inherit;
  }
  .rows > li:has(> .choose :checked) {
    background: linear-gradient(var(--_tint), var(--_tint));
    box-shadow:
      0.5em 0 var(--_tint),
      -0.5em 0 var(--_tint);
  }
  .rows > li:not([class]):has(> .choose) {
    display: flex;
    gap: 0.75em;
  }
  /* What is open is what counts where there is little room. */
  @container cop (max-width: 30em) {
    .tasks:has([aria-expanded='true']) button:not([aria-expanded='true']) {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .choose {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
    .rows > li > .choose input {
      margin: 0.2em 10px;
    }
  }
  @media (forced-colors: active) {
    .bulk [aria-expanded='true'] {
      outline: 1px solid;
    }
    .rows > li:has(.choose :checked) {
      outline: 1px solid Highlight;
    }
  }
`;
