import type { Api } from '../context.js';
import { previewLink } from '../contract/links.js';
import type { LinkPreviews } from '../links/previews.js';
import { Problem } from '../problem.js';
import { memberOf } from './refs.js';

/** @param links undefined where the owner has turned them off */
export function registerLinks(app: Api, links: LinkPreviews | undefined): void {
  app.openapi(previewLink, async (c) => {
    if (!links) throw new Problem('not-found', 'This server reads no pages.');
    return c.json(await links.read(c.req.valid('json').url, memberOf(c.get('session')).id), 200);
  });
}
