import { css } from 'lit';
import { bulkStyles } from '../../ui/bulk/bulk.styles.js';

export const bulkQuestionsStyles = css`
  ${bulkStyles}
  .question > label.choose {
    grid-column: 1;
    grid-row: span 4;
    padding-block-start: 0.2em;
    text-align: center;
  }
  @container cop (max-width: 26em) {
    .question:has(> .choose) {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      column-gap: 0.4em;
    }
  }
`;
