import { css } from 'lit';

export const styles = css`
  .question {
    display: grid;
    grid-template-columns: 3.4em minmax(0, 1fr);
    gap: 0.1em 0.9em;
  }
  .question > .score {
    grid-row: span 4;
    padding-block-start: 0.1em;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .score b {
    display: block;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.2;
  }
  .score small {
    color: var(--_muted);
    font-size: 0.75em;
    overflow-wrap: normal;
  }
  .question > :not(.score) {
    grid-column: 2;
  }
  .question:not(:has(> .score, > .choose)) {
    display: block;
  }
  .question .clamp {
    margin-block-start: 0.15em;
  }
  .question .meta {
    margin-block-start: 0.4em;
  }
  .answered::before {
    content: '✓ ' / '';
  }
  .tools .search {
    flex-basis: 100%;
  }
  .tools select {
    field-sizing: content;
  }
  .tools select:last-child {
    margin-inline-start: auto;
  }
  .tools .set {
    border-color: transparent;
    background: var(--_tint);
    font-weight: 600;
  }
  .new {
    inline-size: 100%;
    margin-block: 0.4em;
    background: var(--_tint);
  }
  @container cop (min-width: 54em) {
    .tools .search {
      flex-basis: 14em;
    }
  }
  @container cop (max-width: 26em) {
    .question {
      display: block;
    }
    .question > .score {
      display: none;
    }
  }
  .chip .n {
    color: var(--_accent);
    font-variant-numeric: tabular-nums;
  }
  .waits-room {
    min-block-size: 6em;
  }
  .why-room {
    min-block-size: 1.4em;
    margin-block: 0.25em 0;
  }
`;
