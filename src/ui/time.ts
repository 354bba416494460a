import { html, type TemplateResult } from 'lit';
import type { Formats } from '../i18n/formats.js';

/** “3 hours ago”, with the exact time for whoever asks. */
export const when = (formats: Formats, at: string): TemplateResult =>
  html`<time dir="auto" datetime=${at} title=${formats.date(at, { dateStyle: 'full', timeStyle: 'short' })}>${formats.relative(at)}</time>`;
