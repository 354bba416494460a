import { css } from 'lit';

export const careStyles = css`
  .care {
    margin-block: 0.75em;
    padding: 0.25em 0.9em 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    font-size: 0.9375em;
  }
  .meta > .care {
    flex: 1 0 100%;
    color: inherit;
  }
  .unhelped,
  .queue-hint {
    flex: 1 0 100%;
  }
  .care .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
  }
  .care .row button {
    padding-inline: 0.5em;
    margin-inline-start: -0.5em;
  }
  .care input + ul {
    margin-block-start: 0.4em;
  }
  .care li > button {
    inline-size: calc(100% + 1em);
    justify-content: start;
    margin-inline: -0.5em;
    padding-inline: 0.5em;
    font-weight: 500;
    text-align: start;
    text-wrap: pretty;
  }
  .care small {
    font-weight: 400;
    white-space: nowrap;
  }
`;
