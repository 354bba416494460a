import { css } from 'lit';

/** Rows, notices, empty and loading states, avatars: what people read. */
export const rows = css`
  .rows > li {
    padding-block: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  .rows[aria-busy='true'] {
    opacity: 0.6;
    transition: opacity 140ms ease-out 200ms;
  }
  .title {
    margin: 0;
    font: inherit;
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.35;
    letter-spacing: -0.005em;
    text-wrap: pretty;
  }
  .clamp {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .accent {
    color: color-mix(in oklab, var(--_accent) 85%, currentColor);
    font-weight: 600;
  }
  .good {
    color: var(--_good);
    font-weight: 600;
  }
  .bad {
    color: var(--_bad);
  }
  .notice {
    margin-block: 0.75em;
    padding: 0.6em 0.85em;
    border-inline-start: 3px solid var(--_accent);
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    background: var(--_tint);
    font-size: 0.9375em;
  }
  .notice.wrong {
    border-color: var(--_bad);
    background: color-mix(in oklab, var(--_bad) 9%, transparent);
  }
  .notice code {
    display: block;
    margin-block-start: 0.4em;
    font-family: ui-monospace, monospace;
    font-size: 0.875em;
    white-space: pre-wrap;
  }
  .empty {
    padding-block: 1.75em;
    color: var(--_muted);
    text-align: center;
    text-wrap: balance;
  }
  .empty button {
    margin-block-start: 0.5em;
  }
  .foot {
    display: flex;
    justify-content: center;
    padding-block: 0.75em;
  }
  .bone {
    display: block;
    block-size: 0.9em;
    border-radius: 0.3em;
    background: var(--_soft);
  }
  @media (prefers-reduced-motion: no-preference) {
    /* Only where it takes a while, and as one layer: what moves costs the frames in which the rows would come. */
    [part='skeleton'] {
      animation: cop-wait 1.2s ease-in-out 0.6s infinite alternate;
    }
    @keyframes cop-wait {
      to {
        opacity: 0.5;
      }
    }
  }
  .avatar {
    flex: none;
    background: light-dark(oklch(91% 0.045 var(--_hue)), oklch(37% 0.055 var(--_hue)));
    color: light-dark(oklch(33% 0.06 var(--_hue)), oklch(93% 0.03 var(--_hue)));
    display: inline-grid;
    place-items: center;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    object-fit: cover;
    font-size: 0.9em;
    font-weight: 600;
    line-height: 1;
    overflow: hidden;
  }
  .hue-0 {
    --_hue: 20;
  }
  .hue-1 {
    --_hue: 60;
  }
  .hue-2 {
    --_hue: 105;
  }
  .hue-3 {
    --_hue: 150;
  }
  .hue-4 {
    --_hue: 195;
  }
  .hue-5 {
    --_hue: 240;
  }
  .hue-6 {
    --_hue: 285;
  }
  .hue-7 {
    --_hue: 330;
  }
`;
