import type { ActivityView } from '../store/activities.js';
import type { FileRow } from '../store/files.js';

export interface Feed {
  community: { id: string; name: string; description: string; language: string };
  /** The page where people meet the community, and the address of the feed itself; both absolute. */
  page: string;
  self: string;
  /** Newest first. */
  items: readonly ActivityView[];
  /** Of the posts among them, by id. */
  files: ReadonlyMap<string, readonly FileRow[]>;
}

const filesOf = (feed: Feed, { object }: ActivityView) => (object.type === 'post' ? (feed.files.get(object.id) ?? []) : []);
/** Where a file is downloaded; absolute. */
export const fileUrl = (feed: Feed, file: FileRow): string =>
  new URL(`/api/communities/${encodeURIComponent(feed.community.id)}/files/${file.id}`, feed.self).href;

/** The parameter of the page's URL that names an object to the element that opens it (the library's ItemUrl). */
const OPENS: Partial<Record<ActivityView['object']['type'], string>> = {
  question: 'cop-ask',
  resource: 'cop-resource',
  member: 'cop-member',
  post: 'cop-post',
};

/** The page with the object open; what no element opens by itself is opened with what it belongs to. */
export function linkTo(
  feed: { community: { id: string }; page: string },
  { object, target }: Pick<ActivityView, 'object' | 'target'>,
): string {
  const url = new URL(feed.page);
  const opened = [object, target].find((o) => o !== null && OPENS[o.type] !== undefined);
  if (opened) url.searchParams.set(OPENS[opened.type] ?? '', `${feed.community.id}/${opened.id}`);
  return url.href;
}

/** In no language of its own: who, and what about. The verb is the category. */
export const titleOf = ({ actor, object }: ActivityView): string => [actor?.name, object.title].filter(Boolean).join(' · ') || '…';
const absolute = (url: string | null, feed: Feed) =>
  url !== null && URL.canParse(url, feed.page) ? new URL(url, feed.page).href : undefined;

/** Text in XML: markup escaped, and without the characters that XML 1.0 can't hold (section 2.2). */
const xml = (text: string) =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** RSS 2.0 (rssboard.org/rss-specification), with atom:link to itself. */
export function rssFeed(feed: Feed): string {
  const items = feed.items.map(
    (item) => `<item>
<title>${xml(titleOf(item))}</title>
<link>${xml(linkTo(feed, item))}</link>
<guid isPermaLink="false">urn:uuid:${xml(item.id)}</guid>
<pubDate>${new Date(item.published).toUTCString()}</pubDate>
<category>${xml(item.type)}</category>${item.actor ? `\n<dc:creator>${xml(item.actor.name)}</dc:creator>` : ''}${item.summary ? `\n<description>${xml(xml(item.summary))}</description>` : ''}${filesOf(
      feed,
      item,
    )
      .slice(0, 1)
      .map((file) => `\n<enclosure url="${xml(fileUrl(feed, file))}" length="${file.size}" type="${xml(file.type)}"/>`)
      .join('')}
</item>`,
  );
  const { community, page, self } = feed;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${xml(community.name)}</title>
<link>${xml(page)}</link>
<description>${xml(community.description || community.name)}</description>
<language>${xml(community.language)}</language>
<atom:link href="${xml(self)}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel>
</rss>
`;
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeed(feed: Feed) {
  const { community, page, self } = feed;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: community.name,
    home_page_url: page,
    feed_url: self,
    ...(community.description && { description: community.description }),
    language: community.language,
    items: feed.items.map((item) => ({
      id: `urn:uuid:${item.id}`,
      url: linkTo(feed, item),
      external_url: absolute(item.object.url, feed),
      title: titleOf(item),
      content_text: item.summary ?? item.object.title ?? '',
      date_published: item.published,
      authors: item.actor
        ? [{ name: item.actor.name, url: absolute(item.actor.url, feed), avatar: absolute(item.actor.avatarUrl, feed) }]
        : undefined,
      tags: [item.type],
      attachments: filesOf(feed, item).length
        ? filesOf(feed, item).map((file) => ({
            url: fileUrl(feed, file),
            mime_type: file.type,
            title: file.name,
            size_in_bytes: file.size,
          }))
        : undefined,
    })),
  };
}
