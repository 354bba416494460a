import { css } from 'lit';

export const careStyles = css`
  .review {
    margin-block-start: 0.9em;
  }
  .care {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
    margin-block: 0.25em 1.1em;
  }
  .care > button {
    padding-inline: 0.65em;
    border: 1px solid var(--_line);
    font-size: 0.875em;
    font-weight: 500;
  }
  .care > [aria-pressed='true'] {
    border-color: transparent;
    background: var(--_tint);
    font-weight: 600;
  }
  .care > .notice {
    flex-basis: 100%;
  }
  .care-form {
    margin-block: 0.5em 1em;
  }
  .care-form .people {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    margin-block-start: 0.5em;
  }
  .state .actions {
    margin-block-start: 0.4em;
  }
  .endorsers {
    margin-block: 0.6em;
    font-size: 0.9375em;
  }
  .endorsers li {
    padding-block: 0.15em;
  }
  .endorsers q {
    color: var(--_muted);
  }
`;
