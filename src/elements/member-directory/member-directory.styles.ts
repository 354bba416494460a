import { css } from 'lit';

export const styles = css`
  .members {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 21em), 1fr));
    column-gap: 2.5em;
  }
  .member {
    display: flex;
    gap: 0.75em;
  }
  .about {
    flex: 1;
    min-inline-size: 0;
  }
  .mark {
    display: inline-block;
    color: var(--_muted);
    font-size: 0.775em;
    font-weight: 400;
  }
  /* “7 members” keeps its order where the page runs the other way. */
  .count,
  .mark {
    unicode-bidi: plaintext;
  }
  .brief {
    white-space: nowrap;
  }
  .facts {
    color: var(--_muted);
    font-size: 0.9375em;
    text-wrap: pretty;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em 0.35em;
    margin-block-start: 0.35em;
  }
  .tag {
    padding: 0.1em 0.55em;
    border: 1px solid transparent;
    border-radius: 0.35em;
    background: var(--_soft);
    font-size: 0.8125em;
  }
  .need {
    border-color: var(--_line);
    background: none;
  }
  .why {
    margin-block-start: 0.35em;
    font-size: 0.9375em;
    text-wrap: pretty;
  }
  .why .item {
    font-weight: 600;
  }
  .chosen {
    margin-block-start: 0.5em;
    gap: 0.35em;
  }
  .chosen .chip::after {
    content: '×' / '';
    font-size: 1.15em;
  }
  .pages {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.25em 0.75em;
    padding-block: 0.75em;
  }
  .bones {
    display: grid;
    flex: 1;
    gap: 0.5em;
  }
  .bones .bone:nth-child(2) {
    inline-size: 70%;
  }
  .bones .bone:nth-child(3) {
    inline-size: 45%;
  }
  @media (forced-colors: active) {
    .tag {
      border-color: currentColor;
    }
  }
`;
