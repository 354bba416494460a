import { css, html, nothing, type TemplateResult } from 'lit';
import type { Resource } from '../../contract/index.js';
import { View } from '../../ui/view.js';
import type { CopResourceList } from './resource-list.js';

const styles = css`
  .cover {
    position: relative;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 16 / 9;
    border-radius: var(--_radius);
    font-size: 1.5em;
  }
  .cover img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    gap: 0 2em;
  }
  .grid > .resource {
    display: flex;
    flex-direction: column;
    gap: 0.35em;
  }
  .grid .clamp {
    -webkit-line-clamp: 3;
  }
  .grid .used {
    max-inline-size: none;
    margin-block-start: auto;
    padding-block-start: 0.4em;
    text-align: start;
  }
`;

/** What a grid of resources shows besides: a picture of each. */
export class Grid extends View<CopResourceList> {
  static override styles = styles;

  /** Its picture, or its first letter, in a box that is there before the picture is. */
  cover({ title, link }: Resource): TemplateResult {
    return html`<div class="cover avatar hue-${title.length % 8}" part="cover" aria-hidden="true">
    ${[...title][0]}
    ${
      link?.imageUrl
        ? html`<img src=${link.imageUrl} alt="" loading="lazy" referrerpolicy="no-referrer" @error=${(e: Event) => (e.target as Element).remove()} />`
        : nothing
    }
  </div>`;
  }
}
