import { css } from 'lit';

export const ladderStyles = css`
  .ladder {
    max-inline-size: 44em;
    margin-block: 0 var(--_space);
    margin-inline-start: 3.65em;
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    font-size: 0.9375em;
  }
  .ladder .subheading {
    padding: 0 0 0.25em;
    border: 0;
    font-size: 1em;
  }
  .ladder > :is(p, .row, button):first-child {
    margin-block-start: 0;
  }
  .ladder .quiet {
    margin-inline-start: -0.65em;
  }
  .ladder p {
    margin-block: 0.3em;
    text-wrap: pretty;
  }
  .ladder .who-asked {
    color: var(--_muted);
  }
  .ladder .row,
  .waits .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35em 0.75em;
    margin-block-start: 0.5em;
  }
  div.ladder {
    padding-block: 0;
    border: 0;
  }
  .ladder.for-me {
    padding-block: 0.75em;
    background: var(--_tint);
  }
  .ladder .found {
    margin-block: 0.5em;
  }
  .ladder .found li {
    display: flex;
    align-items: center;
    gap: 0.65em;
    padding-block: 0.4em;
    border-block-end: 1px solid var(--_line);
  }
  .ladder .found .who-is {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .ladder .found small {
    display: block;
    color: var(--_muted);
    font-size: 0.9333em;
  }
  .ladder .search {
    inline-size: 100%;
    margin-block-start: 0.35em;
  }
  .waits {
    margin-block: 0.75em 0;
    padding: 0.25em 0 0.75em 1em;
    border-inline-start: 3px solid var(--_accent);
    font-size: 0.9375em;
  }
  .waits:dir(rtl) {
    padding: 0.25em 1em 0.75em 0;
  }
  .waits li {
    padding-block: 0.35em;
  }
  .waits blockquote {
    margin: 0.25em 0;
    color: var(--_muted);
  }
  .why {
    margin-block: 0.25em 0;
    color: var(--_accent);
    font-size: 0.9375em;
  }
  @container (inline-size < 34em) {
    .ladder {
      margin-inline-start: 0;
    }
  }
  @media (pointer: coarse) {
    .ladder button,
    .waits button {
      min-block-size: 44px;
    }
  }
`;
