import { css } from 'lit';

/**
 * What every element starts from. Font, colour, background and scheme are the page's; lines and fills are mixed from
 * the text colour, and one accent. A host sets the public `--cop-…` tokens; elements read the private `--_…` ones.
 */
export const tokens = css`
  :host {
    display: block;
    --_accent: var(--cop-accent, light-dark(#0b5d66, #6fd0d6));
    --_on-accent: var(--cop-on-accent, light-dark(#fff, #08191b));
    --_good: var(--cop-good, light-dark(#1a6b3c, #7fd6a0));
    --_bad: var(--cop-bad, light-dark(#a3262a, #ffa8a1));
    --_line: color-mix(in oklab, currentColor 14%, transparent);
    --_edge: color-mix(in oklab, currentColor 52%, transparent);
    --_soft: color-mix(in oklab, currentColor 5%, transparent);
    --_muted: color-mix(in oklab, currentColor 72%, transparent);
    --_tint: color-mix(in oklab, var(--_accent) 12%, transparent);
    --_radius: var(--cop-radius, 0.5em);
    --_space: var(--cop-space, 1em);
    --_heading-font: var(--cop-heading-font, inherit);
  }
  :host([hidden]) {
    display: none;
  }
  :host([density='compact']) {
    --_space: var(--cop-space, 0.5em);
  }
  .cop {
    font-size: var(--cop-size, 1em);
    line-height: 1.5;
    text-align: start;
    text-transform: none;
    letter-spacing: normal;
    white-space: normal;
    overflow-wrap: anywhere;
    container: cop / inline-size;
  }
  /* Words in another direction than the page's, as where its language is not spoken here: each run keeps its own order. */
  .cop:dir(rtl) :is(p, li, span:not([aria-hidden]), small, b, button, label, legend, [role='heading']) {
    unicode-bidi: plaintext;
  }
  :where(.cop:dir(rtl) > *) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .cop .prose {
    text-align: start;
  }
  .light {
    color-scheme: light;
  }
  .dark {
    color-scheme: dark;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: no-preference) {
    .fresh {
      animation: cop-in 160ms ease-out;
    }
    @keyframes cop-in {
      from {
        opacity: 0;
        translate: 0 0.25em;
      }
    }
  }
  /* Where the system paints, fills are gone: what is pressed or chosen takes the system's own mark, the rest an edge. */
  @media (forced-colors: active) {
    .cop :is(.primary, [aria-pressed='true'], [aria-selected='true'], .chip.on) {
      forced-color-adjust: none;
      background: Highlight !important;
      color: HighlightText !important;
    }
    .avatar,
    .bone {
      border: 1px solid;
    }
  }
  @media print {
    button,
    input,
    select,
    search,
    .no-print {
      display: none !important;
    }
    .clamp {
      display: block;
    }
    .rows > li {
      break-inside: avoid;
    }
  }
`;
