import { css } from 'lit';

/** A message, its comments, and the field it is written in. */
export const postStyles = css`
  .writing {
    margin-block-end: 1.25em;
  }
  .post .heading {
    margin-block: 0.6em 0.4em;
  }
  .post .heading:focus-visible {
    outline-offset: 4px;
  }
  .post > .by {
    display: flex;
    align-items: center;
    gap: 0.6em;
  }
  .post > .by .avatar {
    inline-size: 2.1em;
    block-size: 2.1em;
    font-size: 0.85em;
  }
  .post .body {
    margin-block: 0.9em;
  }
  .post .topics {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
    margin-block: 0.75em;
  }
  .post .topics li {
    padding: 0.15em 0.55em;
    border-radius: 0.35em;
    background: var(--_soft);
    font-size: 0.8125em;
  }
  .pictures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
    gap: 0.5em;
    margin-block: 0.75em;
  }
  .pictures a {
    display: block;
    overflow: hidden;
    aspect-ratio: 4 / 3;
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .pictures img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .pictures li:only-child a {
    max-inline-size: 36em;
  }
  .files {
    margin-block: 0.75em;
  }
  .files a {
    color: var(--_accent);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .files li {
    padding-block: 0.25em;
  }
  .post .read-on {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .subheading {
    margin-block: 1.6em 0.3em;
    font-size: 1em;
    font-weight: 600;
  }
  .restored {
    margin: 0;
  }
  .theirs {
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--_line);
  }
`;
