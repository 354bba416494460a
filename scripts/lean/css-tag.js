// Lit's css-tag.js without what browsers older than ours need: those of our target (ES2022) all adopt style sheets.

export class CSSResult {
  /** @param {string} cssText */
  constructor(cssText) {
    this.cssText = cssText;
  }

  /** Made when first used, and shared by all elements. */
  get styleSheet() {
    if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.sheet;
  }

  toString() {
    return this.cssText;
  }
}

/** @param {unknown} value */
export const unsafeCSS = (value) => new CSSResult(String(value));

/** @param {TemplateStringsArray} strings @param {unknown[]} values */
export const css = (strings, ...values) => new CSSResult(String.raw({ raw: strings }, ...values));

export const supportsAdoptingStyleSheets = true;

/** @param {ShadowRoot} root @param {(CSSResult | CSSStyleSheet)[]} styles */
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map((style) => (style instanceof CSSStyleSheet ? style : style.styleSheet));
};

/** @template T @param {T} style */
export const getCompatibleStyle = (style) => style;
