import { css } from 'lit';

export const styles = css`
  .tools,
  .kinds,
  .chosen {
    margin-block-end: 0.6em;
  }
  .kinds,
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }
  .chosen {
    min-block-size: 2em;
  }
  .chip {
    font-variant-numeric: tabular-nums;
  }
  .chip i {
    font-style: normal;
    font-weight: 400;
    opacity: 0.8;
  }
  .down::after {
    content: '▾' / '';
  }
  .removable::after {
    content: '×' / '';
  }
  .layout {
    display: flex;
  }
  .layout button {
    min-inline-size: 2.3em;
    padding: 0.4em;
    color: var(--_muted);
  }
  .layout [aria-pressed='true'] {
    color: var(--_accent);
  }
  .layout svg {
    inline-size: 1.15em;
    fill: currentColor;
  }
  .resource {
    display: grid;
    grid-template: auto 1fr / minmax(0, 1fr) auto;
    gap: 0.1em 1.25em;
  }
  .used {
    grid-row: span 2;
    max-inline-size: 12em;
    color: var(--_muted);
    font-size: 0.8125em;
    text-align: end;
    text-wrap: pretty;
    font-variant-numeric: tabular-nums;
  }
  .used b {
    display: block;
    font-size: 1.05em;
    font-weight: 600;
  }
  .used .good {
    color: var(--_good);
  }
  .resource .meta {
    grid-column: 1;
    align-content: start;
  }
  .meta .open {
    font-weight: 400;
  }
  .resource > .bone {
    inline-size: 62%;
    margin-block: 0.2em 0.28em;
  }
  .resource > .bone.meta {
    inline-size: 38%;
    margin-block: 0.34em 0.25em;
  }
  .open::after {
    content: ' ↗' / '';
  }
  .open[download]::after {
    content: ' ↓' / '';
  }
  .new {
    inline-size: 100%;
    margin-block: 0.4em;
    background: var(--_tint);
  }
  .shelf {
    min-block-size: 3.1em;
    margin-block-end: 0.3em;
  }
  .meta b {
    font-weight: 600;
  }
  .rows.compact > .resource {
    padding-block: 0.35em;
  }
  .compact .title {
    font-size: 1em;
  }
  .compact .meta > :not(:first-child, b, .open),
  .compact .used bdi {
    display: none;
  }
  @media print {
    .tools,
    .kinds,
    .shelf,
    .new {
      display: none;
    }
    .resource {
      break-inside: avoid;
    }
  }
  @media (pointer: coarse) {
    .open {
      padding-block: 0.7em;
    }
  }
  @container cop (max-width: 30em) {
    .layout {
      display: none;
    }
    .resource {
      display: block;
    }
    .used {
      max-inline-size: none;
      margin-block: 0.1em;
      text-align: start;
    }
    .used b {
      display: inline;
      margin-inline-end: 0.5em;
    }
  }
`;
