import type { ReactiveController, ReactiveControllerHost } from 'lit';

const hosts = new Set<SchemeController>();
let watching: AbortController | undefined;
let due = false;

/** Before the next frame is drawn, all in one go: asked for one by one, each draws anew what the one before has changed. */
function checkAll(): void {
  if (due) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    hosts.forEach((host) => host.check());
  });
}

function watch(): void {
  const { signal } = (watching = new AbortController());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', checkAll, { signal });
  const observer = new MutationObserver(checkAll);
  const options = { attributes: true, attributeFilter: ['class', 'style', 'data-theme', 'data-bs-theme', 'data-color-mode'] };
  for (const root of [document.documentElement, document.body]) if (root) observer.observe(root, options);
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Roughly: by the lightness that a colour names, else by relative luminance. A canvas would be exact; this needs no exactness. */
function isLight(color: string): boolean {
  const [a = 0, b = 0, c = 0] = (color.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  if (/^ok/.test(color)) return a > 0.6;
  if (/^l/.test(color)) return a > 50;
  return (0.2126 * a + 0.7152 * b + 0.0722 * c) * (color.startsWith('color(') ? 255 : 1) > 127;
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
    checkAll();
  }

  hostDisconnected(): void {
    hosts.delete(this);
    if (hosts.size) return;
    watching?.abort();
    watching = undefined;
  }

  check(): void {
    const value = isLight(getComputedStyle(this.host).color) ? 'dark' : 'light';
    if (value === this.value) return;
    this.value = value;
    this.host.requestUpdate();
  }
}
