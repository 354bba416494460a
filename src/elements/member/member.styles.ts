import { css } from 'lit';

/** The name in the text: as the text is set, with a mark that there is more. */
export const styles = css`
  :host {
    display: inline;
  }
  .who,
  .who:hover {
    display: inline;
    min-block-size: 0;
    padding: 0;
    border-radius: 0.15em;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    line-height: inherit;
    text-align: start;
    text-decoration: underline dotted 1px color-mix(in oklab, currentColor 60%, transparent);
    text-underline-offset: 0.2em;
    white-space: normal;
    overflow-wrap: anywhere;
    anchor-name: --cop-member;
  }
  .who:hover,
  .who[aria-expanded='true'] {
    text-decoration: underline 1px;
  }
  .who .avatar {
    inline-size: 1.35em;
    block-size: 1.35em;
    margin-inline-end: 0.3em;
    font-size: 1em;
    vertical-align: -0.3em;
  }
  .who span.avatar {
    font-size: 0.6em;
    inline-size: 2.25em;
    block-size: 2.25em;
    vertical-align: -0.25em;
  }
  @media print {
    .who {
      display: inline !important;
      text-decoration: none;
    }
  }
`;
