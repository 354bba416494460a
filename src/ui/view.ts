import type { CSSResult, ReactiveController } from 'lit';
import type { CopElement } from './cop-element.js';

/**
 * A part of an element with state of its own, rendered into the element's shadow root and loaded when first needed:
 * a controller that renders. It needs no tag, so an element stays one tag whatever it holds.
 */
export abstract class View<H extends CopElement = CopElement> implements ReactiveController {
  static styles: CSSResult | undefined;

  constructor(protected readonly host: H) {
    host.addController(this);
    const sheet = (this.constructor as typeof View).styles?.styleSheet;
    const root = host.renderRoot as ShadowRoot;
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  hostConnected(): void {}

  /** Ends the view's work; its controllers go with it. */
  dispose(): void {
    this.host.removeController(this);
  }

  /** A view that is one thing; others offer methods of their own. */
  render?(): unknown;
}
