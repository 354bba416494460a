import { css } from 'lit';

export const missingStyles = css`
  .meant button {
    min-block-size: 0;
    padding: 0 0.3em;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .ways-on {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.25em 0.5em;
  }
  .request-form {
    color: inherit;
    text-align: start;
  }
  .looked-for {
    margin-block-start: 0.5em;
  }
  .looked-for li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25em 0.75em;
    padding-block: 0.6em;
    border-block-end: 1px solid var(--_line);
  }
  .looked-for li > div {
    flex: 1 1 12em;
  }
`;
