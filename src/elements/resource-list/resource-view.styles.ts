import { css } from 'lit';

export const viewStyles = css`
  .back {
    display: inline-block;
    margin-block-end: 0.75em;
    color: var(--_accent);
    font-size: 0.9375em;
    font-weight: 600;
  }
  .back::before {
    content: '‹ ' / '';
  }
  .item-title {
    inline-size: fit-content;
    font-family: var(--_heading-font);
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.012em;
    text-wrap: pretty;
  }
  .item-title:focus {
    outline: none;
  }
  .item-title:focus-visible {
    outline: 2px solid var(--_accent);
  }
  .item > .meta {
    margin-block: 0.4em 1em;
  }
  .go {
    margin-block: 0 1.1em;
  }
  .go .hint {
    padding-inline: 0.25em;
  }
  .item > .prose {
    margin-block-end: 1.1em;
  }
  .item > .topics {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    margin-block-end: 1.1em;
  }
  .item > .uses {
    margin-block-start: 1.1em;
    padding-block: 0.6em;
    border-block: 1px solid var(--_line);
  }
  .facts {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.3em 1.25em;
    margin: 0 0 0.3em;
    font-size: 0.9375em;
  }
  .facts dt {
    color: var(--_muted);
  }
  .facts dd {
    margin: 0;
  }
  .item [part='source'] a {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .part-heading {
    margin-block: 1.5em 0.25em;
    font-size: 1.0625em;
    font-weight: 600;
  }
  .tried li {
    padding-block: 0.45em;
    border-block-end: 1px solid var(--_line);
    font-size: 0.9375em;
  }
  .item .actions > button:first-child {
    margin-inline-start: -0.7em;
  }
  @media (pointer: coarse) {
    .back {
      padding-block: 0.6em;
    }
  }
  @container cop (max-width: 26em) {
    .facts {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .facts dd {
      margin-block-end: 0.5em;
    }
    .go {
      align-items: stretch;
      flex-direction: column;
    }
  }
`;
