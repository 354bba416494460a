import { css } from 'lit';

export const styles = css`
  .back {
    margin-inline-start: -0.7em;
    margin-block-end: 0.5em;
  }
  .back::before {
    content: '‹' / '';
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 0.5em 1em;
  }
  .who .avatar {
    inline-size: 3.4em;
    block-size: 3.4em;
    font-size: 1.2em;
  }
  .who .about {
    flex: 1 1 13em;
  }
  .who .mark {
    font-size: 0.7em;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: 3em;
  }
  section {
    margin-block-start: 1.4em;
  }
  .subheading {
    margin-block-end: 0.3em;
    font-size: 0.875em;
    font-weight: 600;
    color: var(--_muted);
  }
  .chip.soft {
    border-color: transparent;
    background: var(--_soft);
  }
  .chip.soft:hover {
    background: var(--_tint);
  }
  .profile .tags {
    margin-block-start: 0;
  }
  .deeds .hint {
    white-space: nowrap;
  }
  .item {
    font-weight: 600;
  }
  .deeds > li {
    unicode-bidi: plaintext;
    padding-block: 0.4em;
    border-block-end: 1px solid var(--_line);
  }
  .profile > p:last-child {
    margin-block-start: 1.75em;
  }
  @container cop (min-width: 44em) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 17em);
    }
  }
`;
