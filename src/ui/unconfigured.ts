import { html, type TemplateResult } from 'lit';
import type { Unconfigured as Why } from '../controllers/community-controller.js';
import setup from '../i18n/en/setup.js';
import { Localize } from '../i18n/localize.js';
import { View } from './view.js';

/** Tells the editor of a page how an element finds its community. */
export class Unconfigured extends View {
  private readonly l = new Localize(this.host, 'setup', setup);

  show(why: Exclude<Why, 'pending'> | 'no-such-community'): TemplateResult {
    const { localName, found } = this.host;
    const endpoint = found.value?.endpoint ?? 'https://example.org/api/communities/my-community';
    return html`<div class="notice" part="notice">
      ${this.l.t[why]}
      <code>&lt;${localName} endpoint="${endpoint}"&gt;&lt;/${localName}&gt;</code>
    </div>`;
  }
}
