import { css } from 'lit';

export const styles = css`
  .act {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 0.75em;
    font-size: 0.9375em;
  }
  .act > .avatar {
    inline-size: 2.1em;
    block-size: 2.1em;
    font-size: 0.85em;
  }
  .rows > .act {
    padding-block: calc(0.85 * var(--_space));
  }
  .told > p {
    text-wrap: pretty;
  }
  .told > .bone {
    margin-block: 0.3em 0.6em;
  }
  .bone + .bone {
    inline-size: 60%;
  }
  .told a,
  .told b {
    font-weight: 600;
  }
  .told .meta a,
  .told .clamp {
    font-weight: 400;
  }
  .act .clamp {
    -webkit-line-clamp: 2;
  }
  .act .meta {
    min-block-size: 1.9em;
    gap: 0 0.75em;
  }
  .reactions {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35em;
  }
  .small {
    min-block-size: 1.75em;
    padding: 0 0.6em;
    font-size: 1em;
    font-weight: 500;
  }
  .meta > .small:last-child,
  .reactions > .small:not(.chip) {
    margin-inline-start: -0.6em;
  }
  .reactions > .chip + .small:not(.chip) {
    margin-inline-start: 0;
  }
  .small b {
    font-weight: 600;
  }
  .groups {
    inline-size: 15em;
  }
  .link {
    block-size: 4.3em;
  }
  .inner {
    margin-block-start: 0.35em;
  }
  .inner > .act {
    padding-block: 0.5em;
    font-size: 1em;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    padding-block-start: 0.75em;
    color: var(--_muted);
    font-size: 0.8125em;
  }
  .ways a {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  @container cop (max-width: 26em) {
    .tools {
      gap: 0.35em;
    }
    .tools .chip {
      padding-inline: 0.6em;
    }
  }
  @media (pointer: coarse) {
    .small,
    .small.chip {
      min-block-size: 44px;
    }
    .ways a {
      padding-block: 0.75em;
    }
  }
`;
