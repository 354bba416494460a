import { css } from 'lit';

export const threadStyles = css`
  .back {
    display: inline-block;
    padding-block: 0.35em;
    color: var(--_accent);
    font-size: 0.9375em;
    font-weight: 600;
  }
  .thread-title {
    max-inline-size: 44em;
    margin-block: 0.35em 0.5em;
    outline-offset: 0.3em;
  }
  .thread-title:focus:not(:focus-visible) {
    outline: none;
  }
  .thread-title .title {
    font-family: var(--_heading-font);
    font-size: 1.5em;
    line-height: 1.25;
    letter-spacing: -0.015em;
  }
  .bone.wide {
    inline-size: 80%;
    block-size: 1.8em;
  }
  .about {
    margin-block: 0.6em 1.1em;
  }
  .topics {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
  }
  .topics .chip {
    min-block-size: 1.9em;
    padding-block: 0.15em;
    font-size: 1em;
  }
  .post {
    --_pad: calc(var(--_space) * 1.25);
    position: relative;
    min-block-size: 6.2em;
    padding-block-end: var(--_pad);
    padding-inline-start: 3.65em;
  }
  .answer {
    min-block-size: 7.5em;
    padding-block-start: var(--_pad);
    border-block-start: 1px solid var(--_line);
  }
  .answer:focus-visible,
  .comments li:focus-visible {
    border-radius: 0.25em;
  }
  .answer:focus:not(:focus-visible) {
    outline: none;
  }
  .subheading {
    padding-block: calc(var(--_space) * 1.25) 0.5em;
    border-block-start: 1px solid var(--_line);
    font-size: 1.0625em;
    font-weight: 600;
  }
  .subheading:empty {
    display: none;
  }
  #answers + .answer {
    --_pad: 1.1em;
    padding-block-start: 0.25em;
    border: 0;
  }
  .votes {
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: -0.35em;
    display: flex;
    flex-direction: column;
    align-items: center;
    inline-size: 2.75em;
    font-variant-numeric: tabular-nums;
  }
  .answer .votes {
    inset-block-start: calc(var(--_pad) - 0.35em);
  }
  #answers + .answer .votes {
    inset-block-start: -0.1em;
  }
  .votes button {
    inline-size: 2.5em;
    min-block-size: 2em;
    padding: 0;
    border-radius: 2em;
    color: var(--_edge);
  }
  .votes svg {
    inline-size: 1.1em;
    fill: currentColor;
  }
  .votes button[aria-pressed='true'] {
    background: var(--_tint);
    color: var(--_accent);
  }
  .votes .sum {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
    white-space: nowrap;
  }
  .votes small {
    color: var(--_muted);
    font-size: 0.75em;
  }
  .votes .sum:first-child {
    margin-block-start: 0.35em;
  }
  .votes .back {
    color: var(--_bad);
  }
  .text {
    min-inline-size: 0;
  }
  .bones {
    display: grid;
    gap: 0.6em;
    padding-block: 0.3em;
  }
  .bones :last-child {
    inline-size: 60%;
  }
  .mark {
    margin-block-end: 0.35em;
    font-size: 0.9375em;
  }
  .mark::before {
    content: '✓ ' / '';
  }
  .facts {
    margin-block-start: 0.9em;
  }
  .who {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    color: var(--_strong, inherit);
    font-weight: 600;
  }
  .who .hint {
    font-weight: 400;
  }
  .who .avatar {
    inline-size: 2.1em;
    block-size: 2.1em;
    font-size: 0.8em;
  }
  .confirm {
    font-size: 0.875em;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.25em;
  }
  .uses > .confirm,
  .uses > .confirm button {
    font-size: 1em;
  }
  .comments .confirm,
  .comments .confirm button,
  .more-comments {
    font-size: 0.9333em;
  }
  .confirm .wrong {
    color: var(--_bad);
  }
  .comments {
    margin-block: 0.35em;
    padding-inline-start: 0.9em;
    border-inline-start: 2px solid var(--_line);
    font-size: 0.9375em;
  }
  .comments li {
    padding-block: 0.4em;
  }
  .comments .by {
    display: inline;
    margin-inline-start: 0.4em;
    color: var(--_muted);
    font-size: 0.9333em;
  }
  .comments .by button {
    min-block-size: 1.7em;
    padding: 0 0.4em;
    font-size: 1em;
  }
  .thread .use-form,
  .thread .text-box,
  .answer-form .text-box {
    max-inline-size: 46em;
  }
  .answer-form {
    padding-block-start: calc(var(--_space) * 0.5);
    border-block-start: 1px solid var(--_line);
  }
  .answer-form > .hint {
    margin-block-start: 0.75em;
  }
  .reading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
  }
  .merged {
    margin-block: 0.75em;
    padding-inline-start: 0.9em;
    border-inline-start: 2px solid var(--_line);
    font-size: 0.9375em;
  }
  .merged summary {
    font-weight: 600;
    cursor: pointer;
  }
  .about a,
  .facts a {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .restored {
    margin-block-start: 0.5em;
  }
  .theirs {
    margin-block: 0.9em;
    padding: 0 0.9em 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  @media (pointer: coarse) {
    .comments .by button,
    .votes button,
    .topics .chip {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }
  @container cop (max-width: 26em) {
    .thread-title .title {
      font-size: 1.3em;
    }
    .post,
    .answer {
      min-block-size: 0;
      padding-inline-start: 0;
    }
    .votes {
      position: static;
      flex-direction: row;
      inline-size: auto;
      gap: 0.25em;
      margin-inline-start: -0.6em;
    }
    .votes .sum:first-child {
      margin-inline-start: 0.6em;
    }
  }
`;
