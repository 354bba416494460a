import { css } from 'lit';

export const styles = css`
  .profile-form {
    max-inline-size: 44em;
  }
  .profile-form fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .profile-form fieldset {
    margin-block-start: 1em;
  }
  .profile-form legend {
    margin-block-start: 0;
    padding: 0;
  }
  .profile-form .wide {
    inline-size: 100%;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: 1.25em;
  }
  .seen {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 0.25em 0.5em;
    margin-block-start: 0.3em;
  }
  .seen select.chip {
    min-block-size: 2em;
    padding-block: 0.1em;
  }
  .offer {
    margin-inline-start: -0.7em;
    text-align: start;
  }
  .removable::after {
    content: '×' / '';
  }
  .link-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.35em;
    padding-block: 0.35em;
  }
  .link-row > .error,
  .link-row > input {
    grid-column: 1 / -1;
  }
  .link-row > select {
    order: -2;
    inline-size: 100%;
  }
  .link-row > button {
    order: -1;
    min-inline-size: 2.6em;
    font-size: 1.1em;
  }
  .add-link {
    margin-inline-start: -0.7em;
  }
  .choice {
    display: flex;
    align-items: baseline;
    gap: 0.6em;
    padding-block: 0.3em;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    accent-color: var(--_accent);
  }
  .choice .hint {
    display: block;
  }
  .days,
  .times,
  .asks {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.9em;
  }
  .times {
    margin-block: 0.35em;
  }
  .time {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
  }
  .profile-form .time input,
  .profile-form .asks input {
    inline-size: auto;
  }
  .profile-form .asks input {
    max-inline-size: 6em;
  }
  .listed {
    margin-block-start: 1em;
  }
  .differs {
    margin-block-start: 0.4em;
  }
  .differs > span {
    white-space: pre-line;
  }
  .form-name:focus-visible {
    outline-offset: 2px;
  }
  @container cop (min-width: 34em) {
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .link-row {
      grid-template-columns: 10em minmax(0, 1.4fr) minmax(0, 1fr) auto;
      align-items: center;
    }
    .link-row > input {
      grid-column: auto;
    }
    .link-row > select,
    .link-row > button {
      order: 0;
    }
  }
  @media (pointer: coarse) {
    .choice {
      align-items: center;
      min-block-size: 44px;
    }
    .choice input {
      inline-size: 1.4em;
      block-size: 1.4em;
      min-block-size: 0;
    }
  }
`;
