import { css } from 'lit';

export const formStyles = css`
  .resource-form .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    margin: 0 0 0.5em;
    padding: 0;
    border: 0;
  }
  .resource-form .ways legend {
    padding: 0;
  }
  .ways .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    cursor: pointer;
  }
  .ways .chip:has(:checked) {
    border-color: transparent;
    background: var(--_tint);
    font-weight: 600;
  }
  .ways .chip:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .ways .chip input {
    margin: 0;
    min-block-size: 0;
    outline: none;
    accent-color: var(--_accent);
  }
  .drop {
    position: relative;
    padding: 1em;
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
    text-align: center;
    transition: background-color 140ms ease-out;
  }
  .over .drop {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .drop .button {
    cursor: pointer;
  }
  .drop:has(:focus-visible) .button {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .sending {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    margin-block-start: 0.5em;
    font-size: 0.9375em;
  }
  .sending progress {
    flex: 1 1 8em;
    accent-color: var(--_accent);
  }
  .resource-form > .heading {
    margin-block-end: 0.75em;
  }
  .resource-form :is(.hint, .error) {
    margin-block-start: 0.25em;
  }
  .more-facts {
    margin-block-start: 1em;
  }
  .more-facts summary {
    padding-block: 0.3em;
    color: var(--_accent);
    font-size: 0.9375em;
    font-weight: 600;
    cursor: pointer;
  }
  @media (pointer: coarse) {
    .more-facts summary {
      min-block-size: 44px;
      padding-block: 0.6em;
    }
  }
`;
