import { css } from 'lit';

export const shelfStyles = css`
  .shelf-row {
    display: flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 2.6em;
    overflow-x: auto;
    scrollbar-width: thin;
    overflow-wrap: normal;
  }
  .shelf-row > * {
    flex: none;
  }
  .shelf-row a {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
  }
  .shelf-row .accent {
    margin-inline-start: 0.35em;
    font-size: 0.875em;
  }
  .shelf-row a small,
  .collections small {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .collections li,
  .collection li {
    padding-block: 0.8em;
    border-block-end: 1px solid var(--_line);
  }
  .collection .item-note {
    margin-block-end: 0.2em;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .collection .arranging {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.4em 0.6em;
  }
  .arranging[draggable='true'] .grip {
    cursor: grab;
    color: var(--_muted);
  }
  .arranging.dragged {
    opacity: 0.5;
  }
  .arranging input {
    grid-column: 2 / -1;
  }
  .collection-text {
    margin-block: 0.3em 0.8em;
  }
  .collection-form label.check {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    margin-block-start: 0.8em;
  }
  @media (pointer: coarse) {
    .shelf-row a {
      min-block-size: 44px;
    }
  }
`;
