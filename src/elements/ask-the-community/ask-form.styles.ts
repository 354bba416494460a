import { css } from 'lit';
import { threadStyles } from './thread.styles.js';

export const formStyles = css`
  ${threadStyles}
  .ask-form {
    max-inline-size: 46em;
  }
  .kinds {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
    gap: 0.5em;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .kinds legend {
    padding: 0;
  }
  .kind {
    display: flex;
    align-items: flex-start;
    gap: 0.65em;
    padding: 0.65em 0.8em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .kind:hover {
    background: var(--_soft);
  }
  .kind:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .kind:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .kind input {
    flex: none;
    margin: 0.3em 0 0;
    min-block-size: 0;
    outline: none;
    accent-color: var(--_accent);
  }
  .kind b {
    display: block;
    font-size: 0.9375em;
    font-weight: 600;
  }
  .parts {
    margin: 0.75em 0 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .parts legend {
    padding: 0;
  }
  .parts .label {
    margin-block-start: 0.6em;
    font-weight: 500;
  }
  .parts [type='date'] {
    inline-size: auto;
  }
  .parts .error:empty {
    margin: 0;
  }
  .context,
  [part='anonymous'].kind {
    margin-block-start: 1em;
  }
  .kinds .error {
    grid-column: 1 / -1;
  }
  .ask-form .hint,
  .ask-form .error {
    margin-block-start: 0.3em;
  }
  .kind .hint {
    margin: 0;
  }
  .similar {
    margin-block: 0.75em;
    padding: 0.7em 0.9em;
    border-inline-start: 3px solid var(--_accent);
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    background: var(--_tint);
  }
  .similar .label {
    margin-block-start: 0;
  }
  .similar li {
    padding-block: 0.3em;
    font-size: 0.9375em;
  }
  .similar a {
    color: var(--_accent);
    font-weight: 600;
  }
  .ask-form > .actions {
    margin-block-start: 1.4em;
  }
`;
