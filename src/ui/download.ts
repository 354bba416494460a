import type { CopElement } from './cop-element.js';

/** Community, what it is, and today: `team-coaching-questions-2026-11-25`. */
export const fileName = (host: CopElement, what: string): string =>
  [host.cop.name, what, new Date().toISOString().slice(0, 10)].filter(Boolean).join('-');

/** Hands a text over as a file. */
export function download(text: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
