import { css } from 'lit';
import { bulkStyles } from '../../ui/bulk/bulk.styles.js';

export const bulkResourcesStyles = css`
  ${bulkStyles}
  .rows:not(.grid) > .resource:has(> .choose) {
    grid-template-columns: auto minmax(0, 1fr) auto;
    column-gap: 0.75em;
  }
  .rows:not(.grid) > .resource > .choose {
    grid-row: 1 / span 2;
    padding-block-start: 0.15em;
  }
  .rows:not(.grid) > .resource:has(> .choose) > :is(.title, .meta) {
    grid-column: 2;
  }
  .rows:not(.grid) > .resource:has(> .choose) > .used {
    grid-area: 1 / 3 / span 2;
  }
  .grid > .resource:has(> .choose) {
    position: relative;
  }
  .grid > .resource > .choose {
    position: absolute;
    z-index: 1;
    inset-block-start: calc(var(--_space) + 0.4em);
    inset-inline-start: 0.4em;
    display: grid;
    place-items: center;
    min-inline-size: 2em;
    min-block-size: 2em;
    border-radius: var(--_radius);
    background: light-dark(#fff, #1d2325);
  }
  .bulk .people {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    margin-block-start: 0.5em;
  }
  .bulk .row input[type='date'] {
    inline-size: auto;
  }
  @container cop (max-width: 30em) {
    .rows:not(.grid) > .resource:has(> .choose) {
      display: grid;
      grid-template: none / auto minmax(0, 1fr);
    }
    .rows:not(.grid) > .resource > .choose {
      grid-row: 1 / span 3;
    }
    .rows:not(.grid) > .resource:has(> .choose) > .used {
      grid-area: auto / 2;
    }
  }
`;
