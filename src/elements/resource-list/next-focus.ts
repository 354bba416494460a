import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long focus waits for what it is to go to, in ms; later the reader is elsewhere. */
const PATIENCE = 3000;

/** Moves the focus to what a selector finds, as soon as it is there. */
export class NextFocus implements ReactiveController {
  #selector = '';
  #until = 0;

  /** @param instead where the focus goes when the list that is shown does not have it; '': nowhere yet */
  constructor(
    private readonly host: ReactiveControllerHost & { renderRoot: ParentNode },
    private readonly instead: () => string,
  ) {
    host.addController(this);
  }

  next(selector: string): void {
    this.#selector = selector;
    this.#until = Date.now() + PATIENCE;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.#selector) return;
    const find = (selector: string) => (selector ? this.host.renderRoot.querySelector<HTMLElement>(selector) : null);
    const target = find(this.#selector) ?? find(this.instead());
    if (!target) return;
    this.#selector = '';
    if (Date.now() < this.#until) target.focus();
  }
}
