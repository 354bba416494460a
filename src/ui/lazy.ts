import { html, type TemplateResult } from 'lit';
import { Problem } from '../data/problem.js';
import type { CopElement } from './cop-element.js';
import { failure } from './states.js';

/** Loads a module once, and renders with it; meanwhile room is kept, and a failed load can be tried again. */
export class Lazy<M> {
  #module: M | undefined;
  #loading = false;
  #problem: Problem | null = null;

  constructor(
    private readonly host: CopElement,
    private readonly load: () => Promise<M>,
  ) {}

  /** Fetches ahead, such as when a pointer rests on what will need it. */
  preload = (): void => {
    if (this.#module || this.#loading) return;
    this.#loading = true;
    this.#problem = null;
    this.load().then(
      (module) => this.#done(() => (this.#module = module)),
      (error: unknown) => this.#done(() => (this.#problem = Problem.from(error))),
    );
  };

  /** @param spare whether `meanwhile` is enough where the module can't be loaded */
  render(
    use: (module: M) => unknown,
    meanwhile: () => TemplateResult = () => html`<p class="empty">${this.host.common.t.loading}</p>`,
    spare = false,
  ): unknown {
    if (this.#module) return use(this.#module);
    const { t } = this.host.common;
    // A browser says the same of a file that is gone, as after an update of the site, and of a connection that is.
    if (this.#problem)
      return spare ? meanwhile() : failure(t, this.#problem, this.#retry, navigator.onLine ? t.partMissing : t.problem.offline);
    this.preload();
    return meanwhile();
  }

  #retry = (): void => {
    this.preload();
    this.host.requestUpdate();
  };

  #done(change: () => void): void {
    this.#loading = false;
    change();
    this.host.requestUpdate();
  }
}
