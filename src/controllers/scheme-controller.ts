import type { ReactiveController, ReactiveControllerHost } from 'lit';

const hosts = new Set<SchemeController>();
let watching: AbortController | undefined;

function watch(): void {
  const { signal } = (watching = new AbortController());
  const check = () => requestAnimationFrame(() => hosts.forEach((host) => host.check()));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', check, { signal });
  const observer = new MutationObserver(check);
  const options = { attributes: true, attributeFilter: ['class', 'style', 'data-theme', 'data-bs-theme', 'data-color-mode'] };
  for (const root of [document.documentElement, document.body]) if (root) observer.observe(root, options);
  signal.addEventListener('abort', () => observer.disconnect());
}

/**
 * Light or dark, by the colour of the text where the element stands: pages (and their coloured sidebars) are often dark
 * without declaring a `color-scheme`.
 */
export class SchemeController implements ReactiveController {
  value: 'light' | 'dark' = 'light';

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this);
    if (!watching) watch();
    this.check();
  }

  hostDisconnected(): void {
    hosts.delete(this);
    if (hosts.size) return;
    watching?.abort();
    watching = undefined;
  }

  check(): void {
    // Relative luminance from any colour the browser computes; a canvas would be exact, the text colour needs no exactness.
    const [r = 0, g = 0, b = 0] = (getComputedStyle(this.host).color.match(/[\d.]+/g) ?? []).map(Number);
    const unit = /^color\(/.test(getComputedStyle(this.host).color) ? 255 : 1;
    const value = (0.2126 * r + 0.7152 * g + 0.0722 * b) * unit > 127 ? 'dark' : 'light';
    if (value === this.value) return;
    this.value = value;
    this.host.requestUpdate();
  }
}
