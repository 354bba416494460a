import type { Api } from '../context.js';
import { previewLink } from '../contract/links.js';
import type { LinkPreviews } from '../links/previews.js';
import { Problem } from '../problem.js';
import { cardsOf } from '../store/post-links.js';
import { memberOf } from './refs.js';

const NOTHING = { description: null, imageUrl: null, iconUrl: null, language: null, publishedOn: null, creator: null };

/** @param links undefined where the owner has turned them off */
export function registerLinks(app: Api, links: LinkPreviews | undefined): void {
  app.openapi(previewLink, async (c) => {
    if (!links) throw new Problem('not-found', 'This server reads no pages.');
    const { url } = c.req.valid('json');
    const { id, name } = c.get('community');
    // What is here is not fetched: it is known.
    const [card] = await cardsOf(c.get('db'), id, [{ link: { url }, linkPreview: true }]);
    if (card?.object) return c.json({ ...NOTHING, url, title: card.title, siteName: name }, 200);
    return c.json(await links.read(url, memberOf(c.get('session')).id), 200);
  });
}
